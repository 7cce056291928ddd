import type { ApiDocument } from '../../../apis/openapi/document';
import { scopesOfOperation, schemesOf } from '../../../apis/openapi/credentials';
import { wholePath } from '../../../apis/openapi/find-operation';
import type { Operation, Parameter } from '../../../apis/openapi/operations';
import { sampleParameter } from '../../../apis/openapi/sample';
import type { Draft, Drafted, DraftValue } from '../draft';
import { descriptionOf, thingOf, titleOf } from '../words';
import { answerDraft } from './answer';
import { asking, type Asking } from './asked';
import { bodyDraft, type BodyDraft } from './body';
import { titleIn } from './naming';
import { outcomesOf } from './outcomes';
import { plainSchema } from './plain-schema';
import { plainSentence } from './plain-text';

/** The id of an action and the name of an input are one name in an export, with a word behind it. */
const MOST_LETTERS = 37;

/** How an operation is to be called as an action. */
export interface OperationSelection {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
}

/** An action from an operation: everything that its document says of it; or why there can be none. */
export function draftFromOperation(
  document: ApiDocument,
  operation: Operation,
  selection: OperationSelection,
): Drafted {
  const reads = isRead(operation);
  const answer = answerDraft(document, operation);
  const isYes = reads && answer.fields.length === 0 && operation.responses.some(({ status }) => status === '204');
  const reason = obstacle(operation, answer.fields.length > 0 || isYes, reads);
  if (reason !== undefined)
    return { problems: [{ message: `${operation.method.toUpperCase()} ${operation.path}: ${reason}` }] };
  const thing = thingOf(selection.id);
  const asked = asking(document, MOST_LETTERS - selection.id.replaceAll('-', '').length);
  const path = pathOf(operation, thing, asked);
  const query = queryOf(document, operation, thing, asked);
  const headers = headersOf(document, operation, thing, asked);
  const body = bodyDraft(document, operation, thing, asked);
  const title = selection.title ?? titleIn(operation) ?? titleOf(selection.id);
  const scopes = scopesOfOperation(operation);
  const draft: Draft = {
    id: selection.id,
    title,
    description: selection.description ?? describe(operation, selection.id, asked),
    ...(scopes.length > 0 && { scopes }),
    inputs: asked.inputs,
    request: {
      kind: 'rest',
      method: operation.method.toUpperCase(),
      path,
      query,
      headers,
      ...(body && { body: body.body, as: body.as }),
      others: othersOf(operation, query, body),
      writes: !reads,
      assumed: false,
    },
    ...answer,
    confirm: {},
    outcomes: [...(isYes ? [YES] : []), ...outcomesOf(document, operation)],
    ...(!reads && { done: true as const }),
  };
  return { draft };
}

/** Some look only whether something is so: 204 says that it is, 404 that it is not. */
const YES = { name: 'yes', statuses: [204], says: 'Yes, that is so.' };

/** Why an operation can be no action; undefined when it can. */
function obstacle(
  { otherBody, body, method, parameters }: Operation,
  hasFields: boolean,
  reads: boolean,
): string | undefined {
  if (otherBody.length > 0 && body === undefined)
    return `it takes ${otherBody[0] ?? 'something'}, which no conversation can give`;
  if (method === 'get' && body?.required === true) return 'it is a GET with a body';
  if (reads && !hasFields) return 'its answer has nothing in it that could be shown';
  const needed = parameters.find(
    ({ required, in: place, name }) => place === 'header' && required && /^(cookie|range)$/i.test(name),
  );
  return needed === undefined ? undefined : `it needs the header ${needed.name}`;
}

/** A POST that only looks something up says so by its name or its path. */
function isRead({ method, id, path, responses }: Operation): boolean {
  if (method === 'get') return true;
  if (
    method !== 'post' ||
    !responses.some(({ status }) => status === '200' || status === 'default' || status === '2XX')
  )
    return false;
  return (
    /(^|[^a-z])(search|query|lookup|find|filter|list)([^a-z]|$)/i.test(id.replace(/([a-z])([A-Z])/g, '$1 $2')) ||
    /\/(search|query|lookup)(\.json)?$/.test(path)
  );
}

function pathOf(operation: Operation, thing: string, asked: Asking): string {
  return wholePath(operation).replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return textOf(asked.ask(wantedOf(parameter ?? missing(name), thingBefore(operation.path, name) ?? thing)));
  });
}

/** A parameter that the document forgot to describe. */
const missing = (name: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description: '',
  schema: { type: 'string' },
});

