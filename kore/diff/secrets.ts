/** What stands for something that may be a secret. */
export const MASK = '••••';

const NAME =
  /token|secret|passw|passphrase|credential|authorization|cookie|api[-_]?key|client[-_]?id|private[-_]?key|^auth$/i;

const KNOWN = [
  /\bshp[a-z]{2}_[0-9a-zA-Z]{8,}/g,
  /\beyJ[\w-]{6,500}\.[\w-]+(?:\.[\w-]*)?/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|sk_live_|AKIA|AIza)[\w-]{12,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];
/**
 * What follows these is a secret unless it is a template; the first group is kept. `state.token` of the scripts in
 * `templates/` holds a word such as "renewed", never a token.
 */
const AFTER = [
  /\b((?:Bearer|Basic)\s+)[\w+/=.~-]{16,}/gi,
  /([?&](?:[\w-]*(?:token|secret|key|passw(?:or)?d|signature))=)[^&\s{}"'`]{4,}/gi,
  /((?:(?!(?<=\bstate\.)token = "[a-z]{1,12}";)token|secret|passw(?:or)?d|api_?key|private_?key)["']?\s*[:=]\s*["'`])[^"'`{}\s]{6,}/gi,
  /(:\/\/[^\s/:@{}]+:)[^\s/@{}]+(?=@)/g,
];
const OPAQUE = /[A-Za-z0-9+_]{32,}={0,2}/g;

/** Whether something of this name (a variable, a header, a key) is treated as a secret whatever its value is. */
export const isSecretName = (name: string): boolean => NAME.test(name);

/** The text with tokens of known forms masked, and nothing else: for files that must still work. */
export const redactKnown = (text: string): string =>
  KNOWN.reduce((shown, pattern) => shown.replace(pattern, MASK), text);

/** The text with everything masked that may be a credential. Templates such as `{{env.TOKEN}}` stay readable. */
export function redact(text: string): string {
  let shown = redactKnown(text);
  for (const pattern of AFTER) shown = shown.replace(pattern, `$1${MASK}`);
  return shown.replace(OPAQUE, (word) => (looksOpaque(word) ? MASK : word));
}

/** Long and mixed as keys and hashes are, and as names and sentences are not. */
function looksOpaque(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  if (/^[0-9a-f]+$/i.test(word)) return digits > 3 && /[a-f]/i.test(word);
  return digits > 3 && /[a-z]/.test(word) && /[A-Z]/.test(word);
}
