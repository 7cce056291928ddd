import { join } from 'node:path';
import { ownValue } from '../kore/own-value';
import { readSealed, writeSealed } from './sealed';

/** A small JSON object that outlives deployments. Holds ids and names, never a secret. */
function remembered<T>(path: string) {
  const read = () => (readSealed(path, 'look into it, or remove it') ?? {}) as Readonly<Record<string, T>>;
  return {
    get: (key: string): T | undefined => ownValue(read(), key),
    set: (key: string, value: T) => writeSealed(path, { ...read(), [key]: value }),
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
