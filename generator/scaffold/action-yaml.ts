import { isLeaf, type Draft, type DraftField, type DraftInput, type LeafField } from './draft';
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
    `\n${responseYaml(draft)}`,
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
  const example = input.example === undefined ? '' : ` For example ${'${example}'}.`;
  return [
    `  ${input.name}:\n`,
    `    type: ${input.type}\n`,
    `    label: ${scalar(input.label)}\n`,
    `    prompt: ${scalar(`${input.question}${example}`)}\n`,
    input.example === undefined
      ? ''
      : `    reprompt: ${scalar(`I need ${withArticle(input.label)} such as \${example}.`)}\n    example: ${quoted(input.example)}\n`,
    input.choices ? `    choices: [${input.choices.map(inFlow).join(', ')}]\n` : '',
  ].join('');
}

/** Examples are texts, also those that look like numbers or dates. */
const quoted = (text: string) => (/^[A-Za-z][\w@.-]*$/.test(text) ? scalar(text) : `'${text.replaceAll("'", "''")}'`);

function requestYaml({ request, cost }: Draft): string {
  if (request.kind === 'rest') {
    return `request:\n  rest:\n    method: ${request.method}\n    path: ${scalar(request.path)} # every value in it is percent-encoded\n`;
  }
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

/** What writes is asked for first; the last input, when there is one, shows what it is about. */
function confirmYaml({ request, title, inputs }: Draft): string {
  const isWrite = request.kind === 'rest' ? request.method !== 'GET' : /^\s*mutation\b/.test(request.query);
  if (!isWrite) return '';
  const about = inputs.map(({ name }) => `\${${name}}`).join(', ');
  const ask = `${title}${about === '' ? '' : `: ${about}`}?`;
  return [
    '\n# Asked before the request is sent. Of a request that only searches, say instead: reads: true\n',
    `confirm:\n  ask: ${scalar(ask)}\n`,
  ].join('');
}

function responseYaml({ at, confirm, fields, request, only, caution, list }: Draft): string {
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
    `  at: ${at}\n`,
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
