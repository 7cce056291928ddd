import { type Command, Option } from 'commander';
import type { Host } from './host';
import type { ChatFlags } from './run/chat';
import { serviceOptions } from './service-options';

/** `npm run chat`. */
export const registerChat = (cli: Command, host: Host): Command =>
  serviceOptions(cli.command('chat'))
    .description('talk with a built bot in the terminal; builds first when the specs say something else')
    .argument('[file]', 'an export to play in place of dist/, or a .chat file: conversations that must go as written')
    .addOption(new Option('--target <platform>', 'which build to play').choices(['xo10', 'xo11']).default('xo10'))
    .option('--language <code>', 'one of the bot’s languages, such as es')
    .option('--json', 'one JSON object a line, for programs')
    .option(
      '--store <account>',
      'the real service in place of the local one: which account there; its credentials are read from the environment',
    )
    .addHelpText(
      'after',
      `
Examples:
  npm run chat
  npm run chat -- --language es
  npm run chat -- path/to/export.zip
  npm run chat -- specs/shopify/get-order-details.chat
  npm run chat -- --integration tickets --env TICKETS_HOST=acme --stub answers.json
  SHOPIFY_ACCESS_TOKEN=… npm run chat -- --store my-shop`,
    )
    .action(async (file: string | undefined, flags: ChatFlags) => {
      const { chatCommand } = await import('./run/chat.js');
      host.end(await chatCommand(file, flags, host));
    });
