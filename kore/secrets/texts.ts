import { bounded } from './bounded';
import { decoded, isSecretName, MASK, redactKnown } from './mask';

/** Names of headers, parameters and fields whose value is a secret, beside those that `isSecretName` knows. */
const MORE =
  /subscription[-_]?key|access[-_]?key|account[-_]?key|secret[-_]?key|app[-_]?key|signature|x-functions-key|^(pwd|pass|passcode|jwt|hmac|bearer)$|[-_]jwt$|connection[-_]?string/i;
/** Addresses, kinds and lifetimes of secrets are none: `tokenURL`, `token_type`, `secretExpiry`. */
const ABOUT = /(ur[li]|endpoint|type|expir(y|es|ation)|expires[-_]?in|lifetime|ttl|required|enabled)$/i;
/** Parameters of an address that are secrets though other things are named like them, too. */
const PARAMETER = /^(key|apikey|sig|pwd|pass|auth|code)$/i;

/** Whether a value of this name is left out of backups. */
export const hidesValue = (name: string): boolean => !ABOUT.test(name) && (isSecretName(name) || MORE.test(name));

/** Whether a value is nothing but templates, and words such as `Bearer` before them: `Basic {{env.TOKEN}}`. */
export const isTemplate = (value: string): boolean =>
  /\{\{/.test(value) &&
  /^[\s"':,;-]*((bearer|basic|token|apikey|key)[\s:]*)?$/i.test(value.replace(/\{\{[^{}]*\}\}/g, ''));

/** `"key":"Authorization","value":"…"`: a quoted name, and its value behind the word. */
const NAMED_VALUE = /((["'`])([\w .-]{2,60})\2\s*,\s*["'`]?value["'`]?\s*:\s*)(["'`])((?:\\.|(?!\4)[^\\])*)\4/gi;
/** `"Authorization": "…"`, `'x-api-key': '…'`, `set("Authorization", "…")`, `h["X-Api-Key"] = "…"`: quoted name, then quoted value. */
const QUOTED_PAIR = /((["'`])([\w .-]{2,60})\2\s*\]?\s*(?:[:,=]|=>)\s*)(["'`])((?:\\.|(?!\4)[^\\])*)\4(?!\s*:)/gi;
/** `\"password\":\"…\"`: the same in a text in quotes. */
const ESCAPED_PAIR = /(\\{1,9}(["'])([\w .-]{2,60})\\{1,9}\2\s*[:,=]\s*\\{1,9}(["']))((?:(?!\4)[^\\\n])*)(?=\\)/gi;
/** `apiKey: '…'`, `headers.apiKey = "…"`, `const apiKey: string = env.KEY || "…"`: a bare name before a quoted value. */
const BARE_PAIR =
  /((?<![\w"'`-])([\w-]{2,60})\s*(?::\s*string\s*=|[:=])\s*(?:[\w.?]{1,60}\s*(?:\|\||\?\?)\s*)?\(?\s*)(["'`])((?:\\.|(?!\3)[^\\\n])*)\3/gi;
/** `X-Api-Key: …`, `Authorization: Token …`: a line of a header, as a command or a page shows it. */
const HEADER_LINE = bounded(
  /((?<![\w-])([a-z]+(?:-[a-z]+){1,6}|authorization|cookie):\s{0,3})([^\s"'`<>{}][^"'`<>{}\r\n]{3,})/gi,
);
/** `client_secret=…&`, `db.password=…`, `#access_token=…`: a name, and a value behind it without a space. */
const ASSIGNED = bounded(/((?<![\w-])([\w-]{2,60})=)([^\s"'`<>(){}&;,=]{8,})/gi);
/** `password: …` on a line of its own. */
const LINE = bounded(/^([ \t]*(?:- )?([\w-]{2,60}):[ \t]+)([^\s"'`<>(){}&;,]{8,})[ \t]*$/gim);
/** `<password>…</password>`. */
const ELEMENT = bounded(/(<([\w:.-]{2,60})(?:\s[^<>]{0,300})?>)([^<>{}]{3,})(?=<\/)/gi);
/** `curl -u name:…`. */
const USER = bounded(/((?<!\S)(?:-u|--user)[\s=]["']?[^\s:"']{1,100}:)([^\s"']+)/g);
/** What only a key is: letters and digits; and no path such as `env.KEY2`. */
const MIXED = /^(?=.*\d)(?=.*[a-z])(?![a-z_$][\w$]*[.[])/i;
const PARAMETERS = bounded(/([?&]|%3F|%26)([\w-]{1,60})(=|%3D)([^&\s"'`<>#]+)/gi);
const SCHEME = bounded(/\b((?:Bearer|Basic)\s+)([\w+/=.~:-]{8,})/gi);
const USER_INFO = bounded(/(:\/\/[^\s/:@{}"']*:)([^\s/@{}"']+)(?=@)/g);
/** What scripts compare with or say: `token = "renewed"`, never a key. */
const WORD = /^[a-z ]{0,16}$/;

/** The text with every value masked that its name or its form gives away as a secret; templates stay. */
export function maskTexts(text: string): string {
  const quoted = (whole: string, head: string, _q: string, name: string, quote: string, value: string) =>
    isSecret(name, value) ? `${head}${quote}${MASK}${quote}` : whole;
  return redactKnown(text)
    .replace(NAMED_VALUE, quoted)
    .replace(QUOTED_PAIR, quoted)
    .replace(BARE_PAIR, (whole: string, head: string, name: string, quote: string, value: string) =>
      isSecret(name, value) && !WORD.test(value) ? `${head}${quote}${MASK}${quote}` : whole,
    )
    .replace(ESCAPED_PAIR, (whole: string, head: string, _q: string, name: string, _quote: string, value: string) =>
      isSecret(name, value) ? `${head}${MASK}` : whole,
    )
    .replace(HEADER_LINE, (whole: string, head: string, name: string, value: string) =>
      isSecret(name, value) && /\d/.test(value) ? `${head}${MASK}` : whole,
    )
    .replace(ASSIGNED, maskedPair)
    .replace(LINE, maskedPair)
    .replace(ELEMENT, (whole: string, head: string, name: string, value: string) =>
      isSecret(name, value) ? `${head}${MASK}` : whole,
    )
    .replace(PARAMETERS, (whole: string, mark: string, name: string, is: string, value: string) =>
      (hidesValue(name) || PARAMETER.test(name)) && !isTemplate(decoded(value)) ? `${mark}${name}${is}${MASK}` : whole,
    )
    .replace(SCHEME, `$1${MASK}`)
    .replace(USER_INFO, `$1${MASK}`)
    .replace(USER, `$1${MASK}`);
}

const maskedPair = (whole: string, head: string, name: string, value: string): string =>
  isSecret(name, value) && MIXED.test(value) ? `${head}${MASK}` : whole;

const isSecret = (name: string, value: string): boolean =>
  value.trim() !== '' && value !== MASK && hidesValue(name) && !isTemplate(value);