/** `{id}` behind `/tickets/` is the id of a ticket. */
const thingBefore = (path: string, name: string): string | undefined => {
  const before = path.split('/').reverse();
  const at = before.findIndex((step) => step.includes(`{${name}}`));
  const step = before.slice(at + 1).find((one) => one !== '' && !/[{}]/.test(one));
  return step?.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
};

const wantedOf = ({ name, schema, description, example }: Parameter, of: string) => ({
  name,
  of,
  schema,
  description,
  ...(example !== undefined && { example }),
  inBody: false,
});

/** A single value as it stands in an address. */
const textOf = (value: DraftValue): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** The size of a page, as APIs call it; a message shows so many things. */
const SIZES =
  /^(limit|per_page|perPage|page_size|pageSize|page\[size\]|\$top|maxResults|max_results|count|size|page_limit)$/;
const PAGE = 4;
const SEARCHES = /^(q|query|search|term|keyword|keywords|search_?term)$/i;

function queryOf(
  document: ApiDocument,
  operation: Operation,
  thing: string,
  asked: Asking,
): Readonly<Record<string, string>> {
  const all = operation.parameters.filter((one) => one.in === 'query');
  const searches = /search|find/i.test(operation.id);
  return Object.fromEntries(
    all.flatMap((parameter): readonly [string, string][] => {
      const { name, required } = parameter;
      const schema = plainSchema(document, parameter.schema);
      if (SIZES.test(name) && schema.type === 'number' && (schema.least ?? 0) <= PAGE && (schema.most ?? PAGE) >= PAGE)
        return [[name, String(PAGE)]];
      const isAsked = required || (searches && SEARCHES.test(name) && !all.some((one) => one.required));
      if (!isAsked) return [];
      return [[name, single(document, parameter, schema.type === 'object', thing, asked)]];
    }),
  );
}

/** A parameter that is an object, or a list of some, is taken from the document's example. */
function single(document: ApiDocument, parameter: Parameter, isObject: boolean, thing: string, asked: Asking): string {
  const schema = plainSchema(document, parameter.schema);
  if (schema.type === 'array') return textOf(asked.ask({ ...wantedOf(parameter, thing), schema: schema.items }));
  if (!isObject) return textOf(asked.ask(wantedOf(parameter, thing)));
  const sample = sampleParameter(document, parameter);
  return (typeof sample === 'string' ? sample : JSON.stringify(sample)).replaceAll('${', () => '$${');
}

/** Headers that every request has by itself, or that the credentials bring. */
const OWN = /^(accept|content-type|authorization|user-agent|host|content-length)$/i;

function headersOf(
  document: ApiDocument,
  operation: Operation,
  thing: string,
  asked: Asking,
): Readonly<Record<string, string>> {
  const keys = schemesOf(document).flatMap((scheme) => (scheme.kind === 'apiKey' ? [scheme.key.toLowerCase()] : []));
  return Object.fromEntries(
    operation.parameters.flatMap((parameter): readonly [string, string][] => {
      const { name, required, in: place } = parameter;
      if (place !== 'header' || OWN.test(name) || keys.includes(name.toLowerCase())) return [];
      if (/idempotency|request-?id/i.test(name)) return [[name, '${once}']];
      if (!required) return [];
      const { default: given, values } = plainSchema(document, parameter.schema);
      const known = given ?? parameter.example ?? values[0];
      if (known !== undefined) return [[name, textOf(known as DraftValue)]];
      return [[name, textOf(asked.ask(wantedOf(parameter, thing)))]];
    }),
  );
}

/** What the operation takes besides, by name. */
function othersOf(
  { parameters }: Operation,
  query: Readonly<Record<string, string>>,
  body: BodyDraft | undefined,
): readonly string[] {
  const names = parameters
    .filter((one) => one.in === 'query' && !Object.hasOwn(query, one.name))
    .map(({ name }) => name);
  return [...new Set([...names, ...(body?.others ?? [])])].filter((name) => /^[\w.[\]$-]+$/.test(name));
}

function describe(operation: Operation, id: string, { inputs }: Asking): string {
  const written = [operation.description, operation.summary]
    .map((text) => plainSentence(text))
    .find((text) => text.length > 12 && text.includes(' '));
  if (written === undefined)
    return descriptionOf(
      id,
      operation.method,
      inputs.filter((one) => one.optional !== true).map(({ label }) => label),
    );
  return /[.!?]$/.test(written) ? written : `${written}.`;
}
