import type { Contribution } from '../assemble';
import type { Page } from '../catalogue/catalogue';
import { surroundings } from '../compile/surroundings';
import { DEFINITION_FILE, perList, TARGETS, type PerList, type Target } from '../../kore/format';
import type { Fact } from '../../kore/verify';
import type { KnownFile, PiecewiseFile } from '../../kore/zip/pack';
import { readEntries } from '../../kore/zip/entries';
import { byTarget, zipPath, type MadeAction } from '../made-action';
import type { Action, Bot } from '../model/model';
import type { Packer } from '../package/packer';
import { partOfSpooled, type Spooled } from '../package/spool';
import type { PrintedEntry } from '../package/stretches';
import { parsedOr, type Cache } from './cache';
import { sha256Of } from '../package/digest';
import type { FolderKeys } from './folder-key';

/** What was made of an action, and what the catalogue says about it. */
export interface KnownAction {
  readonly made: MadeAction;
  readonly page: Page;
}

/** Keeps what was made of actions. */
export interface ActionKeeping {
  readonly recall: (bot: Bot, action: Action) => KnownAction | undefined;
  readonly keep: (bot: Bot, action: Action, known: KnownAction) => void;
}

/** Something that was kept is there no more, or is damaged: what was told of it cannot be made good. */
export class LostEntry extends Error {}

type KeptEntry = readonly [start: number, length: number, digest: string, fact: Fact];

interface KeptAction {
  readonly page: Page;
  readonly zips: readonly { readonly size: number; readonly digest: string }[];
  readonly parts: Readonly<
    Record<Target, Omit<Contribution<never>, 'entries'> & { readonly entries: PerList<readonly KeptEntry[]> }>
  >;
}

/** Keeps actions by their own files, everything that is shared, and all that their dialogs take from other actions. */
export function actionKeeping(cache: Cache, { shared, own }: FolderKeys, packer: Packer): ActionKeeping {
  const keyOf = (bot: Bot, action: Action) =>
    cache.keyOf('action', shared(bot), own(action), surroundings(bot, action));
  return {
    recall: (bot, action) => {
      const key = keyOf(bot, action);
      const kept = parsedOr<KeptAction>(cache.read(key));
      return kept && { page: kept.page, made: recalled(kept, bot, action, zipsOf(cache, key), packer) };
    },
    keep: (bot, action, { made, page }) => {
      const key = keyOf(bot, action);
      const zips = made.zips.map(({ pieces }) => Buffer.concat(pieces));
      const kept: KeptAction = {
        page,
        zips: zips.map((zip) => ({ size: zip.length, digest: sha256Of(zip) })),
        parts: byTarget((target) => {
          const { listed, entries } = made.contributions[target];
          const keptEntries = perList((list) =>
            entries[list].map(({ fact, form }): KeptEntry => [form.start, form.length, form.digest, fact]),
          );
          return { listed, entries: keptEntries };
        }),
      };
      // The zips first: who finds the one finds the other.
      cache.keep(zipsKey(key), zips);
      cache.keep(key, [Buffer.from(JSON.stringify(kept))]);
    },
  };
}

const zipsKey = (key: string): string => `${key}-zips`;

/** All zips of an action behind one another, read when somebody wants their bytes. */
function zipsOf(cache: Cache, key: string): () => Buffer {
  let known: WeakRef<Buffer> | undefined;
  return () => {
    const bytes = known?.deref() ?? cache.read(zipsKey(key));
    if (!bytes) throw new LostEntry(key);
    known = new WeakRef(bytes);
    return bytes;
  };
}

function recalled(
  { zips, parts }: KeptAction,
  bot: Bot,
  action: Action,
  bytes: () => Buffer,
  packer: Packer,
): MadeAction {
  let end = 0;
  const files = TARGETS.map((target, i): PiecewiseFile & KnownFile => {
    const { size = 0, digest = '' } = zips[i] ?? {};
    const start = end;
    end += size;
    return {
      path: zipPath(bot, action, target),
      known: { size, digest },
      get pieces() {
        return [bytes().subarray(start, start + size)];
      },
    };
  });
  const definition = byTarget((target) => {
    let spooled: Promise<Spooled> | undefined;
    const fetched = async () => {
      const [zip = Buffer.alloc(0)] = files[TARGETS.indexOf(target)]?.pieces ?? [];
      const text = (await readEntries(zip)).get(DEFINITION_FILE[target]);
      if (!text) throw new LostEntry(action.id);
      return packer.keep(text);
    };
    return () => (spooled ??= fetched());
  });
  const contributions = byTarget((target) => ({
    listed: parts[target].listed,
    entries: perList((list) =>
      parts[target].entries[list].map(([start, length, digest, fact]) => ({
        fact,
        form: {
          ...{ start, length, digest },
          bytes: async () => partOfSpooled(await definition[target](), start, start + length),
        } satisfies PrintedEntry,
      })),
    ),
  }));
  return { zips: files, contributions };
}
