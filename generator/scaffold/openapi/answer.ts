import type { ApiDocument, Schema } from '../../../apis/openapi/document';
import type { ApiResponse, Operation } from '../../../apis/openapi/operations';
import { successesOf } from '../../../apis/openapi/responses';
import type { Draft, LeafField } from '../draft';
import { nameOf } from '../words';
import { plainSchema, type PlainSchema } from './plain-schema';

/** What is read of an answer; without fields, nothing is. */
export type AnswerDraft = Pick<Draft, 'at' | 'fields' | 'list'>;

const WHOLE = '.';
const NOTHING: AnswerDraft = { at: WHOLE, fields: [] };

/** The answer of an operation that went well: its list, or the thing that it is about, with what people want to see. */
export function answerDraft(document: ApiDocument, operation: Operation): AnswerDraft {
  const response: ApiResponse | undefined = successesOf(operation).find(({ schema }) => schema !== undefined);
  if (response?.schema === undefined) return NOTHING;
  const schema = plainSchema(document, response.schema);
  if (schema.type === 'array') return listAnswer(document, schema.items, WHOLE, 'things');
  const steps = operation.path.split('/').filter((step) => step !== '' && !step.includes('{'));
  const name = (steps.at(-1) ?? '').replace(/\.json$/, '');
  const isList = operation.method === 'get' ? !/\}(\.json)?$/.test(operation.path) : false;
  const list = isList ? listIn(document, schema, name) : undefined;
  if (list !== undefined) return listAnswer(document, list.items, list.key, list.key);
  const wrapper = wrapperIn(document, schema, name);
  if (wrapper !== undefined)
    return { at: wrapper, fields: leaves(document, plainSchema(document, schema.properties.get(wrapper)?.schema)) };
  const fields = leaves(document, schema);
  const other = fields.length === 0 ? listIn(document, schema, name) : undefined;
  return other === undefined ? { at: WHOLE, fields } : listAnswer(document, other.items, other.key, other.key);
}

/** Keys under which APIs hand out their lists. */
const LISTS = /^(data|items|results|records|values?|entries|list|elements|content|objects|hits)$/i;

function listIn(document: ApiDocument, schema: PlainSchema, name: string) {
  const lists = [...schema.properties].flatMap(([key, one]) => {
    const found = plainSchema(document, one.schema);
    return found.type === 'array' && found.items !== undefined ? [{ key, items: found.items }] : [];
  });
  const [only, ...more] = lists;
  return (
    lists.find(({ key }) => key === name) ??
    lists.find(({ key }) => LISTS.test(key)) ??
    (more.length === 0 ? only : undefined)
  );
}

/** The block that holds the thing: the only one, `data`, or the one that is called as the path is. */
function wrapperIn(document: ApiDocument, { properties }: PlainSchema, name: string): string | undefined {
  const blocks = [...properties].filter(([, one]) => {
    const found = plainSchema(document, one.schema);
    return found.type === 'object' && found.properties.size > 0;
  });
  const named = blocks.find(([key]) => key === name || `${key}s` === name || key === 'data');
  return (named ?? (properties.size === 1 ? blocks[0] : undefined))?.[0];
}

function listAnswer(document: ApiDocument, items: Schema | undefined, each: string, key: string): AnswerDraft {
  const schema = plainSchema(document, items);
  const name = nameOf(key) === 'value' ? 'things' : nameOf(key);
  if (schema.properties.size === 0 && schema.type !== 'object' && schema.type !== 'array')
    return { at: WHOLE, fields: [{ name, each, fields: [{ name: 'entry', value: WHOLE, kind: 'text' }] }], list: name };
  const fields = leaves(document, schema);
  return fields.length === 0 ? NOTHING : { at: WHOLE, fields: [{ name, each, fields }], list: name };
}

/** What tells a person most about a thing, the first first. */
const TELLING: readonly RegExp[] = [
  /^(title|name|subject|summary|display_?name|full_?name|headline|label)$/i,
  /^(number|key|login|user_?name|email|reference|code|slug)$/i,
  /^(status|state|priority|type|kind)$/i,
  /(amount|total|price|balance|currency)$/i,
  /^(description|body|message|content|text|comment|note)$/i,
  /(created|updated|due|start|end|date)/i,
  /^(html_url|permalink|web_url|url)$/i,
  /^(first_?name|last_?name|city|country|phone)$/i,
  /./,
];

/** What tells nobody anything. */
const DULL =
  /(_url|_href|node_id|gravatar|avatar|sha|hash|etag|token|secret|password|cursor|checksum|object)$|^(_|@)|^(self|href|links?)$/i;

/** What is said of the pages of a list, not of a thing. */
const PAGES =
  /^(next|prev|previous|cursor|has_?(more|next)|next_?page|page|per_?page|total_?pages|offset|limit|(start|end)_?cursor)$/i;

const MOST_FIELDS = 6;

interface Found {
  readonly field: LeafField;
  readonly rank: number;
}

/** The single values of a block that tell most, also of blocks in it. */
function leaves(document: ApiDocument, schema: PlainSchema): readonly LeafField[] {
  const found = leavesAt(document, schema, []);
  const best = [...found].sort((a, b) => a.rank - b.rank).slice(0, MOST_FIELDS);
  const names = new Set<string>();
  return best.flatMap(({ field }) => {
    if (names.has(field.name)) return [];
    names.add(field.name);
    return [field];
  });
}

function leavesAt(document: ApiDocument, { properties }: PlainSchema, path: readonly string[]): readonly Found[] {
  return [...properties].flatMap(([key, one]): readonly Found[] => {
    if (!KEY.test(key) || PAGES.test(key)) return [];
    const here = [...path, key];
    const schema = plainSchema(document, one.schema);
    if (schema.properties.size > 0 && schema.type !== 'array')
      return path.length < 2 ? leavesAt(document, schema, here).map((f) => ({ ...f, rank: f.rank + 6 })) : [];
    if (['object', 'any', 'array'].includes(schema.type)) return [];
    return [{ field: leaf(here, schema), rank: rankOf(key) }];
  });
}

/** A dot in a key would be a step, and what begins with a digit a place in a list. */
const KEY = /^[^\d.[\]|"'\s][^.[\]|"'\s]*$/;

const rankOf = (key: string): number =>
  DULL.test(key) ? 30 : TELLING.findIndex((like) => like.test(key)) + (key === 'id' ? 10 : 0);

function leaf(path: readonly string[], { type, format }: PlainSchema): LeafField {
  const name = nameOf(path.join(' '));
  const at = path.join('.');
  if (format === 'date-time' || format === 'date') return { name, value: `${at} | date`, kind: 'text' };
  if (type === 'string' && (format === 'uri' || /^(html_url|permalink|web_url)$/.test(path.at(-1) ?? '')))
    return { name, value: `${at} | url`, kind: 'link' };
  const isLong = type === 'string' && /description|body|content|message|text|note/i.test(path.at(-1) ?? '');
  return { name, value: isLong ? `${at} | truncate(200)` : at, kind: 'text' };
}
