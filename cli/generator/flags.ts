import { Argument, type Command, Option } from 'commander';
import type { DiffOptions } from './diff';
import type { NewOptions } from './new-options';

/** A command whose action gets these arguments. */
interface Runs<A extends readonly unknown[]> {
  action(run: (...args: A) => Promise<void>): unknown;
}

/** The flags of `npm run new`. */
export function newFlags(command: Command): Runs<[NewOptions['what'], string | undefined, Omit<NewOptions, 'what'>]> {
  return command
    .description('add an action, or an integration; asks for what the flags leave open')
    .addArgument(new Argument('[what]', 'what is new').choices(['action', 'integration']).default('action'))
    .argument('[name]', 'the id of the action, or the name of the integration')
    .option('--integration <name>', 'the integration that the action belongs to')
    .option('--id <id>', 'the id of the action, which is also the name of its file')
    .addOption(new Option('--graphql <file>', 'a file with one GraphQL query').conflicts('rest'))
    .option('--rest <request>', 'a request such as "GET /tickets/{ticketId}"')
    .option('--sample <file>', 'a JSON file with an answer of the REST request, for the mapping')
    .option('--title <text>', 'what the dialog is called in the builder')
    .option('--description <text>', 'what a person reaches with it')
    .option('--host <host>', 'new integration: the host below which each customer has a subdomain')
    .addHelpText(
      'after',
      `
Examples:
  npm run new
  npm run new -- --integration shopify --id get-order-by-tracking-number --graphql query.graphql
  npm run new -- --integration zendesk --id get-user --rest "GET /api/v2/users/{userId}.json" --sample user.json
  npm run new -- integration zendesk --rest "GET /api/v2/tickets/{ticketId}.json" --id get-ticket`,
    );
}

/** The flags of `npm run diff`. */
export function diffFlags(command: Command): Runs<[DiffOptions]> {
  return command
    .description('say what the specs would change in a bot, in meaning')
    .option(
      '--against <what>',
      'a git revision, or an export: zip, folder or JSON file (default: the last build in dist/)',
    )
    .option('--integration <name>', 'which integration (default: the first)')
    .addOption(new Option('--target <target>', 'which form of the bot').choices(['xo10', 'xo11']))
    .addOption(new Option('--json', 'print one JSON object for machines').conflicts('markdown'))
    .option('--markdown', 'print a comment for a pull request')
    .option('--exit-code', 'exit 1 when there is a difference')
    .addHelpText(
      'after',
      `
Examples:
  npm run diff
  npm run diff -- --against main --markdown
  npm run diff -- --against export-from-xo.zip --exit-code`,
    );
}
