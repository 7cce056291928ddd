import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { operationsOf } from '../../apis/openapi/operations';
import { titleOf } from '../../generator/scaffold/words';
import { ID, type NewOptions } from './new-options';
import { documentFile } from './openapi';

/** What is wrong with an answer, in a sentence; undefined when it is right. */
export type CheckAnswer = (answer: string) => string | undefined;

interface Choice<T extends string> {
  readonly name: string;
  readonly value: T;
}

/** Asks a person on a terminal. */
export interface Ask {
  choose<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T>;
  /** At least one of them. */
  several(message: string, choices: readonly Choice<string>[]): Promise<readonly string[]>;
  input(message: string, suggestion?: string, wrong?: CheckAnswer): Promise<string>;
}

/** The terminal: arrow keys, and suggestions that Enter accepts. An answer that cannot be used is asked for again at once. */
export const terminal: Ask = {
  choose: async (message, choices) => {
    const { select } = await import('@inquirer/prompts');
    return select({ message, choices });
  },
  several: async (message, choices) => {
    const { checkbox } = await import('@inquirer/prompts');
    return checkbox({ message, choices, required: true, pageSize: 15 });
  },
  input: async (message, suggestion, wrong = () => undefined) => {
    const { input } = await import('@inquirer/prompts');
    const required = suggestion === undefined;
    return input({
      message,
      required,
      ...(required ? {} : { default: suggestion }),
      validate: (answer) => wrong(answer) ?? true,
    });
  },
};

const wrongId: CheckAnswer = (answer) =>
  ID.test(answer) ? undefined : 'Use small letters, digits and hyphens, such as get-order-details.';

/** Asks for what the flags leave open. */
export async function askForWish(
  root: string,
  given: NewOptions,
  integrations: readonly string[],
  ask: Ask,
): Promise<NewOptions> {
  const what =
    given.integration === undefined && given.what === 'action' ? await askWhat(integrations, ask) : given.what;
  if (what === 'integration') return askForIntegration(root, { ...given, what }, integrations, ask);
  const integration = given.integration ?? (await askWhere(integrations, ask));
  const kind = given.openapi ?? given.graphql ?? given.rest;
  const request = kind === undefined ? await askForRequest(root, ask) : given;
  if (request.openapi !== undefined)
    return {
      ...given,
      what,
      integration,
      ...request,
      operation: await operations(root, { ...given, ...request }, ask),
    };
  const id =
    given.id ??
    (await ask.input('Id of the action (small letters and hyphens)', 'get-something-by-id', newId(root, integration)));
  const title = given.title ?? (await ask.input('Title, as people see it in the builder', titleOf(id)));
  return { ...given, what, integration, ...request, id, title };
}

const askWhat = (integrations: readonly string[], ask: Ask): Promise<NewOptions['what']> =>
  integrations.length === 0
    ? Promise.resolve('integration')
    : ask.choose('What is new?', [
        { name: 'An action of an integration', value: 'action' },
        { name: 'A whole integration', value: 'integration' },
      ]);

function askWhere(integrations: readonly string[], ask: Ask): Promise<string> {
  const [only, ...others] = integrations;
  if (only !== undefined && others.length === 0) return Promise.resolve(only);
  return ask.choose(
    'To which integration?',
    integrations.map((value) => ({ name: value, value })),
  );
}

type Request = Pick<NewOptions, 'graphql' | 'rest' | 'openapi'>;

async function askForRequest(root: string, ask: Ask): Promise<Request> {
  const kind = await ask.choose('How does it get its answer?', [
    { name: 'An operation of an OpenAPI document', value: 'openapi' },
    { name: 'A GraphQL query in a file', value: 'graphql' },
    { name: 'A REST request', value: 'rest' },
  ]);
  if (kind === 'openapi') return { openapi: await ask.input('File with the document', 'openapi.yaml', document(root)) };
  return kind === 'graphql'
    ? { graphql: await ask.input('File with the query', 'query.graphql', file(root)) }
    : { rest: await ask.input('Request', 'GET /items/{itemId}', wrongRequest) };
}

const file =
  (root: string): CheckAnswer =>
  (answer) =>
    existsSync(resolve(root, answer)) ? undefined : `There is no file ${answer}.`;

const document =
  (root: string): CheckAnswer =>
  (answer) => {
    const read = documentFile(root, answer);
    return typeof read === 'string' ? read : undefined;
  };

const wrongRequest: CheckAnswer = (answer) =>
  /^\s*(?:(?:GET|POST|PUT|PATCH|DELETE)\s+)?\/\S*\s*$/i.test(answer)
    ? undefined
    : 'Write it as "GET /tickets/{ticketId}".';

const newId =
  (root: string, integration: string): CheckAnswer =>
  (answer) =>
    wrongId(answer) ??
    (existsSync(join(root, 'specs', integration, `${answer}.yaml`)) ? 'There is such an action already.' : undefined);

/** So many operations can be looked through. */
const MOST_SHOWN = 60;

/** The operations that somebody means: by some of their words, then from a list. */
async function operations(root: string, given: NewOptions, ask: Ask): Promise<readonly string[]> {
  if (given.operation !== undefined) return given.operation;
  const read = documentFile(root, given.openapi ?? '');
  // What is wrong with a file that was named on the command line is said afterwards.
  if (typeof read === 'string') return [];
  const all = operationsOf(read).map((one) => {
    const name = `${one.method.toUpperCase().padEnd(6)} ${one.path}  ${one.summary}`.trimEnd();
    return { name, value: one.id };
  });
  const fitting = (words: string) => all.filter(({ name, value }) => holds(`${name} ${value}`, words));
  const none: CheckAnswer = (words) => {
    const { length } = fitting(words);
    if (length === 0) return 'No operation has these words. Try fewer.';
    return length > MOST_SHOWN ? `${length} operations have these words. Say some more.` : undefined;
  };
  const words =
    all.length > MOST_SHOWN
      ? await ask.input(`There are ${all.length} operations. Some words of the one you want`, undefined, none)
      : '';
  return ask.several('Which operations become actions?', fitting(words));
}

const holds = (text: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));

async function askForIntegration(
  root: string,
  given: NewOptions,
  integrations: readonly string[],
  ask: Ask,
): Promise<NewOptions> {
  const wrongName: CheckAnswer = (answer) =>
    wrongId(answer) ?? (integrations.includes(answer) ? 'There is such an integration already.' : undefined);
  const integration =
    given.integration ?? (await ask.input('Name of the integration (small letters and hyphens)', undefined, wrongName));
  const kind =
    (given.openapi ?? given.rest) === undefined
      ? await ask.choose('Is there an OpenAPI document of its API?', [
          { name: 'Yes, in a file', value: 'openapi' },
          { name: 'No, there is a request', value: 'rest' },
        ])
      : undefined;
  const openapi =
    given.openapi ??
    (kind === 'openapi' ? await ask.input('File with the document', 'openapi.yaml', document(root)) : undefined);
  if (openapi !== undefined)
    return { ...given, integration, openapi, operation: await operations(root, { ...given, openapi }, ask) };
  const host =
    given.host ?? (await ask.input('Host below which each customer has a subdomain', `${integration}.com`, wrongHost));
  const rest = given.rest ?? (await ask.input('Request of its first action', 'GET /items/{itemId}', wrongRequest));
  const id = given.id ?? (await ask.input('Id of its first action', 'get-item', wrongId));
  return { ...given, integration, host, rest, id };
}

const wrongHost: CheckAnswer = (answer) =>
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(answer) ? undefined : 'Write it without https://, such as zendesk.com.';
