import type { Command } from 'commander';
import type { Host } from './host';

/** `npm run openapi`. */
export const registerOpenapi = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('openapi')
    .description("keep the part of a service's OpenAPI document that its actions use beside bot.yaml")
    .argument('<document>', 'the whole document: OpenAPI 3 or Swagger 2, JSON or YAML')
    .option('--integration <name>', 'the integration; not needed when there is one')
    .addHelpText(
      'after',
      `
The build then checks requests and answers against it, and npm run chat talks to a stand-in made from it. Run this again
when the service has a new version, or when an action was written by hand.

Examples:
  npm run openapi -- zendesk-openapi.yaml --integration zendesk`,
    )
    .action(async (document: string, options: { readonly integration?: string }) => {
      const { openapiCommand } = await import('./run/openapi.js');
      end(openapiCommand(root, document, options, console));
    });
