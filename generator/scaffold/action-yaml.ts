import { stringify } from 'yaml';
import { confirmQuestion, isWrite, showsExample, SKIP, yesOf } from './confirm';
import {
  isLeaf,
  type Draft,
  type DraftField,
  type DraftInput,
  type LeafField,
  type RestDraft,
  type DraftValue,
} from './draft';
import { replyYaml } from './reply-yaml';
import { inFlow, lines, scalar } from './scalar';
import type { Proposed } from './utterances';
import { withArticle } from './words';

/** The schema comments that VS Code and JetBrains understand; `up` leads to the project. */
export const schemaComments = (schema: 'action' | 'bot' | 'utterances', up = '../..'): string => {
  const path = `${up}/generator/schema/${schema}.schema.json`;
  return `# yaml-language-server: $schema=${path}\n# $schema: ${path}\n`;
};

/** The spec of a drafted action, with comments that say what to look at. It builds as it stands. */
export function actionYaml(draft: Draft, { utterances, tests }: Proposed): string {
  const list = (items: readonly string[]) => items.map((item) => `  - ${scalar(item)}\n`).join('');
  return [
    schemaComments('action'),
    `title: ${scalar(draft.title)}\n`,
    '# XO 11 chooses dialogs by name and description: say what a person reaches with it.\n',
    `description: ${scalar(draft.description)}\n`,
    draft.scopes && draft.scopes.length > 0
      ? `scopes: [${draft.scopes.join(', ')}] # what the query needs, no more\n`
      : '',
    '\n# What people say. Replace these by what they really say: ten or more, varied.\n',
    `utterances:\n${list(utterances)}`,
    tests.length > 0 ? `# Held back from training, for the batch test.\ntests:\n${list(tests)}` : '',
    draft.inputs.length > 0 ? `\ninputs:\n${draft.inputs.map(inputYaml).join('')}` : '',
    `\n${requestYaml(draft)}`,
    confirmYaml(draft),
    outcomesYaml(draft),
    draft.fields.length === 0 ? '' : `\n${responseYaml(draft)}`,
    `\n${replyYaml(draft)}`,
  ].join('');
}

/** The file beside the spec that has the sentences held back from training, with room for more to train. */
export const utterancesYaml = (language: string, { tests }: Proposed): string =>
  [
    schemaComments('utterances', '../../..'),
    '# More sentences for training go below utterances:, beside tests. npm run nlu says how well they are told apart.\n',
    `${language}:\n  tests:\n`,
    ...tests.map((test) => `    - ${scalar(test)}\n`),
  ].join('');

function inputYaml(input: DraftInput): string {
  const { name, type, label, question, comment } = input;
  return [
    comment === undefined ? '' : `  # ${comment}\n`,
    `  ${name}:\n    type: ${type}\n    label: ${scalar(label)}\n`,
    `    prompt: ${scalar(`${question}${showsExample(input) ? ' For example ${example}.' : ''}`)}\n`,
    ...Object.entries(keysOf(input)).map(([key, value]) => (value === undefined ? '' : `    ${key}: ${value}\n`)),
  ].join('');
}

/** The keys of an input that it may have, as they are written. */
const keysOf = (input: DraftInput): Readonly<Record<string, string | number | true | undefined>> => ({
  example: input.example === undefined ? undefined : quoted(input.example),
  reprompt: showsExample(input) ? scalar(`I need ${withArticle(input.label)} such as \${example}.`) : undefined,
  choices: input.choices && `[${input.choices.map(inFlow).join(', ')}]`,
  pattern: input.pattern === undefined ? undefined : `'${input.pattern}'`,
  least: input.least,
  most: input.most,
  many: input.many,
  optional: input.optional,
  skip: input.optional && SKIP,
});

/** Examples are texts, also those that look like numbers or dates. */
const quoted = (text: string) => (/^[A-Za-z][\w@.-]*$/.test(text) ? scalar(text) : `'${text.replaceAll("'", "''")}'`);

