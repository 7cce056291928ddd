import type { ArgumentNode, DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, TypeInfo, getNamedType, visit, visitWithTypeInfo } from 'graphql';
import type { VariableValues } from './page-size';
import { LONGEST_PAGE, withDefaults } from './page-size';
import type { Problem } from './problem';
import { problemAt } from './problem';

/** Connections that ask for more than a page can hold, by a number or by a variable whose value is known. */
export function longPages(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: VariableValues,
): Problem[] {
  const problems: Problem[] = [];
  const types = new TypeInfo(schema);
  const values = withDefaults(operation, given);
  const visitor = {
    Field: (node: FieldNode) => {
      const type = types.getType();
      if (!type || !getNamedType(type).name.endsWith('Connection')) return;
      for (const argument of node.arguments ?? []) {
        const size = argument.name.value === 'first' || argument.name.value === 'last' ? sizeOf(argument, values) : 0;
        if (size <= LONGEST_PAGE) continue;
        const message = `"${node.name.value}" asks for ${size} entries, and a page has ${LONGEST_PAGE} at most.`;
        problems.push(problemAt('graphql-invalid', message, argument.value));
      }
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return problems;
}

function sizeOf({ value }: ArgumentNode, values: VariableValues): number {
  if (value.kind === Kind.INT) return Number(value.value);
  const known = value.kind === Kind.VARIABLE ? values[value.name.value] : undefined;
  return typeof known === 'number' ? known : 0;
}
