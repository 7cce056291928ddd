import { randomBytes } from 'node:crypto';
import type { ChatConsole } from '../../preview/chat/console';
import { ChatUsageError } from '../../preview/chat/console';
import { openChat } from '../../preview/chat/open-chat';
import type { PlayOptions } from '../../preview/chat/open-chat';
import { startChannel } from '../../preview/channel/server';
import type { RunningChannel } from '../../preview/channel/server';
import { startConversation } from '../../preview/conversation';
import { createSandbox } from '../../preview/sandbox';
import { createSession } from '../../preview/session';
import type { Host } from '../host';
import { interrupted } from '../interrupt';
import type { ServiceFlags } from '../service-options';
import { buildFor } from './build-for';
import { playing } from './playing';

export interface ChannelFlags extends ServiceFlags {
  readonly target: 'xo10' | 'xo11';
  readonly port: number;
  readonly appId?: string;
}

/** Serves the webhook channel until it is interrupted. Exit code 0; 1 the bot cannot be played. */
export const channelCommand = (file: string | undefined, flags: ChannelFlags, host: Host): Promise<number> =>
  playing(host.console, async () => {
    const stopped = interrupted();
    const { root, env } = host;
    const build = () => buildFor(host.console)(root);
    const options = { root, build, ...flags, ...(file !== undefined && { file }) };
    const channel = await channelServer(options, { ...host.console, env });
    await stopped;
    await channel.close();
    return 0;
  });

export interface ChannelCommandOptions extends PlayOptions {
  readonly port: number;
  readonly appId?: string;
}

/**
 * Serves the webhook channel of a bot alone and says how to reach it. The app's secret opens nothing but this channel, and
 * dies with it unless it was given in `CHANNEL_APP_SECRET`. Rejects with a `UsageError` when the port is taken.
 */
export async function channelServer(options: ChannelCommandOptions, console: ChatConsole): Promise<RunningChannel> {
  const { port, appId } = options;
  const sandbox = createSandbox();
  const { bot, backend, tables } = await openChat(options, console);
  const given = console.env['CHANNEL_APP_SECRET'];
  const app = {
    id: appId ?? `cs-${randomBytes(8).toString('hex')}`,
    secret: given ?? randomBytes(24).toString('base64url'),
  };
  const { _id: botId } = bot.kore.definition;
  // All users of a bot have these scopes in common.
  const { BotContext, EnterpriseContext } = createSession();
  const { transport, env } = backend;
  const begin = () =>
    startConversation(bot, { transport, env, sandbox, tables, shared: { BotContext, EnterpriseContext } });
  const close = async () => {
    await backend.close();
    await sandbox.close();
  };
  const channel = await startChannel({ botId, app, begin, port }).catch(async (error: NodeJS.ErrnoException) => {
    await close();
    throw error.code === 'EADDRINUSE' ? new ChatUsageError(`Port ${port} is taken.`) : error;
  });
  console.out(
    [
      `${bot.name} with ${backend.title}`,
      `V1      ${channel.url}/chatbot/hooks/${botId}`,
      `V2      ${channel.url}/chatbot/v2/webhook/${botId}`,
      `App id  ${app.id}`,
      `Secret  ${given === undefined ? app.secret : '(from CHANNEL_APP_SECRET)'}`,
      '',
      'Sign {"appId": the app id, "sub": any} with the secret (JWT, HS256) and send it as "Authorization: bearer …".',
      'Ctrl+C ends it.',
    ].join('\n'),
  );
  return {
    url: channel.url,
    close: async () => {
      await channel.close();
      await close();
    },
  };
}
