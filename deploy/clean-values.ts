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

/** Shorter secrets are not looked for in texts: they would be found in words. */
const SHORTEST = 8;

interface Place {
  /** Inside a part that holds credentials. */
  readonly within: boolean;
  /** Inside one of its lists of headers or fields. */
  readonly fields: boolean;
}

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
    const inner = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
    if (inner === undefined) return take(text, masked(text));
    const before = removed;
    const clean = walk(inner, place);
    return removed === before ? text : JSON.stringify(clean);
  };
  const walk = (value: unknown, place: Place): unknown => {
    if (typeof value === 'string') return string(value, place);
    if (Array.isArray(value)) return value.map((v) => walk(v, place));
    if (typeof value !== 'object' || value === null) return value;
    const object = value as Json;
    const named = NAMES.map((key) => object[key]).find((name) => typeof name === 'string');
    return Object.fromEntries(
      Object.entries(object).map(([key, v]) => {
        const holds = key === 'value' || key === 'defaultValue' ? named : undefined;
        return [key, typeof v === 'string' && hides(key, holds, v, place) ? take(v, '') : walk(v, inside(place, key))];
      }),
    );
  };
  return {
    definition: (value) => walk(value, { within: false, fields: false }),
    variable: (v) => {
      const value = typeof v['value'] === 'string' ? v['value'] : '';
      const secret = v['isSecured'] === true || hidesValue(String(v['key'])) || masked(value) !== value;
      const about = walk({ ...v, value: undefined }, { within: false, fields: false }) as Json;
      return { ...v, ...about, value: secret && value !== '' ? take(value, '') : v['value'] };
    },
    text: (value) => take(value, masked(value)),
    get removed() {
      return removed;
    },
  };
}

const inside = (place: Place, key: string): Place => {
  const within = place.within || PRIVATE.includes(key);
  return { within, fields: place.fields || (within && FIELDS.test(key)) };
};

/** `pair` is the name that the object gives to its value. */
function hides(key: string, pair: string | undefined, value: string, place: Place): boolean {
  if (value === '' || isTemplate(value)) return false;
  const name = pair ?? key;
  if (place.fields && (pair !== undefined || !isDescription(key))) return !HARMLESS.test(name);
  return hidesValue(name);
}

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
