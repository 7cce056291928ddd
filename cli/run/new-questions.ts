import { titleOf } from '../../generator/scaffold/words';
import type { NewOptions } from './new-options';

/** Asks a person on a terminal. */
export interface Ask {
  choose<T extends string>(
    message: string,
    choices: readonly { readonly name: string; readonly value: T }[],
  ): Promise<T>;
  input(message: string, suggestion?: string): Promise<string>;
}

/** The terminal: arrow keys, and suggestions that Enter accepts. */
export const terminal: Ask = {
  choose: async (message, choices) => {
    const { select } = await import('@inquirer/prompts');
    return select({ message, choices });
  },
  input: async (message, suggestion) => {
    const { input } = await import('@inquirer/prompts');
    const required = suggestion === undefined;
    return input({ message, required, ...(required ? {} : { default: suggestion }) });
  },
};

/** Asks for what the flags leave open. */
export async function askForWish(given: NewOptions, integrations: readonly string[], ask: Ask): Promise<NewOptions> {
  const what =
    given.integration === undefined && given.what === 'action' ? await askWhat(integrations, ask) : given.what;
  if (what === 'integration') return askForIntegration({ ...given, what }, ask);
  const integration = given.integration ?? (await askWhere(integrations, ask));
  const request = (given.graphql ?? given.rest) ? {} : await askForRequest(ask);
  const id = given.id ?? (await ask.input('Id of the action (small letters and hyphens)', 'get-something-by-id'));
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

async function askForRequest(ask: Ask): Promise<Pick<NewOptions, 'graphql' | 'rest'>> {
  const kind = await ask.choose('How does it get its answer?', [
    { name: 'A GraphQL query in a file', value: 'graphql' },
    { name: 'A REST request', value: 'rest' },
  ]);
  return kind === 'graphql'
    ? { graphql: await ask.input('File with the query', 'query.graphql') }
    : { rest: await ask.input('Request', 'GET /items/{itemId}') };
}

async function askForIntegration(given: NewOptions, ask: Ask): Promise<NewOptions> {
  const integration = given.integration ?? (await ask.input('Name of the integration (small letters and hyphens)'));
  const host = given.host ?? (await ask.input('Host below which each customer has a subdomain', `${integration}.com`));
  const rest = given.rest ?? (await ask.input('Request of its first action', 'GET /items/{itemId}'));
  const id = given.id ?? (await ask.input('Id of its first action', 'get-item'));
  return { ...given, integration, host, rest, id };
}
