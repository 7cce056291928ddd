import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import type { Operation, OperationVariable } from '../graphql/check-operation';
import type { DraftInput, DraftProblem, DraftVariable } from './draft';
import { variableUses, singleType, type VariableUse } from './variable-uses';
import { labelOf, nameOf, questionFor } from './words';

/** What a query's variables ask of a shopper, and the values that they get. */
export interface InputsDraft {
  readonly inputs: readonly DraftInput[];
  readonly variables: readonly DraftVariable[];
  readonly problems: readonly DraftProblem[];
}

/** Entries of a page, for a query that leaves its length to a variable without a default. */
const PAGE = 4;

/**
 * Inputs from the variables of a query. A variable with a default keeps it; `after` and `before` are the paging's.
 * `exampleFor` gives an example id of a resource type, if one is known.
 */
export function inputsOf(
  schema: GraphQLSchema,
  operation: Operation,
  exampleFor: (gidType: string) => string | undefined,
): InputsDraft {
  const uses = variableUses(schema, operation.document);
  const inputs: DraftInput[] = [];
  const variables: DraftVariable[] = [];
  const problems: DraftProblem[] = [];
  for (const variable of operation.variables) {
    if (variable.default !== undefined || ['after', 'before'].includes(variable.name)) continue;
    if (['first', 'last'].includes(variable.name)) {
      variables.push({ name: variable.name, value: PAGE, comment: 'entries of a page' });
      continue;
    }
    const type = singleType(schema, variable.type);
    if (type === undefined || isInputObjectType(type)) {
      if (variable.required) problems.push(notAskable(variable));
      continue;
    }
    const { input, value, comment } = asked(variable, type, uses.get(variable.name), exampleFor);
    inputs.push(input);
    variables.push({ name: variable.name, value, ...(comment === undefined ? {} : { comment }) });
  }
  return { inputs, variables, problems };
}

const notAskable = ({ name, type }: OperationVariable): DraftProblem => ({
  message: `Nobody can be asked for $${name} (${type}). Write its value into the query, or use a variable for each part of it.`,
});

interface Asked {
  readonly input: DraftInput;
  readonly value: string;
  readonly comment?: string;
}

function asked(
  variable: OperationVariable,
  type: GraphQLNamedType,
  use: VariableUse | undefined,
  exampleFor: (gidType: string) => string | undefined,
): Asked {
  const written = nameOf(variable.name);
  const name = written === 'id' && use?.gidType !== undefined ? nameOf(`${use.gidType}Id`) : written;
  const label = labelOf(name);
  const input = (kind: DraftInput['type'], example: string): DraftInput => ({
    name,
    type: kind,
    label,
    question: questionFor(label),
    example,
  });
  if (use?.as === 'query') return search(name, use.field);
  if (isEnumType(type)) {
    const choices = type.getValues().map((v) => v.name);
    return { input: { name, type: 'choice', label, question: `Which ${label}?`, choices }, value: `\${${name}}` };
  }
  if (type.name === 'ID') {
    const example = (use?.gidType === undefined ? undefined : exampleFor(use.gidType)) ?? '1234567890';
    const filter = use?.gidType === undefined ? 'trim' : `gid("${use.gidType}")`;
    return { input: input('id', example), value: `\${${name} | ${filter}}` };
  }
  if (['Int', 'Float', 'Decimal', 'UnsignedInt64'].includes(type.name))
    return { input: input('number', '3'), value: `\${${name} | number}` };
  if (/date/i.test(type.name)) return { input: input('date', '2026-01-31'), value: `\${${name} | trim}` };
  if (/e-?mail/i.test(name)) return { input: input('email', 'ada@example.com'), value: `\${${name} | email}` };
  if (/phone/i.test(name)) return { input: input('phone', '+44 20 7946 0000'), value: `\${${name} | trim}` };
  return { input: input('text', 'A1001'), value: `\${${name} | trim}` };
}

/** How each search is bound to one field: an unknown field is dropped by Shopify, and then everything comes back (observed). */
const SEARCHES: Readonly<Record<string, string>> = {
  products: 'status:active AND published_status:published AND ${NAME | searchWords("title")}',
  collections: 'published_status:published AND ${NAME | searchWords("title")}',
  orders: '${NAME | searchPhrase("name")}',
  draftOrders: '${NAME | searchPhrase("name")}',
  customers: '${NAME | searchPhrase("email")}',
};

function search(variable: string, field: string): Asked {
  const name = ['query', 'search', 'q'].includes(variable) ? 'searchText' : variable;
  const known = SEARCHES[field];
  return {
    input: { name, type: 'text', label: labelOf(name), question: 'What are you looking for?', example: 'mug' },
    value: (known ?? '${NAME | searchWords("title")}').replace('NAME', name),
    comment:
      known === undefined
        ? 'see that the API can search this field: an unknown one is ignored, and everything comes back'
        : 'a search on one field; words of a person get into it through a search filter alone',
  };
}
