import type { Command } from 'commander';
import type { Host } from './host';

/** `npm run editor`. */
export const registerEditor = (cli: Command, { root, end }: Host): Command =>
  cli
    .command('editor')
    .description('serve an editor over stdio (language server protocol): the build’s findings while you type')
    .option('--stdio', 'what editors ask for by habit; it is so in any case')
    .option('--clientProcessId <pid>', 'the editor’s process, which VS Code names: the server ends when it is gone')
    .addHelpText(
      'after',
      `
An editor starts it for YAML files below specs/; docs/editor.md of the tool says how. It completes and explains what fits, finds
where a word is defined, and renames inputs.

Examples:
  npm run editor -- --help`,
    )
    .action(async () => {
      const { editorCommand } = await import('./run/editor.js');
      end(await editorCommand(root));
    });
