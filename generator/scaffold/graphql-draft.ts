import { type GraphQLCompositeType, type GraphQLSchema, getNamedType, isCompositeType, Kind } from 'graphql';
import { messages } from '../diagnostics/messages';
import { checkOperation, type GraphqlOperation } from '../../apis/graphql/check-operation';
import { plainly } from '../../apis/graphql/plainly';
import type { Problem } from '../../apis/graphql/problem';
import { fieldReader, setsBelow, type FieldReader, type SelectedField } from '../../apis/graphql/selected-fields';
import { connectionEntries, fieldsOf, type FoundFields } from './answer-fields';
import type { Draft, DraftField, Drafted, LeafField } from './draft';
import type { Hints } from './hints';
import { inputsOf } from './inputs';
import { labelOf, thingOf, titleOf } from './words';

/** What is asked for: a query, and how the action is to be called. */
export interface GraphqlRequestDraft {
  readonly id: string;
  readonly query: string;
  readonly title?: string;
  readonly description?: string;
}

/** A query that cannot be read is told in the words of a build. */
const sentenceOf = ({ code, message }: Problem) =>
  code === 'graphql-syntax' ? messages[code](plainly(message)) : message;

/** An action from a GraphQL query: everything that the query and the schema say. Problems have their place in the query. */
export function draftFromGraphql(schema: GraphQLSchema, request: GraphqlRequestDraft, hints: Hints): Drafted {
  const { operation, problems } = checkOperation(schema, request.query);
  if (!operation) {
    const errors = problems.filter((p) => p.severity === 'error');
    return { problems: errors.map((p) => ({ message: sentenceOf(p), line: p.line, column: p.column })) };
  }
  const asked = inputsOf(schema, operation, hints);
  if (asked.problems.length > 0) return { problems: asked.problems };
  const answer = answerOf(schema, operation);
  if (!answer) return { problems: [{ message: 'The query selects nothing that could be shown.' }] };
  const paging = pagingOf(operation, answer);
  const title = request.title ?? titleOf(request.id);
  const thing = thingOf(request.id);
  const confirm = asked.inputs.find((input) => input.type === 'id' && answer.hasId);
  const draft: Draft = {
    id: request.id,
    title,
    description:
      request.description ??
      describe(
        thing,
        asked.inputs.map((i) => i.label),
        answer.fields,
      ),
    scopes: operation.scopes,
    cost: operation.cost,
    inputs: asked.inputs,
    request: {
      kind: 'graphql',
      query: request.query.trim(),
      variables: asked.variables,
      ...(paging === undefined ? {} : { paging }),
      ...(answer.pageSize === undefined ? {} : { pageSize: answer.pageSize }),
    },
    at: answer.at,
    ...visibility(answer, hints),
    confirm: confirm ? { [confirm.name]: 'id' } : {},
    fields: answer.fields,
    ...(answer.list === undefined ? {} : { list: answer.list }),
  };
  return { draft };
}

/**
 * An API may also find what is not meant for everyone, such as drafts. That is kept out where the query selects what tells it apart;
 * otherwise the author is told what to select.
 */
function visibility(answer: Answer, { visible }: Hints): Pick<Draft, 'only' | 'caution'> {
  const wanted = Object.entries(visible.get(answer.type) ?? {});
  const list = answer.fields.find((field) => field.name === answer.list);
  const values = (list && 'each' in list ? list.fields : answer.fields).flatMap((f) => ('value' in f ? [f.value] : []));
  const path = (name: string) =>
    values.map((v) => v.replace(/ \|.*/, '')).find((v) => v === name || v.endsWith(`.${name}`));
  const found = wanted.flatMap(([name, value]) => {
    const at = path(name);
    return at === undefined ? [] : [[at, value] as const];
  });
  if (found.length < wanted.length)
    return {
      caution: `Hidden ones come too: select ${wanted.map(([name]) => name).join(' and ')}, and create the file again.`,
    };
  return wanted.length === 0 ? {} : { only: Object.fromEntries<string>(found) };
}

interface Answer {
  /** The type of what is shown. */
  readonly type: string;
  readonly at: string;
  readonly fields: readonly DraftField[];
  readonly list?: string;
  /** Whether the answer itself has its id selected, under that name. */
  readonly hasId: boolean;
  readonly pageSize?: number;
}

