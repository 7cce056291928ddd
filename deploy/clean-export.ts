import { basename } from 'node:path';
import { MASK, isSecretName, redactKnown } from '../kore/diff/secrets';
import { CONFIG_FILE, ICON_FILE } from '../kore/format';
import { pack } from '../kore/zip/pack';

/** Definition keys that hold providers' and profiles' credentials in real exports. */
const PRIVATE = [
  'llmConfiguration',
  'idpConfigurations',
  'channels',
  'preBuiltIntegrations',
  'externalNluAdapters',
  'translationEngines',
];

/** Shorter secrets are not looked for in texts: they would be found in words. */
const SHORTEST = 8;

export interface Cleaned {
  readonly zip: Buffer;
  /** How many values were taken out. */
  readonly removed: number;
}

/**
 * The export without credentials, so that it may lie on a disk: the platform exports open variables and model
 * providers' keys as they are. Emptied: secured variables, variables that are named or look like a secret, and the
 * settings' own secrets; in provider and profile settings, everything named like a secret; anywhere, known token forms.
 */
export async function cleanExport(files: ReadonlyMap<string, Buffer>, secrets: readonly string[]): Promise<Cleaned> {
  let removed = 0;
  const take = (text: string, replacement: string) => {
    if (text !== replacement) removed += 1;
    return replacement;
  };
  const masked = (text: string) =>
    secrets
      .filter((secret) => secret.length >= SHORTEST)
      .reduce(
        (shown, secret) => shown.replaceAll(secret, MASK).replaceAll(encodeURIComponent(secret), MASK),
        redactKnown(text),
      );
  const walk = (value: unknown, within: boolean): unknown => {
    if (typeof value === 'string') return take(value, masked(value));
    if (Array.isArray(value)) return value.map((v) => walk(v, within));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, v]) => {
        const hide = within && typeof v === 'string' && v !== '' && isSecretName(key) && !v.includes('{{');
        return [key, hide ? take(v, '') : walk(v, within || PRIVATE.includes(key))];
      }),
    );
  };
  const variable = (v: Readonly<Record<string, unknown>>) => {
    const value = typeof v['value'] === 'string' ? v['value'] : '';
    const secret = v['isSecured'] === true || isSecretName(String(v['key'])) || masked(value) !== value;
    return secret ? { ...v, value: value === '' ? '' : take(value, '') } : v;
  };
  const rewrite = (name: string, bytes: Buffer): Buffer => {
    if (!/\.json$/i.test(name)) return bytes;
    const parsed = JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>;
    const isConfig = basename(name).toLowerCase() === CONFIG_FILE;
    const held = parsed['envVariables'];
    const next =
      isConfig && Array.isArray(held) ? { ...parsed, envVariables: held.map(variable) } : walk(parsed, false);
    return Buffer.from(JSON.stringify(next, null, 4));
  };
  const cleaned = [...files].map(([path, bytes]) => ({
    path: path.toLowerCase() === ICON_FILE ? ICON_FILE : path,
    bytes: rewrite(path, bytes),
  }));
  return { zip: await pack(cleaned), removed };
}
