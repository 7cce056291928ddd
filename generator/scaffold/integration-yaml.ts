import { schemaComments } from './action-yaml';
import type { Draft } from './draft';
import { scalar } from './scalar';
import { capital } from './words';

/** Names of a new integration's variables. */
export const variablesOf = (id: string) => {
  const prefix = id.toUpperCase().replaceAll('-', '_');
  return { subdomain: `${prefix}_SUBDOMAIN`, token: `${prefix}_TOKEN` };
};

/** The `bot.yaml` of a new integration with one action. `host`: such as `zendesk.com`, below which each customer has a subdomain. */
export function botYaml(id: string, host: string, action: Draft): string {
  const name = capital(id.replaceAll('-', ' '));
  const { subdomain, token } = variablesOf(id);
  const button = `    - { title: ${scalar(action.title.length <= 20 ? action.title : 'Start')}, action: ${action.id} }`;
  return `${schemaComments('bot')}name: ${name} Assistant
description: Answers questions with the data of ${name}.
language: en
audience: staff # or shopper: personal answers only for a signed-in person

service:
  # Where requests go. A variable in the host needs a pattern, so that they can go nowhere else.
  host: \${env.${subdomain}}.${host}
  timeout: 20

credentials:
  mode: accessToken # a secured variable in a header
  header: Authorization
  prefix: 'Bearer '
  accessToken:
    variable: ${token}

# Filled in on the platform after the import; a secret is never part of a zip.
variables:
  ${subdomain}:
    hint: The part before .${host}.
    pattern: '[a-z0-9][a-z0-9-]*'
  ${token}:
    hint: The access token of the API.
    secret: true

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

/** Prepared answers for transcripts: the first whose method and address fit answers a request. */
export function stubJson(draft: Draft): string {
  if (draft.request.kind !== 'rest') return '[]\n';
  const { method, path, answer } = draft.request;
  const entry = { method, url: `*${path.replace(/\$\{[^}]*\}/g, '*')}`, status: 200, json: answer };
  return `${JSON.stringify([entry], null, 2)}\n`;
}

/** The same list with one more answer in front of the others. */
export function withStub(text: string, draft: Draft): string {
  const known = JSON.parse(text) as readonly unknown[];
  const added = JSON.parse(stubJson(draft)) as readonly unknown[];
  return `${JSON.stringify([...added, ...known], null, 2)}\n`;
}
