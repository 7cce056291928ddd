import type { Target } from '../format';
import { FACTS, type Extent, type ExportFacts } from './facts';
import { exportObjects, type JsonObject, type ExportObject } from './kinds';
import type { KindFacts } from './measure';
import { ownValue } from '../own-value';

/**
 * How an object differs from those of its kind in real exports: it lacks a key that all of them have (`missing`) or most
 * of them (`unusual`), has one that none has (`unseen`), or has a value that none has where only few values were seen
 * (`value`). `kind`: nothing of the kind was seen at all.
 */
export type DeviationKind = 'missing' | 'unusual' | 'unseen' | 'value' | 'kind';

/** All objects of a kind that differ in the same way. */
export interface Deviation {
  readonly kind: string;
  readonly difference: DeviationKind;
  /** Empty when the difference is the kind itself. */
  readonly key: string;
  /** What stands there instead, as JSON; only of `value`. */
  readonly value?: string;
  /** How many objects, and the first of them as a JSON Pointer. */
  readonly objects: number;
  readonly where: string;
}

/** An export, or what was built to be imported. */
export interface Export {
  readonly target: Target;
  readonly extent: Extent;
  readonly definition: JsonObject;
  readonly config: JsonObject;
}

/** Compares an export key by key with what is known of real ones. In the order in which the kinds occur. */
export function compareShape(compared: Export, facts: ExportFacts = FACTS[compared.target]): readonly Deviation[] {
  const found = new Map<string, Deviation>();
  for (const kind of exportObjects(compared)) {
    const known = ownValue(facts.partial, kind.kind);
    const real = compared.extent === 'partial' && known ? known : ownValue(facts.whole, kind.kind);
    for (const one of differences(kind, real)) {
      const id = [one.kind, one.difference, one.key, one.value].join('\n');
      const before = found.get(id);
      found.set(id, before ? { ...before, objects: before.objects + 1 } : { ...one, objects: 1, where: kind.where });
    }
  }
  return [...found.values()];
}

type Found = Omit<Deviation, 'objects' | 'where'>;

function* differences({ kind, value }: ExportObject, facts: KindFacts | undefined): Generator<Found> {
  if (!facts) {
    yield { kind, difference: 'kind', key: '' };
    return;
  }
  const always = new Set(facts.always.split(' ').filter(Boolean));
  const sometimes = new Map(Object.entries(facts.sometimes ?? {}));
  for (const key of always) if (!Object.hasOwn(value, key)) yield { kind, difference: 'missing', key };
  for (const [key, count] of sometimes)
    if (!Object.hasOwn(value, key) && count > facts.objects / 2) yield { kind, difference: 'unusual', key };
  for (const key of Object.keys(value))
    if (!always.has(key) && !sometimes.has(key)) yield { kind, difference: 'unseen', key };
  yield* otherValues(kind, value, facts);
}

function* otherValues(kind: string, value: JsonObject, { values = {} }: KindFacts): Generator<Found> {
  for (const [key, seen] of Object.entries(values)) {
    const text = JSON.stringify(sorted(value[key]));
    if (Object.hasOwn(value, key) && !seen.some((one) => JSON.stringify(sorted(one)) === text))
      yield { kind, difference: 'value', key, value: text };
  }
}

/** The order of keys differs between versions of the platform and is no difference. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
