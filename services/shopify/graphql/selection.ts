import {
  isObjectType,
  Kind,
  valueFromASTUntyped,
  isCompositeType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** What a walk over the fields of an operation needs. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
}

/** All nodes that answer under one key of the same object. */
export interface FieldSelection {
  readonly type: GraphQLCompositeType;
  readonly nodes: readonly FieldNode[];
}

/** The fields of a selection: those of every object, and those of single types behind an interface or union. */
export interface Selected {
  readonly common: ReadonlyMap<string, FieldSelection>;
  readonly perType: ReadonlyMap<string, ReadonlyMap<string, FieldSelection>>;
}

/** The scope of an operation, its variables completed by their defaults. */
export function scopeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): SelectionScope {
  const fragments = document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION);
  const defaults = (operation.variableDefinitions ?? []).map((v) => [
    v.variable.name.value,
    v.defaultValue ? valueFromASTUntyped(v.defaultValue) : null,
  ]);
  return {
    schema,
    fragments: new Map(fragments.map((f) => [f.name.value, f])),
    variables: { ...(Object.fromEntries(defaults) as Variables), ...variables },
  };
}

/** The value of a field's argument in this scope; undefined when it is not given. */
export function argumentOf(scope: SelectionScope, nodes: readonly FieldNode[], name: string): unknown {
  const argument = nodes.flatMap((node) => node.arguments ?? []).find((a) => a.name.value === name);
  return argument && valueFromASTUntyped(argument.value, { ...scope.variables });
}

/** Collects the fields of a selection through its fragments, leaving out what @skip and @include leave out. */
export function collectFields(
  scope: SelectionScope,
  selections: readonly SelectionNode[],
  type: GraphQLCompositeType,
): Selected {
  const common = new Map<string, FieldSelection>();
  const perType = new Map<string, Map<string, FieldSelection>>();
  const collect = (
    list: readonly SelectionNode[],
    parent: GraphQLCompositeType,
    into: Map<string, FieldSelection>,
  ): void => {
    for (const node of list) {
      if (!isIncluded(scope, node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        into.set(key, { type: parent, nodes: [...(into.get(key)?.nodes ?? []), node] });
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(node.name.value) : node;
      if (!fragment) continue;
      const narrowed = conditionOf(scope, fragment.typeCondition?.name.value, parent);
      collect(
        fragment.selectionSet.selections,
        narrowed,
        narrowed === parent || !isObjectType(narrowed) ? into : mapIn(perType, narrowed.name),
      );
    }
  };
  collect(selections, type, common);
  return { common, perType };
}

function conditionOf(
  scope: SelectionScope,
  name: string | undefined,
  parent: GraphQLCompositeType,
): GraphQLCompositeType {
  const type = name === undefined ? parent : scope.schema.getType(name);
  return isCompositeType(type) ? type : parent;
}

function mapIn(perType: Map<string, Map<string, FieldSelection>>, name: string): Map<string, FieldSelection> {
  const fields = perType.get(name) ?? new Map<string, FieldSelection>();
  perType.set(name, fields);
  return fields;
}

function isIncluded(scope: SelectionScope, node: SelectionNode): boolean {
  return (node.directives ?? []).every((directive) => {
    const condition = directive.arguments?.find((a) => a.name.value === 'if');
    const on = condition ? valueFromASTUntyped(condition.value, { ...scope.variables }) === true : true;
    if (directive.name.value === 'skip') return !on;
    return directive.name.value !== 'include' || on;
  });
}
