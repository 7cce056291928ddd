import type { StretchedFile } from '../../kore/zip/pack';
import type { DeflatedStretch } from '../../kore/zip/stretch';
import type { BulkyFile } from './packer';
import type { Spooled } from './spool';

/** What a thread is asked to do. Whoever asks has one answer for each, in their order. */
export type PackTask =
  | { readonly kind: 'zip'; readonly path: string; readonly files: readonly (BulkyFile | StretchedFile)[] }
  | { readonly kind: 'stretch'; readonly pieces: readonly Spooled[] }
  | { readonly kind: 'look'; readonly guard: number; readonly harmless: readonly string[]; readonly file: BulkyFile };

/** What comes of it: a zip, a stretch, nothing found, what looks like a credential, or our mistake. */
export type PackAnswer =
  | { readonly zip: Uint8Array }
  | { readonly stretch: DeflatedStretch }
  | { readonly fine: true }
  | { readonly secret: string }
  | { readonly broken: string };
