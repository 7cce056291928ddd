import type { DocumentNode, GraphQLCompositeType, GraphQLOutputType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { Kind, OperationTypeNode, getNamedType, getNullableType, isCompositeType, isListType } from 'graphql';
import type { SelectedField } from './selected-fields';
import { fieldReader, setsBelow } from './selected-fields';

/** What a response path leads to. */
interface Spot {
  readonly type: GraphQLOutputType;
  readonly sets: readonly SelectionSetNode[];
  readonly given?: readonly string[];
}

/**
 * The type of what the query selects at a response path such as `data.orders.nodes[0].name`, with its list and non-null
 * wrappers; `undefined` when it selects nothing there. Keys are response keys (aliases); `[0]` and `[*]` step into a list.
 * The leading `data` may be left out.
 */
export function typeAt(schema: GraphQLSchema, document: DocumentNode, path: string): GraphQLOutputType | undefined {
  return spotAt(schema, document, path)?.type;
}

/** The response keys selected at a path, in the order written; those of the entries when a list is there. */
export function fieldsAt(schema: GraphQLSchema, document: DocumentNode, path: string): string[] {
  const spot = spotAt(schema, document, path);
  if (!spot) return [];
  const type = getNamedType(spot.type);
  return isCompositeType(type) ? [...selectedAt(schema, document, spot.sets, type).keys()] : [];
}

/** The names of the arguments that are given to the field at a path, in any of the places that select it. */
export const argumentsAt = (schema: GraphQLSchema, document: DocumentNode, path: string): readonly string[] =>
  spotAt(schema, document, path)?.given ?? [];

function spotAt(schema: GraphQLSchema, document: DocumentNode, path: string): Spot | undefined {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
  const root = schema.getQueryType();
  const steps = /^data(?=$|[.[])/.test(path) ? path.slice('data'.length) : `.${path}`;
  if (!root || !/^(?:\.\w+|\[(?:\d+|\*)\])*$/.test(steps)) return undefined;
  let spot: Spot | undefined = { type: root, sets: [operation.selectionSet] };
  for (const step of steps.match(/\w+|\*/g) ?? []) {
    if (!spot) return undefined;
    spot = /^[\d*]/.test(step) ? entryOf(spot) : fieldOf(schema, document, spot, step);
  }
  return spot;
}

function entryOf(spot: Spot): Spot | undefined {
  const list = getNullableType(spot.type);
  return isListType(list) ? { type: list.ofType, sets: spot.sets } : undefined;
}

function fieldOf(schema: GraphQLSchema, document: DocumentNode, spot: Spot, key: string): Spot | undefined {
  const type = getNullableType(spot.type);
  const field = isCompositeType(type) ? selectedAt(schema, document, spot.sets, type).get(key) : undefined;
  const given = field?.nodes.flatMap((node) => node.arguments ?? []).map((argument) => argument.name.value);
  return field && { type: field.type, sets: setsBelow(field), given: given ?? [] };
}

/** Every key any object may have there. */
function selectedAt(
  schema: GraphQLSchema,
  document: DocumentNode,
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
): Map<string, SelectedField> {
  const { always, byType } = fieldReader(schema, document)(sets, type);
  return new Map([...[...byType.values()].flatMap((fields) => [...fields]), ...always]);
}
