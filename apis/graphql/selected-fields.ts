import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { Kind, TypeNameMetaFieldDef, isCompositeType, isObjectType, isUnionType } from 'graphql';

/** One key of an answer: all places that select it for one type. */
export interface SelectedField {
  readonly parent: GraphQLCompositeType;
  /** Its type in the schema, with list and non-null wrappers. */
  readonly type: GraphQLOutputType;
  /** At least one; several when fragments select the field again. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
}

export type FieldsByKey = ReadonlyMap<string, SelectedField>;

/** What is selected on a type: for every object, and what only objects of some type get. Keys are response keys (aliases). */
export interface SelectedFields {
  readonly always: FieldsByKey;
  readonly byType: ReadonlyMap<string, FieldsByKey>;
}

/** Reads selection sets of one document against its schema. Fields that the schema lacks are left out. */
export type FieldReader = (sets: readonly SelectionSetNode[], parent: GraphQLCompositeType) => SelectedFields;

/** A reader for `document`. Directives are ignored: a field under `@include` counts as selected. */
export function fieldReader(schema: GraphQLSchema, document: DocumentNode): FieldReader {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d);

  return (sets, parent) => {
    const always = new Map<string, SelectedField>();
    const byType = new Map<string, Map<string, SelectedField>>();
    const spread = new Set<string>();

    function read(set: SelectionSetNode, type: GraphQLCompositeType, into: Map<string, SelectedField>): void {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          add(selection, type, into);
          continue;
        }
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          if (spread.has(selection.name.value)) continue;
          spread.add(selection.name.value);
        }
        const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (!part) continue;
        const on = part.typeCondition ? schema.getType(part.typeCondition.name.value) : type;
        if (isCompositeType(on))
          read(part.selectionSet, on, on === type || !isObjectType(on) ? into : fieldsOf(on.name));
      }
    }

    function fieldsOf(type: string): Map<string, SelectedField> {
      const fields = byType.get(type) ?? new Map<string, SelectedField>();
      byType.set(type, fields);
      return fields;
    }

    for (const set of sets) read(set, parent, always);
    return { always, byType };
  };
}

function add(node: FieldNode, parent: GraphQLCompositeType, into: Map<string, SelectedField>): void {
  const key = (node.alias ?? node.name).value;
  const known = into.get(key);
  const type = known?.type ?? fieldType(node.name.value, parent);
  if (type) into.set(key, { parent, type, nodes: known ? [...known.nodes, node] : [node] });
}

function fieldType(name: string, parent: GraphQLCompositeType): GraphQLOutputType | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef.type;
  return isUnionType(parent) ? undefined : parent.getFields()[name]?.type;
}

/** The selection sets below a field. */
export function setsBelow(field: SelectedField): SelectionSetNode[] {
  return field.nodes.flatMap((node) => node.selectionSet ?? []);
}