function requestYaml({ request, cost }: Draft): string {
  if (request.kind === 'rest') return restYaml(request);
  const variables = request.variables.map(
    (v) => `    ${v.name}: ${scalar(v.value)}${v.comment === undefined ? '' : ` # ${v.comment}`}\n`,
  );
  return [
    'request:\n',
    cost === undefined ? '' : `  # Costs ${cost} points (an estimate).\n`,
    `  graphql: |\n${lines(request.query, '    ')}\n`,
    variables.length > 0 ? `  variables:\n${variables.join('')}` : '',
    request.paging === undefined
      ? ''
      : `  paging: ${request.paging} # the "Show more" button asks for the next page of it\n`,
  ].join('');
}

/** So many of the things that the API takes besides are named. */
const MOST_OTHERS = 12;

function restYaml({ method, path, query, headers, body, as, others }: RestDraft): string {
  const named = others.slice(0, MOST_OTHERS).join(', ');
  return [
    `request:\n  rest:\n    method: ${method}\n    path: ${scalar(path)} # every value in it is percent-encoded\n`,
    block('query', query),
    block('headers', headers),
    body === undefined ? '' : `    body:\n${lines(treeYaml(body), '      ')}\n`,
    as === 'form' && body !== undefined ? '    as: form\n' : '',
    named === '' ? '' : `    # The API takes these, too: ${named}${others.length > MOST_OTHERS ? ' …' : ''}\n`,
  ].join('');
}

const block = (key: string, values: Readonly<Record<string, string>>): string =>
  Object.keys(values).length === 0 ? '' : `    ${key}:\n${lines(treeYaml(values), '      ')}\n`;

const treeYaml = (tree: DraftValue): string =>
  stringify(tree, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false }).trimEnd();

/** What writes is asked for first, with what the person has said. */
function confirmYaml(draft: Draft): string {
  const { request } = draft;
  if (request.kind === 'rest' && !request.writes && request.method !== 'GET')
    return '\nreads: true # it only looks something up\n';
  if (!isWrite(draft)) return '';
  return [
    '\n# Asked before the request is sent. Of a request that only searches, say instead: reads: true\n',
    `confirm:\n  ask: ${scalar(confirmQuestion(draft))}\n  yes: ${scalar(yesOf(draft))}\n`,
  ].join('');
}

function outcomesYaml({ outcomes = [] }: Draft): string {
  if (outcomes.length === 0) return '';
  const written = outcomes.map(({ name, statuses, reason }) => {
    const status = statuses.length === 1 ? String(statuses[0]) : `[${statuses.join(', ')}]`;
    return `  ${name}: { status: ${status}${reason === undefined ? '' : `, reason: ${inFlow(reason)}`} }\n`;
  });
  return `\noutcomes:\n${written.join('')}`;
}

function responseYaml(draft: Draft): string {
  const { at, confirm, fields, request, only, caution, list } = draft;
  const where = only
    ? `where: { ${Object.entries(only)
        .map(([path, value]) => `${path}: ${value}`)
        .join(', ')} }\n`
    : '';
  const confirmed = Object.entries(confirm).map(([input, path]) => `    ${input}: ${path}\n`);
  const assumed = request.kind === 'rest' && request.assumed;
  return [
    'response:\n',
    assumed ? '  # What the answer looks like is assumed: change the paths to those of your API.\n' : '',
    caution === undefined ? '' : `  # ${caution}\n`,
    at === '.' && draft.done ? '' : `  at: ${scalar(at)}\n`,
    where === '' || list !== undefined ? '' : `  ${where}`,
    confirmed.length > 0 ? `  # An answer about something else counts as none.\n  confirm:\n${confirmed.join('')}` : '',
    `  fields:\n${fields.map((field) => fieldYaml(field, '    ', field.name === list ? where : '')).join('')}`,
  ].join('');
}

function fieldYaml(field: DraftField, indent: string, where: string): string {
  if (isLeaf(field)) return leafYaml(field, indent);
  const inside = field.fields.map((leaf) => leafYaml(leaf, `${indent}    `)).join('');
  return `${indent}${field.name}:\n${indent}  each: ${field.each}\n${where === '' ? '' : `${indent}  ${where}`}${indent}  fields:\n${inside}`;
}

const leafYaml = (field: LeafField, indent: string) =>
  `${indent}${field.name}: ${scalar(field.value)}${field.comment === undefined ? '' : ` # ${field.comment}`}\n`;
