import { Argument, type Command, Option } from 'commander';
import type { Host } from './host';
import type { NewOptions } from './run/new-options';

/** `npm run new`. */
export const registerNew = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('new')
    .description('add an action, an integration or a ready-made pack of one; asks for what the flags leave open')
    .addArgument(new Argument('[what]', 'what is new').choices(['action', 'integration', 'pack']).default('action'))
    .argument('[name]', 'the id of the action, or the name of the integration or pack')
    .option('--integration <name>', 'the integration that the action belongs to')
    .option('--id <id>', 'the id of the action, which is also the name of its file')
    .addOption(new Option('--graphql <file>', 'a file with one GraphQL query').conflicts('rest'))
    .option('--rest <request>', 'a request such as "GET /tickets/{ticketId}"')
    .addOption(new Option('--openapi <file>', 'a whole OpenAPI document').conflicts(['graphql', 'rest']))
    .option('--operation <id...>', 'operations of the document, by their ids or as "POST /tickets"')
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
  npm run new -- --integration zendesk --openapi zendesk.yaml --operation CreateTicket ShowTicket
  npm run new -- pack zendesk
  npm run new -- integration zendesk --openapi zendesk.yaml --operation "POST /api/v2/tickets"
  npm run new -- integration zendesk --rest "GET /api/v2/tickets/{ticketId}.json" --id get-ticket`,
    )
    .action(async (what: NewOptions['what'], name: string | undefined, options: Omit<NewOptions, 'what'>) => {
      const [{ newCommand }, { terminal }] = await Promise.all([
        import('./run/new.js'),
        import('./run/new-questions.js'),
      ]);
      const ask = process.stdin.isTTY ? terminal : undefined;
      const named = name === undefined ? {} : what === 'action' ? { id: name } : { integration: name };
      end(await newCommand(root, { ...named, ...options, what }, console, ask));
    });
