import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';
import { TypeInfo, getNamedType, visit, visitWithTypeInfo } from 'graphql';
import type { Problem } from './problem';
import { problemAt } from './problem';

/**
 * Connections that say neither `first` nor `last`, or both. The schema allows that; Shopify answers BAD_REQUEST (observed).
 */
export function missingPageSizes(schema: GraphQLSchema, document: DocumentNode): Problem[] {
  const problems: Problem[] = [];
  const types = new TypeInfo(schema);
  const visitor = {
    Field: (node: FieldNode) => {
      const type = types.getType();
      if (!type || !getNamedType(type).name.endsWith('Connection')) return;
      const written = (node.arguments ?? []).filter(({ name }) => name.value === 'first' || name.value === 'last');
      if (written.length === 1) return;
      const advice =
        written.length === 0
          ? 'say how many entries you want with first or last'
          : 'use either first or last, not both';
      problems.push(problemAt('graphql-invalid', `"${node.name.value}" is read page by page: ${advice}.`, node));
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return problems;
}