/** The root field that the query is about: the one that takes a variable, else the first that has fields of its own. */
function answerOf(schema: GraphQLSchema, operation: GraphqlOperation): Answer | undefined {
  const read = fieldReader(schema, operation.document);
  const root = schema.getQueryType();
  const definition = operation.document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!root || !definition) return undefined;
  const fields = [...read([definition.selectionSet], root).always].flatMap(([key, field]) => {
    const type = getNamedType(field.type);
    return isCompositeType(type) ? [{ key, field, type }] : [];
  });
  const about = fields.find(({ field }) => takesVariable(field)) ?? fields[0];
  if (!about) return undefined;
  const { key, field, type } = about;
  return type.name.endsWith('Connection')
    ? connectionAnswer(read, key, field, type, operation)
    : objectAnswer(read, key, field, type, operation);
}

const takesVariable = (field: SelectedField) =>
  field.nodes.some((node) => (node.arguments ?? []).some((a) => JSON.stringify(a.value).includes('"Variable"')));

function connectionAnswer(
  read: FieldReader,
  key: string,
  field: SelectedField,
  type: GraphQLCompositeType,
  operation: GraphqlOperation,
): Answer | undefined {
  const entries = connectionEntries(read, field, type);
  if (!entries) return undefined;
  const { values } = fieldsOf(read, entries.sets, entries.type);
  const inside = values.map((v): LeafField => ({ ...v, value: [...entries.inner, v.value].join('.') }));
  if (inside.length === 0) return undefined;
  return {
    type: entries.type.name,
    at: `data.${key}`,
    fields: [{ name: key, each: entries.steps.join('.'), fields: inside }],
    list: key,
    hasId: false,
    ...pageSize(operation, `data.${key}`),
  };
}

function objectAnswer(
  read: FieldReader,
  key: string,
  field: SelectedField,
  type: GraphQLCompositeType,
  operation: GraphqlOperation,
): Answer | undefined {
  const found: FoundFields = fieldsOf(read, setsBelow(field), type);
  const lists = found.lists.filter((list) => list.fields.length > 0);
  const fields: readonly DraftField[] = [
    ...found.values,
    ...lists.map((list) => ({ name: list.key, each: list.each, fields: list.fields })),
  ];
  if (fields.length === 0) return undefined;
  const paged = lists.find((list) =>
    operation.connections.some((c) => isPaged(operation) && c.path === connectionPath(key, list.each)),
  );
  const shown = paged ?? (found.values.every((v) => v.name === 'id') ? lists[0] : undefined);
  return {
    type: type.name,
    at: `data.${key}`,
    fields,
    hasId: found.values.some((v) => v.value.startsWith('id |')),
    ...(shown === undefined ? {} : { list: shown.key, ...pageSize(operation, connectionPath(key, shown.each)) }),
  };
}

const connectionPath = (key: string, each: string) => `data.${key}.${each.split('.').slice(0, -1).join('.')}`;

const isPaged = (operation: GraphqlOperation) => operation.variables.some((v) => v.name === 'after');

function pageSize(operation: GraphqlOperation, path: string): { readonly pageSize?: number } {
  const first = operation.connections.find((c) => c.path === path)?.first;
  return first === undefined ? {} : { pageSize: first };
}

/** The connection that `$after` turns the pages of, when the answer says whether there is a further page. */
function pagingOf(operation: GraphqlOperation, answer: Answer): string | undefined {
  if (!isPaged(operation) || answer.list === undefined) return undefined;
  const list = answer.fields.find((f) => f.name === answer.list);
  if (!list || !('each' in list)) return undefined;
  const steps = list.each.split('.').slice(0, -1);
  const path = [answer.at, ...steps].join('.');
  const text = JSON.stringify(operation.document);
  return text.includes('"hasNextPage"') && text.includes('"endCursor"') ? path : undefined;
}

function describe(thing: string, inputs: readonly string[], fields: readonly DraftField[]): string {
  const all = fields.flatMap((f) => ('each' in f ? f.fields : [f])).filter((f) => f.kind === 'text' && f.name !== 'id');
  const shown = [...new Set(all.map((f) => labelOf(f.name)))].slice(0, 5);
  const by = inputs.length === 0 ? '' : ` by ${inputs.join(' and ')}`;
  return `Shows the ${thing}${by}${shown.length === 0 ? '' : `, with ${shown.join(', ')}`}.`;
}
