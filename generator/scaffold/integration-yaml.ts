import { schemaComments } from './action-yaml';
import type { Draft } from './draft';
import { inFlow, lines, scalar } from './scalar';
import { capital, titleOf } from './words';

/** Names of a new integration's variables. */
export const variablesOf = (id: string) => {
  const prefix = id.toUpperCase().replaceAll('-', '_');
  return { subdomain: `${prefix}_SUBDOMAIN`, token: `${prefix}_TOKEN` };
};

/** A variable that a new bot has. */
export interface DraftVariableOf {
  readonly name: string;
  readonly hint: string;
  readonly value?: string;
  readonly pattern?: string;
  readonly secret?: true;
}

/** Where a new bot's requests go, and what lets them in. */
export interface ServiceDraft {
  readonly host: string;
  /** The file of its OpenAPI document. */
  readonly openapi?: string;
  /** As YAML, without a margin: a block, or `mode: none`. */
  readonly credentials: string;
  readonly variables: readonly DraftVariableOf[];
}

/** A service of which each customer has a subdomain, with a token in a header. */
export function subdomainService(id: string, host: string): ServiceDraft {
  const { subdomain, token } = variablesOf(id);
  return {
    host: `\${env.${subdomain}}.${host}`,
    credentials: `mode: accessToken # a secured variable in a header
header: Authorization
prefix: 'Bearer '
accessToken:
  variable: ${token}`,
    variables: [
      { name: subdomain, hint: `The part before .${host}.`, pattern: '[a-z0-9][a-z0-9-]*' },
      { name: token, hint: 'The access token of the API.', secret: true },
    ],
  };
}

function variableYaml({ name, hint, value, pattern, secret }: DraftVariableOf): string {
  return [
    `  ${name}:\n    hint: ${scalar(hint)}\n`,
    value === undefined ? '' : `    value: ${scalar(value)}\n`,
    pattern === undefined ? '' : `    pattern: '${pattern}'\n`,
    secret ? '    secret: true\n' : '',
  ].join('');
}

/** So many buttons greet. */
const MOST_BUTTONS = 5;

/** The `bot.yaml` of a new integration with these actions. */
export function botYaml(id: string, service: ServiceDraft, actions: readonly Draft[]): string {
  const name = capital(id.replaceAll('-', ' '));
  const button = actions
    .slice(0, MOST_BUTTONS)
    .map(
      ({ title, id: action }) =>
        `    - { title: ${inFlow(title.length <= 20 ? title : shortTitle(action))}, action: ${action} }`,
    )
    .join('\n');
  const variables = service.variables.map(variableYaml).join('');
  return `${schemaComments('bot')}name: ${name} Assistant
description: Answers questions with the data of ${name}.
language: en
audience: staff # or shopper: personal answers only for a signed-in person

service:
  # Where requests go. A variable in the host needs a pattern, so that they can go nowhere else.
${service.openapi === undefined ? '' : `  openapi: ${service.openapi} # what is used of the service's OpenAPI document\n`}  host: ${service.host}
  timeout: 20

credentials:
${lines(service.credentials, '  ')}
${variables === '' ? '' : `\n# Filled in on the platform after the import; a secret is never part of a zip.\nvariables:\n${variables}`}
# Said in every action when there is no answer.
replies:
  sign-in: Please sign in first.
  unauthorized: I cannot reach ${name} right now. Please tell the team that the connection needs to be renewed.
  forbidden: I am not allowed to look that up. Please ask the team for help.
  throttled: ${name} is very busy at the moment. Please try again in a minute.
  unavailable: ${name} does not answer at the moment. Please try again in a few minutes.
  invalid: Something is not set up correctly, so I cannot look that up. Please tell the team.
  task-failure: I could not reach ${name}. Please try again in a few minutes.

welcome:
  text: Hello! What can I do for you?
  utterances:
    - what can you do for me
    - show me the main menu
    - help me get started
  buttons:
${button}

fallback:
  texts:
    - I did not understand that.
  buttons:
${button}
`;
}

/** What a button can hold of an action's id. */
const shortTitle = (id: string): string => {
  const title = titleOf(id);
  return title.length <= 20 ? title : (/^.{0,20}(?= )/.exec(title)?.[0] ?? 'Start');
};

/** Prepared answers for transcripts: the first whose method and address fit answers a request. */
export function stubJson(draft: Draft): string {
  if (draft.request.kind !== 'rest') return '[]\n';
  const { method, path, query, answer } = draft.request;
  const asked = Object.keys(query).length > 0 ? '*' : '';
  const entry = { method, url: `*${path.replace(/\$\{[^}]*\}/g, '*')}${asked}`, status: 200, json: answer };
  return `${JSON.stringify([entry], null, 2)}\n`;
}

/** The same list with one more answer in front of the others. */
export function withStub(text: string, draft: Draft): string {
  const known = JSON.parse(text) as readonly unknown[];
  const added = JSON.parse(stubJson(draft)) as readonly unknown[];
  return `${JSON.stringify([...added, ...known], null, 2)}\n`;
}
