import type { FieldNode, OperationDefinitionNode, ValueNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';

/** Values of variables by name, as in a request's `variables`. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** Shopify's longest page; also taken for a page whose length only the request knows. */
export const LONGEST_PAGE = 250;

/** The values an operation runs with: its defaults, replaced by `given`. */
export function withDefaults(operation: OperationDefinitionNode, given: VariableValues): VariableValues {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/**
 * How many entries a connection is asked for: `first` or `last`. `undefined` when neither is written; `LONGEST_PAGE` when a
 * variable without a known value says it.
 */
export function pageSize(nodes: readonly FieldNode[], variables: VariableValues): number | undefined {
  const written = nodes
    .flatMap((node) => node.arguments ?? [])
    .filter((argument) => argument.name.value === 'first' || argument.name.value === 'last')
    .map((argument) => sizeOf(argument.value, variables))
    .filter((size) => size !== undefined);
  return written.length === 0 ? undefined : Math.min(LONGEST_PAGE, Math.max(...written));
}

function sizeOf(value: ValueNode, variables: VariableValues): number | undefined {
  if (value.kind === Kind.NULL) return undefined;
  const size: unknown = value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value);
  return typeof size === 'number' ? size : LONGEST_PAGE;
}
