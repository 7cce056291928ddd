import {
  type ASTNode,
  type DocumentNode,
  getNamedType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { parseDocument } from './parse-document';

/** A name that fits at a place of a query, with its type or kind, and what the schema says about it. */
export interface GraphqlOffer {
  readonly name: string;
  readonly type: string;
  readonly says: string;
}

/** Stands for what is being typed: nothing in a schema is called so. */
const MARK = 'beingTyped__';

/** What a half-written name can be: a field or a value, an argument, a fragment's type. */
const SHAPES = [MARK, `${MARK}: 0`, `${MARK} { a }`, `${MARK}: 0)`, `${MARK})`];

/** What fits at an offset of a query that is being typed; nothing where the rest of it cannot be read. */
export function graphqlOffers(schema: GraphQLSchema, source: string, offset: number): readonly GraphqlOffer[] {
  const before = source.slice(0, offset).replace(/\w*$/, '');
  const after = source.slice(offset).replace(/^\w*/, '');
  for (const shape of SHAPES) {
    const document = parsed(closed(`${before}${shape}${after}`));
    if (document) return offersFor(schema, document);
  }
  return [];
}

type Offers = (info: TypeInfo, document: DocumentNode) => readonly GraphqlOffer[];

/** What fits where the mark is the name of a node of some kind. */
const BY_KIND: Readonly<Partial<Record<Kind, Offers>>> = {
  [Kind.FIELD]: fieldOffers,
  [Kind.ARGUMENT]: (info) => members(info.getFieldDef()?.args ?? []),
  [Kind.ENUM]: valueOffers,
  [Kind.OBJECT_FIELD]: inputOffers,
  [Kind.FRAGMENT_SPREAD]: (_, document) => fragments(document),
  [Kind.VARIABLE]: (_, document) => variables(document),
  [Kind.NAMED_TYPE]: typeOffers,
};

function offersFor(schema: GraphQLSchema, document: DocumentNode): readonly GraphqlOffer[] {
  const info = new TypeInfo(schema);
  let found: readonly GraphqlOffer[] = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      enter: (node) => {
        if (nameOf(node) === MARK) found = BY_KIND[node.kind]?.(info, document) ?? [];
      },
    }),
  );
  return found;
}

const nameOf = (node: ASTNode): string | undefined =>
  node.kind === Kind.ENUM ? node.value : 'name' in node ? node.name?.value : undefined;

/** Ends what is still open, so that the rest of the query can be read. */
function closed(source: string): string {
  const open = [...source.replace(/"(?:[^"\\\n]|\\.)*"|#.*/g, '').matchAll(/[{}]/g)].reduce(
    (depth, [sign]) => depth + (sign === '{' ? 1 : -1),
    0,
  );
  return source + '}'.repeat(Math.max(0, open));
}

function parsed(source: string): DocumentNode | undefined {
  const document = parseDocument(source);
  return document instanceof GraphQLError ? undefined : document;
}

interface Member {
  readonly name: string;
  readonly type: { toString: () => string };
  readonly description?: string | null | undefined;
}

const members = (all: readonly Member[]): readonly GraphqlOffer[] =>
  all.map(({ name, type, description }) => ({ name, type: String(type), says: description ?? '' }));

function fieldOffers(info: TypeInfo): readonly GraphqlOffer[] {
  const parent = info.getParentType();
  return isObjectType(parent) || isInterfaceType(parent) ? members(Object.values(parent.getFields())) : [];
}

function valueOffers(info: TypeInfo): readonly GraphqlOffer[] {
  const wanted = info.getInputType();
  const type = wanted && getNamedType(wanted);
  if (!isEnumType(type)) return [];
  return type.getValues().map(({ name, description }) => ({ name, type: type.name, says: description ?? '' }));
}

function inputOffers(info: TypeInfo): readonly GraphqlOffer[] {
  const wanted = info.getParentInputType();
  const type = wanted && getNamedType(wanted);
  return isInputObjectType(type) ? members(Object.values(type.getFields())) : [];
}

function fragments({ definitions }: DocumentNode): readonly GraphqlOffer[] {
  return definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION
      ? [{ name: one.name.value, type: one.typeCondition.name.value, says: 'a fragment of this query' }]
      : [],
  );
}

function variables({ definitions }: DocumentNode): readonly GraphqlOffer[] {
  const declared = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : [],
  );
  return declared.map(({ variable }) => ({ name: variable.name.value, type: 'variable', says: 'a variable' }));
}

/** The types that a fragment here may be about. */
function typeOffers(info: TypeInfo): readonly GraphqlOffer[] {
  const parent = info.getParentType();
  const possible = isObjectType(parent) ? [parent] : isUnionType(parent) ? parent.getTypes() : [];
  return possible.map(({ name, description }) => ({ name, type: 'type', says: description ?? '' }));
}

/** What stands at an offset of a whole query: a field or an argument with its type, in Markdown. */
export function graphqlHover(schema: GraphQLSchema, source: string, offset: number): string | undefined {
  const document = parsed(source);
  if (!document) return undefined;
  const info = new TypeInfo(schema);
  let found: string | undefined;
  const here = (name: { readonly loc?: { readonly start: number; readonly end: number } }) =>
    name.loc !== undefined && name.loc.start <= offset && offset <= name.loc.end;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const field = info.getFieldDef();
        if (field && here(name)) found = told(field);
      },
      Argument: ({ name }) => {
        const argument = info.getArgument();
        if (argument && here(name)) found = told(argument);
      },
    }),
  );
  return found;
}

const told = (member: Member & Partial<Pick<GraphQLField<unknown, unknown>, 'deprecationReason'>>): string =>
  [
    `\`${member.name}: ${String(member.type)}\``,
    member.description ?? '',
    member.deprecationReason ? `Deprecated: ${member.deprecationReason}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
