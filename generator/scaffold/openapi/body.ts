import { sampleOfSchema } from '../../../apis/openapi/sample';
import type { ApiDocument, Schema } from '../../../apis/openapi/document';
import type { Operation } from '../../../apis/openapi/operations';
import type { DraftValue } from '../draft';
import type { Asking } from './asked';
import { plainSchema, type PlainSchema } from './plain-schema';

/** A body, and what the document has besides that is not asked for. */
export interface BodyDraft {
  readonly body: DraftValue;
  readonly as: 'json' | 'form';
  readonly others: readonly string[];
}

/** What is nested deeper than this is taken from the document's example. */
const DEEPEST = 5;

/** So many things that may be left out are asked for: more would be an interrogation. */
const MOST_OPTIONAL = 2;

/** What people are most likely to want to say. */
const LIKELY =
  /^(title|name|subject|summary|description|body|comment|note|notes|message|content|text|status|state|priority|email|due_?date|amount|quantity)$/i;

/** The body of an operation: all that it must have, and of what it may have the likeliest. */
export function bodyDraft(
  document: ApiDocument,
  { body: wanted }: Operation,
  thing: string,
  asking: Asking,
): BodyDraft | undefined {
  if (wanted === undefined) return undefined;
  const others: string[] = [];
  const budget = { left: MOST_OPTIONAL };
  const tree = treeFor({ document, asking, others, budget }, wanted.schema, { name: thing, of: '', depth: 0 });
  if (tree === undefined && !wanted.required) return undefined;
  return { body: tree ?? firstOf(document, wanted.schema, thing, asking), as: wanted.as, others };
}

/** A body that must be there, with nothing in it that must, has the first that it may have. */
function firstOf(document: ApiDocument, schema: Schema, thing: string, asking: Asking): DraftValue {
  const [first] = plainSchema(document, schema).properties;
  const around = { document, asking, others: [], budget: { left: 1 } };
  const value = first && treeFor(around, first[1].schema, { name: first[0], of: thing, depth: 1 });
  return first === undefined || value === undefined ? {} : { [first[0]]: value };
}

interface Around {
  readonly document: ApiDocument;
  readonly asking: Asking;
  readonly others: string[];
  readonly budget: { left: number };
}

interface At {
  readonly name: string;
  readonly of: string;
  readonly depth: number;
}

function treeFor(around: Around, written: Schema, at: At): DraftValue | undefined {
  const { document, asking } = around;
  const schema = plainSchema(document, written);
  if (schema.type === 'object' || (schema.type === 'any' && schema.properties.size > 0))
    return objectFor(around, schema, written, at);
  if (schema.type === 'array') return listFor(around, schema, at);
  return asking.ask({ name: at.name, of: at.of, schema: written, inBody: true });
}

type Entry = readonly [name: string, property: { readonly schema: Schema; readonly required: boolean }];

function objectFor(around: Around, schema: PlainSchema, written: Schema, at: At): DraftValue | undefined {
  const { document } = around;
  if (at.depth >= DEEPEST || schema.properties.size === 0) return sampleFor(document, written);
  const entries = [...schema.properties].filter(([, one]) => !plainSchema(document, one.schema).readOnly);
  // A wrapper is a part of the way, not a choice: { ticket: { … } } whose only key may be left out.
  const [alone] = entries;
  const isWrapper = entries.length === 1 && alone !== undefined && isBlock(document, alone[1].schema);
  const required = isWrapper ? entries : entries.filter(([, one]) => one.required);
  const tree = new Map<string, DraftValue>();
  for (const [name, one] of required) {
    const value = treeFor(around, one.schema, { name, of: at.name, depth: at.depth + 1 });
    if (value !== undefined) tree.set(name, value);
  }
  for (const [name, one] of likeliest(around, entries, required, at)) {
    around.budget.left -= 1;
    tree.set(name, around.asking.ask({ name, of: at.name, schema: one.schema, optional: true, inBody: true }));
  }
  around.others.push(...entries.map(([name]) => name).filter((name) => !tree.has(name)));
  return tree.size === 0 ? sampleOrNothing(document, written, at) : Object.fromEntries(tree);
}

/** What may be left out and people are likely to say; anything single where nothing must be there. */
function likeliest(
  { document, budget }: Around,
  entries: readonly Entry[],
  required: readonly Entry[],
  { depth }: At,
): readonly Entry[] {
  if (depth > 1) return [];
  const open = entries.filter((one) => !required.includes(one) && isSingle(document, one[1].schema));
  const likely = open.filter(([name]) => LIKELY.test(name));
  const wanted = required.length > 0 ? likely : [...likely, ...open.filter((one) => !likely.includes(one))];
  return wanted.slice(0, budget.left);
}

/** A block that must be there has what the document gives as its example. */
const sampleOrNothing = (document: ApiDocument, written: Schema, { depth }: At): DraftValue | undefined =>
  depth === 0 ? undefined : sampleFor(document, written);

const sampleFor = (document: ApiDocument, written: Schema): DraftValue | undefined => {
  const sample = sampleOfSchema(document, written, 'request') as DraftValue | undefined;
  return sample === null ? undefined : harmless(sample);
};

/** A text of a document is no placeholder. */
function harmless(value: DraftValue | undefined): DraftValue | undefined {
  if (typeof value === 'string')
    return value
      .replaceAll('${', () => '$${')
      .replaceAll('{{', '{ {')
      .slice(0, 200);
  if (Array.isArray(value)) return value.slice(0, 3).map((one: DraftValue) => harmless(one) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, harmless(one) ?? null]));
}

const isBlock = (document: ApiDocument, schema: Schema) => plainSchema(document, schema).properties.size > 0;

const isSingle = (document: ApiDocument, schema: Schema) => {
  const { type, values, readOnly } = plainSchema(document, schema);
  return (type === 'string' || type === 'number' || type === 'boolean') && values.length !== 1 && !readOnly;
};

/** A list of single values is asked for as several; one of blocks gets one block. */
function listFor(around: Around, schema: PlainSchema, at: At): DraftValue | undefined {
  const { document, asking } = around;
  const inside = plainSchema(document, schema.items);
  const item = { name: singular(at.name), of: at.of, depth: at.depth + 1 };
  if (inside.type === 'object' || inside.properties.size > 0 || inside.type === 'array') {
    const value = schema.items === undefined || item.depth >= DEEPEST ? undefined : treeFor(around, schema.items, item);
    return value === undefined ? undefined : [value];
  }
  const isText = inside.type === 'string' || inside.type === 'any';
  if (!isText || inside.values.length > 0) {
    const value = asking.ask({ name: item.name, of: at.of, schema: schema.items, inBody: true });
    return [value];
  }
  return asking.ask({ name: at.name, of: at.of, schema: schema.items, many: true, inBody: true });
}

const singular = (name: string) => name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
