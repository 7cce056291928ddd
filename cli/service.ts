import type { Command } from 'commander';
import type { Host } from './host';
import { port } from './port';

/** `npm run service`. */
export const registerService = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('service')
    .description('start the service that a bot talks to on this machine alone, and show its address and credentials')
    .option('--integration <name>', 'whose service; needed when there are several')
    .option('--port <number>', 'port to listen on; any free one unless told otherwise', port, 0)
    .addHelpText('after', '\nExamples:\n  npm run service\n  npm run service -- --integration zendesk --port 4040')
    .action(async (options: { readonly integration?: string; readonly port: number }) => {
      const { runService } = await import('./run/service.js');
      end(await runService(root, options, console));
    });
