import type { Command } from 'commander';
import type { Host } from './host';

/** `npm run editor`. */
export const editor = (cli: Command, { root, end }: Host): Command =>
  cli
    .command('editor')
    .description('serve an editor over stdio (language server protocol): the build’s findings while you type')
    .addHelpText(
      'after',
      `
An editor starts it for YAML files below specs/. It completes and explains filters, inputs, fields and actions, and finds where
they are defined.

Examples:
  npm run editor -- --help`,
    )
    .action(async () => {
      const { editorCommand } = await import('./run/editor.js');
      end(await editorCommand(root));
    });
