import { print, type ASTNode, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { sourcePositionOf, type SourcePosition } from './place';

/** An entry of `errors`, as it goes over the wire. */
export interface WireError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Said {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

type Wording = (match: readonly string[], place: SourcePosition, node: ASTNode | undefined) => Said;

const said = (message: string, code: string, more: Readonly<Record<string, unknown>> = {}): Said => ({
  message,
  extensions: { code, ...more },
});

const bare = (type: string): string => type.replace(/[[\]!]/g, '');

const badLiteral: Wording = (_match, place, node) => {
  const owner = place.inputObject === null ? 'Field' : 'InputObject';
  const name = place.inputObject === null ? place.field : bare(place.inputObject);
  const message = `Argument '${place.argument}' on ${owner} '${name}' has an invalid value (${node ? print(node) : ''}). Expected type '${place.expected}'.`;
  return said(message, 'argumentLiteralsIncompatible', { typeName: owner, argumentName: place.argument });
};

/**
 * The errors of graphql-js in the words of graphql-ruby, which the service runs. `undefinedField`, `argumentNotAccepted`,
 * `selectionMismatch` and `missingRequiredArguments` were recorded; the others follow graphql-ruby's source habits (inferred).
 */
const WORDINGS: readonly (readonly [RegExp, Wording])[] = [
  [
    /^Cannot query field "(\w+)" on type "(\w+)"/,
    ([, field = '', type = '']) =>
      said(`Field '${field}' doesn't exist on type '${type}'`, 'undefinedField', { typeName: type, fieldName: field }),
  ],
  [
    /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    ([, argument = '', field = '']) =>
      said(`Field '${field}' doesn't accept argument '${argument}'`, 'argumentNotAccepted', {
        name: field,
        typeName: 'Field',
        argumentName: argument,
      }),
  ],
  [
    /^Unknown argument "(\w+)" on directive "@(\w+)"/,
    ([, argument = '', name = '']) =>
      said(`Directive '${name}' doesn't accept argument '${argument}'`, 'argumentNotAccepted', {
        name,
        typeName: 'Directive',
        argumentName: argument,
      }),
  ],
  [
    /^Field "(\w+)" argument "(\w+)" of type/,
    ([, field = '', argument = '']) =>
      said(`Field '${field}' is missing required arguments: ${argument}`, 'missingRequiredArguments', {
        className: 'Field',
        name: field,
        arguments: argument,
      }),
  ],
  [
    /^Field "(\w+)" of type "([^"]+)" must have a selection/,
    ([, field = '', type = '']) =>
      said(
        `Field must have selections (field '${field}' returns ${bare(type)} but has no selections. Did you mean '${field} { ... }'?)`,
        'selectionMismatch',
        { nodeName: `field '${field}'`, typeName: bare(type) },
      ),
  ],
  [
    /^Field "(\w+)" must not have a selection since type "([^"]+)"/,
    ([, field = '', type = '']) =>
      said(
        `Selections can't be made on scalars (field '${field}' returns ${bare(type)} but has selections)`,
        'selectionMismatch',
        { nodeName: `field '${field}'`, typeName: bare(type) },
      ),
  ],
  [
    /^Invalid global id .*$/s,
    ([message = '']) => said(message, 'argumentLiteralsIncompatible', { typeName: 'CoercionError' }),
  ],
  [
    /^Field "(\w+)" is not defined by type "(\w+)"/,
    ([, field = '', type = '']) =>
      said(`InputObject '${type}' doesn't accept argument '${field}'`, 'argumentNotAccepted', {
        name: type,
        typeName: 'InputObject',
        argumentName: field,
      }),
  ],
  [
    /^Variable "\$(\w+)" of type "([^"]+)" used in position expecting type "([^"]+)"/,
    ([, name = '', type = '', expected = ''], place) =>
      said(
        `Type mismatch on variable $${name} and argument ${place.argument} (${type} / ${expected})`,
        'variableMismatch',
        { variableName: name, typeName: type, argumentName: place.argument, errorMessage: 'Type mismatch' },
      ),
  ],
  [
    /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    ([, name = '', operation]) =>
      said(`Variable $${name} is declared by ${operation ?? 'anonymous query'} but not used`, 'variableNotUsed', {
        variableName: name,
      }),
  ],
  [
    /^Variable "\$(\w+)" is not defined(?: by operation "(\w+)")?/,
    ([, name = '', operation]) =>
      said(`Variable $${name} is used by ${operation ?? 'anonymous query'} but not declared`, 'variableNotDefined', {
        variableName: name,
      }),
  ],
  [
    /^Fragment "(\w+)" is never used/,
    ([, name = '']) =>
      said(`Fragment ${name} was defined, but not used`, 'useAndDefineFragment', { fragmentName: name }),
  ],
  [
    /^Unknown fragment "(\w+)"/,
    ([, name = '']) =>
      said(`Fragment ${name} was used, but not defined`, 'useAndDefineFragment', { fragmentName: name }),
  ],
  [
    /^Unknown type "(\w+)"/,
    ([, name = '']) =>
      said(`No such type ${name}, so it can't be a fragment condition`, 'undefinedType', { typeName: name }),
  ],
  [
    /^Unknown directive "@(\w+)"/,
    ([, name = '']) => said(`Directive @${name} is not defined`, 'undefinedDirective', { directiveName: name }),
  ],
  [
    /^Fragment (?:"(\w+)" )?cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    ([, name, parent = '', type = '']) =>
      said(`Fragment ${name ? `${name} ` : ''}on ${type} can't be spread inside ${parent}`, 'cannotSpreadFragment', {
        typeName: type,
        fragmentName: name ?? 'unknown',
        parentName: parent,
      }),
  ],
  [
    /^Fields "(\w+)" conflict/,
    ([, name = '']) => said(`Field '${name}' has a field conflict`, 'fieldConflict', { name }),
  ],
  [/cannot represent|^Expected value of type|does not exist in "\w+" enum|^Enum "\w+" cannot represent/, badLiteral],
];

