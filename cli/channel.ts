import { type Command, Option } from 'commander';
import type { Host } from './host';
import { port } from './port';
import type { ChannelFlags } from './run/channel';
import { serviceOptions } from './service-options';

/** `npm run channel`. */
export const registerChannel = (cli: Command, host: Host): Command =>
  serviceOptions(cli.command('channel [export]'))
    .description('serve the webhook channel of a built bot, for clients that talk to the platform')
    .addOption(new Option('--target <platform>', 'which build to serve').choices(['xo10', 'xo11']).default('xo10'))
    .option('--port <number>', 'port to listen on', port, 4180)
    .option('--app-id <id>', 'id of the channel’s app; its secret is read from CHANNEL_APP_SECRET')
    .addHelpText('after', '\nExamples:\n  npm run channel\n  npm run channel -- path/to/export.zip --port 5000')
    .action(async (file: string | undefined, flags: ChannelFlags) => {
      const { channelCommand } = await import('./run/channel.js');
      host.end(await channelCommand(file, flags, host));
    });
