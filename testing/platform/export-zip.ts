import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE } from '../../kore/format';
import type { KoreBot } from '../../kore/format';
import { pack } from '../../kore/zip/pack';
import type { Stored } from './store';

/** The zip that an export offers: the values of open variables in clear, those of secured ones empty (both documented). */
export function exportZip(stored: Stored, bot: KoreBot): Promise<Buffer> {
  const envVariables = bot.config.envVariables.map((v) => ({
    ...v,
    value: v.isSecured === true ? '' : (stored.values.get(v.key) ?? v.value),
  }));
  const json = (value: unknown) => Buffer.from(JSON.stringify(value, null, 4));
  return pack([
    { path: DEFINITION_FILE[bot.target], bytes: json(bot.definition) },
    { path: CONFIG_FILE, bytes: json({ ...bot.config, envVariables }) },
    ...(stored.icon === undefined ? [] : [{ path: ICON_FILE, bytes: stored.icon }]),
  ]);
}
