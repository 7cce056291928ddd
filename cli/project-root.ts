import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BACKUP_FOLDER } from '../deploy/start';
import { listIntegrations } from '../generator/source/read';

/**
 * The project that a folder lies in: the nearest folder, itself or above it, that has integrations or what an earlier deployment left.
 * Hosts and bots are pinned there, so that a command in a folder below knows them. The folder itself where there is none.
 */
export function projectRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (listIntegrations(at).length > 0 || existsSync(join(at, BACKUP_FOLDER))) return at;
    if (dirname(at) === at) return folder;
  }
}
