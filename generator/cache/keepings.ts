import type { Packer } from '../package/packer';
import type { SpecFolder } from '../source/read';
import { actionKeeping, type ActionKeeping } from './action-keeping';
import type { Cache } from './cache';
import type { Keepings } from './caching';
import { checkKeeping } from './check-keeping';
import { folderKeys } from './folder-key';
import { specKeeping } from './spec-keeping';

/** All that is kept of an integration. */
export interface FolderKeepings {
  /** Of stages that report. */
  readonly stages: Keepings;
  /** The specs were checked, and have no errors: they are kept. */
  readonly checked: () => void;
  readonly actions: ActionKeeping;
}

/** What a cache keeps of an integration's folder. */
export function keepingsOf(
  cache: Cache,
  folder: SpecFolder,
  harmless: readonly string[],
  packer: Packer,
): FolderKeepings {
  const keys = folderKeys(folder, cache, harmless);
  const read = specKeeping(cache);
  const stages = {
    read,
    graphql: checkKeeping('graphql', cache, keys),
    openapi: checkKeeping('openapi', cache, keys),
  };
  return { stages: stages as Keepings, checked: read.finish, actions: actionKeeping(cache, keys, packer) };
}
