import { fieldsAt, typeAt } from '../apis/graphql/selection';
import { answerPath } from '../apis/openapi/answer-path';
import type { Schema } from '../apis/openapi/document';
import { successesOf } from '../apis/openapi/responses';
import { shapeOf } from '../apis/openapi/schemas';
import type { Documented } from '../generator/check/openapi';
import { followSamples, sampleAnswers, sampleKeys } from '../generator/check/samples';
import { shapeAt, type Known } from '../generator/check/shapes';
import { answerSteps } from '../generator/model/answer-steps';
import type { Shape } from '../generator/model/filters';
import { documentedOf, knownOf, type CursorContext } from './known';
import { schemaInWords } from './schema-in-words';

/** What stands at a path of an answer: its type as the API has it, or an example; and what is said of it. */
export interface AnswerPart {
  readonly type: string;
  readonly says?: string;
  /** What kind of value it is for a filter, where that is certain. */
  readonly shape: Shape | undefined;
}

/** What is known of the answer of an action. Paths count from its top; `[0]` is any entry of a list. */
export interface KnownAnswer {
  readonly keysBelow: (path: string) => readonly string[];
  readonly at: (path: string) => AnswerPart | undefined;
}

/** From the query and its schema, else from the service's document, else from prepared answers beside the spec. */
export function answerOf(context: CursorContext): KnownAnswer | undefined {
  const known = knownOf(context);
  if (known) return ofQuery(known);
  const documented = documentedOf(context);
  if (documented) return ofDocument(documented);
  const { bot, action, folder } = context;
  const request = action?.request;
  const samples = bot && request?.kind === 'rest' ? sampleAnswers(bot, request, folder) : [];
  return samples.length === 0 ? undefined : ofSamples(samples);
}

const ofQuery = (known: Known): KnownAnswer => ({
  keysBelow: (path) => fieldsAt(known.schema, known.document, path),
  at: (path) => {
    const type = typeAt(known.schema, known.document, path);
    return type && { type: String(type), shape: shapeAt(known, path) };
  },
});

function ofDocument({ document, operation }: Documented): KnownAnswer {
  const schemasAt = (path: string): readonly Schema[] =>
    successesOf(operation).flatMap(({ schema }) => {
      const found = answerPath(document, schema, answerSteps(path));
      return typeof found === 'object' && 'schema' in found ? [found.schema] : [];
    });
  return {
    keysBelow: (path) => [
      ...new Set(schemasAt(path).flatMap((one) => [...(shapeOf(document, one)?.properties.keys() ?? [])])),
    ],
    at: (path) => {
      const [schema] = schemasAt(path);
      if (schema === undefined) return undefined;
      const inWords = schemaInWords(document, schema);
      const { types, format, choices } = inWords;
      return { ...inWords, shape: choices ? 'enum' : (SHAPES[`${types} ${format}`] ?? SHAPES[types]) };
    },
  };
}

/** A plain string may hold anything: a date, an amount, an address. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'string date': 'date',
  'string date-time': 'date',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'block',
};

function ofSamples(samples: readonly unknown[]): KnownAnswer {
  const thingsAt = (path: string) => followSamples(samples, path.replace(/\[0\]/g, '.*')) ?? [];
  return {
    keysBelow: (path) => sampleKeys(thingsAt(path).filter((thing) => !Array.isArray(thing))),
    at: (path) => {
      const things = thingsAt(path);
      const thing = things.find((one) => one !== null) ?? things[0];
      return thing === undefined ? undefined : { type: exampleOf(thing), shape: shapeOfSample(thing) };
    },
  };
}

function exampleOf(thing: unknown): string {
  if (Array.isArray(thing)) return `a list, here of ${thing.length}`;
  if (typeof thing === 'object' && thing !== null) return 'an object';
  const json = JSON.stringify(thing).replaceAll('`', "'");
  return `such as ${json.length > 60 ? `${json.slice(0, 59)}…` : json}`;
}

const shapeOfSample = (thing: unknown): Shape | undefined =>
  Array.isArray(thing)
    ? 'list'
    : typeof thing === 'object' && thing !== null
      ? 'block'
      : typeof thing === 'number' || typeof thing === 'boolean'
        ? (typeof thing as 'number' | 'boolean')
        : undefined;
