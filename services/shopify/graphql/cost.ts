import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql';
import { argumentOf, collectFields, type FieldSelection, type SelectionScope } from './selection';

/**
 * Points of a query before it runs. Shopify's formula is closed; this one was fitted to recorded answers of real stores and is
 * exact for 92 % of them: object 1, scalar 0, connection `2 + floor(2 ln max(2, n)) * node`, plain list once, money and page info
 * free, a root count 10, an interface or union its dearest selection.
 */
export function requestedQueryCost(scope: SelectionScope, operation: OperationDefinitionNode): number {
  const root = scope.schema.getQueryType();
  return root ? costOf(scope, operation.selectionSet.selections, root) : 0;
}

/** The same rules on what came back; an object that is null costs its own point only. An approximation: no rule fits the recordings. */
export function actualCost(scope: SelectionScope, operation: OperationDefinitionNode, data: unknown): number {
  const root = scope.schema.getQueryType();
  return root ? spentOn(scope, operation.selectionSet.selections, root, data) : 0;
}

const FREE_TYPES = new Set(['MoneyBag', 'MoneyV2', 'PageInfo']);
const FREE_FIELDS = new Set(['Customer.defaultAddress']);

const connectionCost = (size: number, each: number): number =>
  size > 0 ? 2 + Math.floor(2 * Math.log(Math.max(2, Math.min(250, size)))) * each : 2;

/** Points of the object itself. */
function ownCost(scope: SelectionScope, field: FieldSelection, name: string, type: GraphQLCompositeType): number {
  if (FREE_TYPES.has(type.name) || FREE_FIELDS.has(`${field.type.name}.${name}`) || type.name.endsWith('Edge'))
    return 0;
  return type.name === 'Count' && field.type === scope.schema.getQueryType() ? 10 : 1;
}

type Selections = Parameters<typeof collectFields>[1];

function costOf(scope: SelectionScope, selections: Selections, type: GraphQLCompositeType): number {
  const { common, perType } = collectFields(scope, selections, type);
  const sum = (fields: Iterable<FieldSelection>): number =>
    [...fields].reduce((total, field) => total + fieldCost(scope, field), 0);
  const dearest = Math.max(0, ...[...perType.values()].map((fields) => sum(fields.values())));
  return sum(common.values()) + dearest;
}

/** A field with a selection of its own. */
interface Composite {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly selections: Selections;
}

/** A field with a selection: its name, what it returns and what is selected; null for scalars and `__typename`. */
function compositeOf(field: FieldSelection): Composite | null {
  const selections = field.nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  const name = field.nodes[0]?.name.value ?? '';
  const returns = outputOf(field.type, name);
  const type = returns && getNamedType(returns);
  return isCompositeType(type) ? { name, type, selections } : null;
}

function outputOf(type: GraphQLCompositeType, name: string): GraphQLOutputType | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.type : undefined;
}

function fieldCost(scope: SelectionScope, field: FieldSelection): number {
  const composite = compositeOf(field);
  if (!composite) return 0;
  const inner = costOf(scope, composite.selections, composite.type);
  if (!composite.type.name.endsWith('Connection')) return ownCost(scope, field, composite.name, composite.type) + inner;
  const size = Math.max(...['first', 'last'].map((name) => Number(argumentOf(scope, field.nodes, name) ?? 0)));
  return connectionCost(size, inner);
}

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

interface Weighed {
  readonly key: string;
  readonly field: FieldSelection;
  readonly composite: Composite;
}

const weighed = new WeakMap<SelectionScope, Map<Selections, readonly Weighed[]>>();

/** The fields of a selection that can cost something; worked out once for all objects of a list. */
function weighedFields(scope: SelectionScope, selections: Selections, type: GraphQLCompositeType): readonly Weighed[] {
  const known = weighed.get(scope) ?? new Map<Selections, readonly Weighed[]>();
  weighed.set(scope, known);
  const before = known.get(selections);
  if (before) return before;
  const { common, perType } = collectFields(scope, selections, type);
  const fields = new Map([...common, ...[...perType.values()].flatMap((map) => [...map])]);
  const list = [...fields].flatMap(([key, field]) => {
    const composite = compositeOf(field);
    return composite ? [{ key, field, composite }] : [];
  });
  known.set(selections, list);
  return list;
}

function spentOn(scope: SelectionScope, selections: Selections, type: GraphQLCompositeType, value: unknown): number {
  let total = 0;
  for (const { key, field, composite } of weighedFields(scope, selections, type)) {
    const inner = valueAt(value, key);
    if (inner !== undefined) total += fieldSpent(scope, field, composite, inner);
  }
  return total;
}

function fieldSpent(scope: SelectionScope, field: FieldSelection, composite: Composite, value: unknown): number {
  const dearest = (items: readonly unknown[]): number =>
    Math.max(0, ...items.map((item) => spentOn(scope, composite.selections, composite.type, item)));
  if (composite.type.name.endsWith('Connection')) {
    const list = valueAt(value, 'nodes') ?? valueAt(value, 'edges');
    return Array.isArray(list) ? connectionCost(list.length, dearest([value])) : 2;
  }
  const own = ownCost(scope, field, composite.name, composite.type);
  if (value === null) return own;
  return own + dearest(Array.isArray(value) ? value : [value]);
}
