import { MASK, maskEncoded } from '../kore/secrets/mask';
import { hidesValue, isTemplate, maskTexts } from '../kore/secrets/texts';

/** Parts of a definition that hold providers', models' and profiles' credentials in real exports. */
const PRIVATE = [
  'llmConfiguration',
  'idpConfigurations',
  'channels',
  'preBuiltIntegrations',
  'externalNluAdapters',
  'translationEngines',
  'promptLibraries',
  'generativeAI',
  'promptFilterBasedOnModel',
];
/** Lists of headers and fields in them: their values are credentials whatever they are called, but for these names. */
const FIELDS = /^(fields|headerFields|payloadFields|formfields|queryFields|headers|customHeaders)$/i;
const HARMLESS =
  /^(content-type|accept|user-agent|cache-control|anthropic-version|openai-(organization|project)|host)$/i;
/** Names under which a pair's name is told: `{"key": "Authorization", "value": "…"}`. */
const NAMES = ['key', 'name', 'header', 'headerName', 'fieldName', 'field'] as const;

/** Keys of a value that has a name beside it: `value`, `defaultValue`, `headerValue`. */
const HOLDS = /val(ue)?s?$/i;
/** Keys below the name of a secret that hold it: `value`, `default`, a language. */
const HELD = /^(.*val(ue)?s?|default|(?!id$)[a-z]{2}(-[a-z]{2})?)$/i;

/** Shorter secrets are not looked for in texts: they would be found in words. */
const SHORTEST = 8;

interface Place {
  /** Inside a part that holds credentials. */
  readonly within: boolean;
  /** Inside one of its lists of headers or fields. */
  readonly fields: boolean;
  /** Below a name that gives a secret away. */
  readonly secret: boolean;
}

const NOWHERE: Place = { within: false, fields: false, secret: false };

type Json = Readonly<Record<string, unknown>>;

export interface Cleaner {
  /** A definition (or any other JSON) without credentials. */
  definition(value: unknown): unknown;
  /** One environment variable; its value is left out when it is secured, named like a secret, or looks like one. */
  variable(value: Json): Json;
  /** A text, such as a file of functions. */
  text(value: string): string;
  /** How many values were taken out so far. */
  readonly removed: number;
}

/** Takes credentials out of an export; `secrets` are values that are known, and looked for anywhere. */
export function createCleaner(secrets: readonly string[]): Cleaner {
  const known = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  let removed = 0;
  const take = (text: string, replacement: string): string => {
    if (text !== replacement) removed += 1;
    return replacement;
  };
  const masked = (text: string): string =>
    maskEncoded(
      known.reduce((shown, secret) => shown.replaceAll(secret, MASK), text),
      maskTexts,
    );

  const string = (text: string, place: Place): string => {
    const inner = /^\s*["[{]/.test(text) ? parsed(text) : undefined;
    if (inner === undefined) return take(text, masked(text));
    const before = removed;
    const clean = walk(inner, place);
    return removed === before ? text : JSON.stringify(clean);
  };
  const list = (values: readonly unknown[], place: Place): readonly unknown[] => {
    const [name, value, ...more] = values;
    const isPair = typeof name === 'string' && typeof value === 'string' && more.length === 0;
    if (isPair && hides(name, [], value, { ...place, fields: false })) return [name, take(value, '')];
    return values.map((one) => (place.secret && isSecretValue(one) ? take(String(one), '') : walk(one, place)));
  };
  const walk = (value: unknown, place: Place): unknown => {
    if (typeof value === 'string') return string(value, place);
    if (Array.isArray(value)) return list(value, place);
    if (typeof value !== 'object' || value === null) return value;
    const object = value as Json;
    const names = NAMES.map((key) => object[key]).filter((name) => typeof name === 'string');
    return Object.fromEntries(
      Object.entries(object).map(([key, v]) => {
        const pair = HOLDS.test(key) ? names : [];
        const kept = masked(key);
        if (isSecretValue(v) && hides(key, pair, String(v), place)) return [take(key, kept), take(String(v), '')];
        const secret = [key, ...pair].some(hidesValue) || (place.secret && HELD.test(key));
        return [take(key, kept), walk(v, { ...inside(place, key), secret })];
      }),
    );
  };
  return {
    definition: (value) => walk(value, NOWHERE),
    variable: (v) => {
      const { value } = v;
      const isSecured = v['isSecured'] === true || v['isSecured'] === 'true' || v['secured'] === true;
      const looks = typeof value === 'string' && masked(value) !== value;
      if (!isSecured && !looks && !hidesValue(String(v['key'])))
        return { ...v, ...(walk({ ...v, value: undefined }, NOWHERE) as Json), value };
      const about = Object.entries(v).map(([key, one]): [string, unknown] => {
        if (!/val(ue)?s?$/i.test(key)) return [key, walk(one, NOWHERE)];
        return [key, one === '' || one === undefined || one === null ? one : take(JSON.stringify(one), '')];
      });
      return Object.fromEntries(about);
    },
    text: (value) => take(value, masked(value)),
    get removed() {
      return removed;
    },
  };
}

const inside = (place: Place, key: string): Place => {
  const within = place.within || PRIVATE.includes(key);
  return { ...place, within, fields: place.fields || (within && FIELDS.test(key)) };
};

/** `names` is what the object calls its value. */
function hides(key: string, names: readonly string[], value: string, place: Place): boolean {
  if (value === '' || isTemplate(value)) return false;
  if (place.fields && (names.length > 0 || !isDescription(key)))
    return !(names.length > 0 ? names : [key]).every((name) => HARMLESS.test(name));
  if (place.secret && HELD.test(key)) return true;
  return names.length > 0 ? names.some(hidesValue) : hidesValue(key);
}

/** Texts, and numbers that are too long to count anything. */
const isSecretValue = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Math.abs(value) >= 1e7);

/** What a field says about itself, rather than its value. */
const isDescription = (key: string): boolean =>
  /^(type|key|name|title|header|headerName|fieldName|field|_id|refId|label)$/i.test(key);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
