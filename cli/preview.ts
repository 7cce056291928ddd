import type { Command } from 'commander';
import type { Host } from './host';
import { port } from './port';
import { serviceOptions, type ServiceFlags } from './service-options';

/** `npm run preview`. */
export const registerPreview = (cli: Command, { root, console, end }: Host): Command =>
  serviceOptions(cli.command('preview [export]'))
    .description('open the chat window and the bot’s inner life in the browser; builds again when a spec is saved')
    .option('--port <number>', 'port to listen on; another free one when it is taken', port)
    .addHelpText('after', '\nExamples:\n  npm run preview\n  npm run preview -- path/to/export.zip --port 5000')
    .action(async (file: string | undefined, options: ServiceFlags & { readonly port?: number }) => {
      const { previewCommand } = await import('./run/preview.js');
      end(await previewCommand({ root, ...options, ...(file !== undefined && { file }) }, console));
    });
