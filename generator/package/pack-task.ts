import type { BulkyFile } from './packer';

/** What a thread is asked to do. Whoever asks has one answer for each, in their order. */
export type PackTask =
  | { readonly kind: 'zip'; readonly path: string; readonly files: readonly BulkyFile[] }
  | { readonly kind: 'look'; readonly guard: number; readonly harmless: readonly string[]; readonly file: BulkyFile };

/** What comes of it: a zip, nothing found, what looks like a credential, or our mistake. */
export type PackAnswer =
  { readonly zip: Uint8Array } | { readonly fine: true } | { readonly secret: string } | { readonly broken: string };
