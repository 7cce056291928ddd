import { MASK, redactKnown } from '../kore/secrets/mask';

const SECRET_HEADER =
  /^(authorization|proxy-authorization|cookie|set-cookie|api-?key|x-api-key|auth)$|token|secret|password/i;
const SECRET_FIELD = /(client_secret|access_token|refresh_token|password|api_?key)/i;

/** Secret values shorter than this would blank out half of every text. */
const MIN_SECRET = 4;

/** Masks every known secret value in a text, also where it is percent-encoded or stands in JSON, and every token of a known form. */
export function maskText(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= MIN_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((masked, form) => masked.replaceAll(form, MASK), redactKnown(text));
}

/** Headers for a record: secret ones lose their value whatever it is. */
export const maskHeaders = (
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRET_HEADER.test(name) ? MASK : maskText(value, secrets)]),
  );

/** A body for a record, JSON or form: fields such as `client_secret` and `access_token` lose their value. */
export const maskBody = (body: string, secrets: readonly string[]): string =>
  maskText(body, secrets)
    .replace(new RegExp(`("[^"]*${SECRET_FIELD.source}[^"]*"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*"`, 'gi'), `$1${MASK}"`)
    .replace(new RegExp(`((?:^|&)[^=&]*${SECRET_FIELD.source}[^=&]*=)[^&"{}\\s]+`, 'gi'), `$1${MASK}`);

/** A parsed answer for a record. */
export function maskValue(value: unknown, secrets: readonly string[]): unknown {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return maskText(value, secrets);
  return JSON.parse(maskBody(JSON.stringify(value), secrets)) as unknown;
}
