import type { Action, Bot } from '../model/model';
import { parsedOr, type Cache } from './cache';
import type { Keeping } from './caching';
import type { FolderKeys } from './folder-key';
import { keptSaid, sayAgain, type KeptSaid } from './said';

type Inputs = [bot: Bot, action: Action, document: Buffer | undefined];

/** Keeps what a check has said that looks at one action, the bot's own settings and a document of its API. */
export const checkKeeping = (name: string, cache: Cache, { shared, own }: FolderKeys): Keeping<Inputs, void> => ({
  keyOf: (bot, action) => cache.keyOf(name, shared(bot), own(action), action.id),
  recall: (key, report, _bot, action) => {
    const said = parsedOr<readonly KeptSaid[]>(cache.read(key));
    if (!said) return undefined;
    sayAgain(said, textOf(action), report);
    return { result: undefined };
  },
  keep: (key, _result, said, _bot, action) => {
    const kept = keptSaid(said, textOf(action));
    if (kept) cache.keep(key, [Buffer.from(JSON.stringify(kept))]);
  },
});

const textOf = ({ where: { file } }: Action) => new Map([[file.path, file.text]]);
