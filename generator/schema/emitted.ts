import type { SchemaNotes } from '../model/written/kinds';
import { action } from '../model/written/action';
import { bot } from '../model/written/bot';
import { utterances } from '../model/written/utterances';
import { translation } from './translation';

/** A JSON Schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const DIALECT = { $schema: 'https://json-schema.org/draft/2020-12/schema' };

/** Where constructs stand that several files refer to. */
const PARTS = 'parts.schema.json';

/**
 * The JSON Schemas of everything that an author writes, by file name: what `validate` checks specs with and what editors
 * read. They are made from the constructs under `model/written/`; each of these stands in one place of one file.
 */
export function emittedSchemas(): Readonly<Record<string, JsonSchema>> {
  const parts = new Map<string, JsonSchema>();
  const ofAction = emitted(action, parts, PARTS);
  const ofBot = emitted(bot, parts, PARTS);
  const translated = new Map<string, JsonSchema>();
  const ofLocale = emitted(translation(), translated, '');
  return {
    'action.schema.json': { ...DIALECT, ...ofAction },
    'bot.schema.json': { ...DIALECT, ...ofBot },
    'locale.schema.json': { ...DIALECT, ...ofLocale, $defs: Object.fromEntries(translated) },
    'utterances.schema.json': { ...DIALECT, ...emitted(utterances, parts, PARTS) },
    [PARTS]: { ...DIALECT, title: 'What actions and bots are made of', $defs: Object.fromEntries(parts) },
  };
}

/** A construct as plain JSON Schema; the parts in it are collected, and referred to in `file`. */
function emitted(construct: object, parts: Map<string, JsonSchema>, file: string): JsonSchema {
  const entries = Object.entries(construct).filter(([key]) => !NOTES.has(key));
  return Object.fromEntries(
    entries.map(([key, value]: readonly [string, unknown]) => {
      if (key !== 'properties') return [key, isConstruct(value) ? referred(value, parts, file) : value];
      const keys = Object.entries(value as JsonSchema).map(([name, one]) => [
        name,
        referred(one as object, parts, file),
      ]);
      return [key, Object.fromEntries(keys)];
    }),
  );
}

const NOTES: ReadonlySet<string> = new Set(Object.keys({ said: 0, part: 0, about: 0, recursive: 0 } satisfies Every));

type Every = Readonly<Record<keyof SchemaNotes, 0>>;

const isConstruct = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A construct where it is used: whole, or as a reference to its part. */
function referred(construct: object, parts: Map<string, JsonSchema>, file: string): JsonSchema {
  const { part, about, recursive, description } = construct as SchemaNotes & { readonly description?: string };
  if (part === undefined) return emitted(construct, parts, file);
  if (recursive !== true && !parts.has(part)) parts.set(part, emitted({ ...construct, description: about }, parts, ''));
  return { $ref: `${file}#/$defs/${part}`, ...(description === about ? {} : { description }) };
}
