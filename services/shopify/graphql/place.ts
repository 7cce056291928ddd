import {
  BREAK,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  Kind,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** Where a node stands in a document, in the words of the service's error paths. */
export interface SourcePosition {
  /** `["query Q", "shop", "nope"]` */
  readonly path: readonly string[];
  /** Nearest field, argument and input type around the node. */
  readonly field: string;
  readonly argument: string;
  readonly inputObject: string | null;
  readonly expected: string;
}

function segment(node: ASTNode): string | null {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return node.name ? `${node.operation} ${node.name.value}` : node.operation;
    case Kind.FRAGMENT_DEFINITION:
      return `fragment ${node.name.value}`;
    case Kind.FIELD:
      return (node.alias ?? node.name).value;
    case Kind.INLINE_FRAGMENT:
      return node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...';
    case Kind.FRAGMENT_SPREAD:
      return `... ${node.name.value}`;
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return node.name.value;
    default:
      return null;
  }
}

/** The place of `target`, which is a node of `document`. */
export function sourcePositionOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  target: ASTNode | undefined,
): SourcePosition {
  let place: SourcePosition = { path: [], field: '', argument: '', inputObject: null, expected: '' };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      enter(node, _key, parent, _path, ancestors) {
        if (node !== target) return undefined;
        const around = [...ancestors, ...(parent ? [parent] : []), node].filter((a): a is ASTNode => 'kind' in a);
        const inner = around.findLast((a) => a.kind === Kind.ARGUMENT || a.kind === Kind.OBJECT_FIELD);
        place = {
          path: around.map(segment).filter((s) => s !== null),
          field: around.findLast((a) => a.kind === Kind.FIELD)?.name.value ?? '',
          argument: inner?.name.value ?? '',
          inputObject: inner?.kind === Kind.OBJECT_FIELD ? String(types.getParentInputType() ?? '') : null,
          expected: String(types.getInputType() ?? ''),
        };
        return BREAK;
      },
    }),
  );
  return place;
}
