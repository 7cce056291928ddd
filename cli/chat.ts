import { type Command, Option } from 'commander';
import type { Host } from './host';
import type { ChatFlags } from './run/chat';

/** `npm run chat`. */
export const chat = (cli: Command, host: Host): Command =>
  cli
    .command('chat')
    .description('talk with a built bot in the terminal; builds first when the specs say something else')
    .argument('[export]', 'a zip, folder or definition file to play in place of dist/')
    .option('--integration <name>', 'which of specs/ to talk with')
    .addOption(new Option('--target <platform>', 'which build to play').choices(['xo10', 'xo11']).default('xo10'))
    .option('--language <code>', 'one of the bot’s languages, such as es')
    .option(
      '--store <shop>',
      'a real store, the part before .myshopify.com; its token is read from SHOPIFY_ACCESS_TOKEN',
    )
    .addHelpText(
      'after',
      `
Examples:
  npm run chat
  npm run chat -- --language es
  npm run chat -- path/to/export.zip
  SHOPIFY_ACCESS_TOKEN=… npm run chat -- --store my-shop`,
    )
    .action(async (file: string | undefined, flags: ChatFlags) => {
      const { chatCommand } = await import('./run/chat.js');
      host.end(await chatCommand(file, flags, host));
    });
