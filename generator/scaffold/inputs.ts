import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType } from 'graphql';
import type { GraphqlOperation, OperationVariable } from '../../apis/graphql/check-operation';
import type { DraftInput, DraftProblem, DraftVariable } from './draft';
import type { Hints } from './hints';
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

/** Inputs from the variables of a query. A variable with a default keeps it; `after` and `before` are the paging's. */
export function inputsOf(schema: GraphQLSchema, operation: GraphqlOperation, hints: Hints): InputsDraft {
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
    const { input, value, comment } = asked(variable, type, uses.get(variable.name), hints);
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

function asked(variable: OperationVariable, type: GraphQLNamedType, use: VariableUse | undefined, hints: Hints): Asked {
  const written = nameOf(variable.name);
  const gidType = use?.gidType;
  const name = written === 'id' && gidType !== undefined ? nameOf(`${gidType}Id`) : written;
  if (use?.as === 'query') return search(name, use.field, hints);
  const label = labelOf(name);
  if (isEnumType(type)) {
    const choices = type.getValues().map((v) => v.name);
    return { input: { name, type: 'choice', label, question: `Which ${label}?`, choices }, value: `\${${name}}` };
  }
  const input = { name, label, question: questionFor(label) };
  if (type.name === 'ID') {
    const example = (gidType === undefined ? undefined : hints.exampleFor(gidType)) ?? '1234567890';
    const filter = gidType === undefined ? 'trim' : `gid("${gidType}")`;
    return { input: { ...input, type: 'id', example }, value: `\${${name} | ${filter}}` };
  }
  const { filter, ...known } = kindOf(type.name, name);
  return { input: { ...input, ...known }, value: `\${${name} | ${filter}}` };
}

type Kind = Pick<DraftInput, 'type' | 'example'> & { readonly filter: string };

/** What a variable's type, or else its name, says about the answer to expect. */
function kindOf(type: string, name: string): Kind {
  if (/^(Int|Float|Decimal|UnsignedInt64)$/.test(type)) return { type: 'number', example: '3', filter: 'number' };
  if (/^Date/.test(type)) return { type: 'date', example: '2026-01-31', filter: 'trim' };
  if (/e-?mail/i.test(name)) return { type: 'email', example: 'ada@example.com', filter: 'email' };
  if (/phone/i.test(name)) return { type: 'phone', example: '+44 20 7946 0000', filter: 'trim' };
  if (/handle|slug/i.test(name)) return { type: 'text', example: 'winter-jacket', filter: 'trim' };
  return { type: 'text', example: 'A1001', filter: 'trim' };
}

/** A search of which nothing is known is bound to a field that many APIs have. */
const ANY_SEARCH = '${words | searchWords("title")}';

function search(variable: string, field: string, { searches }: Hints): Asked {
  const name = ['query', 'search', 'q'].includes(variable) ? 'searchText' : variable;
  const known = searches.get(field);
  return {
    input: { name, type: 'text', label: labelOf(name), question: 'What are you looking for?', example: 'mug' },
    value: (known ?? ANY_SEARCH).replace(/\$\{words\b/, `\${${name}`),
    comment:
      known === undefined
        ? 'see that the API can search this field: an unknown one is ignored, and everything comes back'
        : 'a search on one field; words of a person get into it through a search filter alone',
  };
}
