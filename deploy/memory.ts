import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from './resume';

/** A small JSON object that outlives deployments; unreadable counts as empty. Holds ids and names, never a secret. */
function remembered<T>(path: string) {
  const read = (): Record<string, T> => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as Record<string, T>;
    } catch {
      return {};
    }
  };
  return {
    get: (key: string): T | undefined => read()[key],
    set: (key: string, value: T) => writePrivateFile(path, `${JSON.stringify({ ...read(), [key]: value }, null, 2)}\n`),
  };
}

/** The bots that earlier deployments created, so that the next one updates instead of creating another. */
export const knownBots = (folder: string) => remembered<string>(join(folder, 'bots.json'));

/** The channels that earlier deployments enabled, so that none is enabled twice. */
export function enabledChannels(folder: string) {
  const file = remembered<readonly string[]>(join(folder, 'channels.json'));
  return {
    has: (botId: string, channel: string): boolean => file.get(botId)?.includes(channel) === true,
    add: (botId: string, channel: string) => file.set(botId, [...(file.get(botId) ?? []), channel]),
    remove: (botId: string, channel: string) =>
      file.set(
        botId,
        (file.get(botId) ?? []).filter((one) => one !== channel),
      ),
  };
}
