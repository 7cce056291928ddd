import { MASK, redactKnown } from '../secrets/mask';

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
