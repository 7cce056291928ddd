import { didYouMean } from '../../generator/diagnostics/suggest';
import { listIntegrations } from '../../generator/source/read';
import type { Console } from '../console';
import { createFiles } from './new-create';
import { askForWish, type Ask } from './new-questions';
import { ID, isComplete, type NewOptions } from './new-options';
import { packCommand } from './new-pack';
import { writeCreated } from './new-write';

/**
 * Adds an action to an integration, or a new integration with one action. What the flags leave open is asked for on a
 * terminal (`ask`), and is an error elsewhere. Nothing is ever overwritten. Exit code 0: written; 1: the query or the
 * resulting specs have errors, or a file exists, and nothing was written; 2: wrong usage.
 */
export async function newCommand(
  root: string,
  given: NewOptions,
  console: Console,
  ask: Ask | undefined,
): Promise<number> {
  if (given.what === 'pack') return packCommand(root, given.integration, console);
  return newSpecs(root, given, console, ask);
}

async function newSpecs(root: string, given: NewOptions, console: Console, ask: Ask | undefined): Promise<number> {
  const known = listIntegrations(root);
  const asked = isComplete(given) || !ask ? given : await askOrLeave(root, given, known, ask);
  if (asked === undefined) return LEFT;
  // Where there is one integration, it is the one that is meant.
  const only = asked.what === 'integration' || known.length !== 1 ? undefined : known[0];
  const options = only === undefined ? asked : { integration: only, ...asked };
  const missing = missingFlags(options, known);
  if (missing !== undefined) return console.fail(missing);
  const isNew = options.what === 'integration';
  const { integration = '' } = options;
  if (!isNew && !known.includes(integration))
    return console.fail(`There is no integration "${integration}".${didYouMean(integration, known)}`);
  const created = createFiles(root, integration, options);
  if (typeof created === 'string') return console.fail(created);
  return writeCreated(root, created, options, console);
}

/** What a shell says of a program that was interrupted. */
const LEFT = 130;

/** Asks; undefined when the person leaves by Ctrl+C, which needs no words. */
async function askOrLeave(root: string, given: NewOptions, known: readonly string[], ask: Ask) {
  try {
    return await askForWish(root, given, known, ask);
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}

function missingFlags(
  { what, integration, id, graphql, rest, openapi }: NewOptions,
  known: readonly string[],
): string | undefined {
  for (const name of [id, integration]) {
    if (name !== undefined && !ID.test(name))
      return `"${name}" cannot be an id. Use small letters, digits and hyphens, such as get-order-details.`;
  }
  if (what === 'integration') {
    if (integration === undefined) return 'Give the new integration a name: npm run new -- integration zendesk';
    return graphql === undefined ? undefined : 'A new integration begins with a REST action: use --rest or --openapi.';
  }
  if (integration === undefined) return `Say where the action belongs: --integration ${known[0] ?? 'NAME'}`;
  if (openapi !== undefined) return undefined;
  if (id === undefined) return 'Give the action an id: --id get-order-by-tracking-number';
  if ((graphql === undefined) === (rest === undefined))
    return 'Give the request: --openapi document.yaml, --graphql file.graphql or --rest "GET /path/{id}"';
  return undefined;
}