/** One validation error in the service's words; what has no wording keeps graphql-js's. */
export function asShopify(error: GraphQLError, schema: GraphQLSchema, document: DocumentNode): WireError {
  const node = pointOf(error);
  const place = sourcePositionOf(schema, document, node);
  const match = WORDINGS.map(([pattern, word]) => ({ found: pattern.exec(error.message), word })).find(
    ({ found }) => found,
  );
  const { message, extensions } = match?.found ? match.word(match.found, place, node) : said(error.message, 'invalid');
  return { message, locations: locationsOf(error, node), path: place.path, extensions };
}

/** The node the service points at: of a variable that does not fit its place, the place. */
const pointOf = (error: GraphQLError): ASTNode | undefined =>
  / used in position expecting /.test(error.message) ? error.nodes?.at(-1) : error.nodes?.[0];

function locationsOf(error: GraphQLError, node?: ASTNode): readonly { line: number; column: number }[] {
  const start = node?.loc?.startToken;
  if (start) return [{ line: start.line, column: start.column }];
  return (error.locations ?? []).slice(0, 1).map(({ line, column }) => ({ line, column }));
}

const TOKENS: Readonly<Record<string, string>> = {
  '{': 'LCURLY',
  '}': 'RCURLY',
  '(': 'LPAREN',
  ')': 'RPAREN',
  ':': 'COLON',
  $: 'VAR_SIGN',
  '!': 'BANG',
};

/** A parse error; the wording follows graphql-ruby's parser, token names partly (inferred). */
export function syntaxError(error: GraphQLError): WireError {
  const [location] = locationsOf(error);
  const at = location ? ` at [${location.line}, ${location.column}]` : '';
  const token = /(?:found|Unexpected) (?:\w+ )?"?([^".]+)"?\.?$/.exec(error.message)?.[1] ?? '';
  const name = Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
  const unexpected = token === '<EOF>' ? 'end of file' : `${name ?? 'token'} ("${token}")`;
  return {
    message: `syntax error, unexpected ${unexpected}${at}`,
    ...(location ? { locations: [location] } : {}),
    extensions: { code: 'PARSE_ERROR' },
  };
}
