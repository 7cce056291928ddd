/** One place where what the platform exports differs from what was imported. */
export interface ExportedChange {
  /** `dialogs.*.nodes.*.metadata`: a list's places and refIds are stars, so that a kind of change is one line. */
  readonly at: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** How many places are of this kind. */
  readonly times: number;
  /** JSON of the first one's values, cut. */
  readonly before?: string;
  readonly after?: string;
}

type Json = Readonly<Record<string, unknown>>;

const LONGEST = 120;
/** More kinds of change than this are not read by anybody; the count says how many there were. */
const MOST = 400;

/**
 * What an export has differently from the file that was imported, field by field. Things with a `refId` are matched by
 * it, others by their place; ids under which the platform files them (`_id`) are not compared, references to them are
 * read as the file's own.
 */
export function fieldChanges(sent: unknown, exported: unknown): readonly ExportedChange[] {
  const found = new Map<string, ExportedChange>();
  const note = (at: string, kind: ExportedChange['kind'], before: unknown, after: unknown) => {
    const key = `${kind} ${at}`;
    const known = found.get(key);
    if (known === undefined && found.size >= MOST) return;
    const first = known ?? { at, kind, ...told('before', before), ...told('after', after) };
    found.set(key, { ...first, times: (known?.times ?? 0) + 1 });
  };
  const walk = (a: unknown, b: unknown, at: string): void => {
    if (a === b) return;
    if (Array.isArray(a) && Array.isArray(b)) return list(a, b, at);
    if (isObject(a) && isObject(b)) return object(a, b, at);
    note(at, 'changed', a, b);
  };
  const object = (a: Json, b: Json, at: string) => {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const inner = at === '' ? key : `${at}.${key}`;
      if (key === '_id' && Object.hasOwn(a, key) && Object.hasOwn(b, key)) continue;
      if (!Object.hasOwn(b, key)) note(inner, 'removed', a[key], undefined);
      else if (!Object.hasOwn(a, key)) note(inner, 'added', undefined, b[key]);
      else walk(a[key], b[key], inner);
    }
  };
  const list = (a: readonly unknown[], b: readonly unknown[], at: string) => {
    const [left, right] = [keyed(a), keyed(b)];
    for (const [key, value] of left) {
      if (right.has(key)) walk(value, right.get(key), `${at}.*`);
      else note(`${at}.*`, 'removed', value, undefined);
    }
    for (const [key, value] of right) if (!left.has(key)) note(`${at}.*`, 'added', undefined, value);
  };
  walk(sent, withIdsOf(sent, exported), '');
  return [...found.values()].sort((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const told = (name: 'before' | 'after', value: unknown) => {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? {} : { [name]: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text };
};

/** By what names them (a refId, or a variable's key), else by place. */
function keyed(values: readonly unknown[]): ReadonlyMap<string, unknown> {
  const name = (value: unknown, i: number): string => {
    if (!isObject(value)) return `#${i}`;
    const [own] = [value['refId'], value['key']].filter((v) => typeof v === 'string' && v !== '');
    return typeof own === 'string' ? own : `#${i}`;
  };
  return new Map(values.map((value, i) => [name(value, i), value]));
}

/** The export under the file's own ids: what has the same refId is the same thing. */
function withIdsOf(sent: unknown, exported: unknown): unknown {
  const own = idsByRefId(sent);
  const other = new Map<string, string>();
  for (const [refId, id] of idsByRefId(exported)) {
    const wanted = own.get(refId);
    if (wanted !== undefined && wanted !== id) other.set(id, wanted);
  }
  const moved = (value: unknown): unknown => {
    if (typeof value === 'string') return other.get(value) ?? value;
    if (Array.isArray(value)) return value.map(moved);
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, moved(v)]));
  };
  return other.size === 0 ? exported : moved(exported);
}

function idsByRefId(value: unknown, found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) for (const one of value) idsByRefId(one, found);
  else if (isObject(value)) {
    const { _id: id, refId } = value;
    if (typeof id === 'string' && typeof refId === 'string') found.set(refId, id);
    for (const one of Object.values(value)) idsByRefId(one, found);
  }
  return found;
}
