import type { Command } from 'commander';
import type { Host } from './host';
import { port } from './port';

/** `npm run store`. */
export const store = (cli: Command, { console, end }: Host): Command =>
  cli
    .command('store')
    .description('start the local store alone, and show its address and token')
    .option('--port <number>', 'port to listen on; any free one unless told otherwise', port, 0)
    .addHelpText('after', '\nExamples:\n  npm run store\n  npm run store -- --port 4040')
    .action(async (options: { readonly port: number }) => {
      const { runStore } = await import('./run/store.js');
      end(await runStore(options, console));
    });
