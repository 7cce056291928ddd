import { PlatformRefusal } from './guard';
import { storedBot } from './import-routes';
import type { Tools } from './tools';

interface ChannelBody {
  readonly streamId?: unknown;
  readonly type?: unknown;
  readonly channelDetails?: {
    readonly type?: unknown;
    readonly enable?: unknown;
    readonly app?: { readonly clientId?: unknown; readonly appName?: unknown };
  };
}

/** `POST /api/public/channels`, as documented: the bot, the channel's kind twice, and the bot's own app. */
export function channelRoute(tools: Tools): void {
  tools.app.post<{ Body: ChannelBody }>('/api/public/channels', async (request) => {
    const { streamId, type, channelDetails: details } = request.body;
    await tools.admit(request, 'Channel Management', 'account');
    const stored = storedBot(tools, typeof streamId === 'string' ? streamId : '');
    const known = tools.options.apps.some((a) => a.kind === 'builder' && a.clientId === details?.app?.clientId);
    if ((type !== 'rtm' && type !== 'ivr') || details?.type !== type || details.enable !== true) {
      throw new PlatformRefusal(400, 'type is not supported');
    }
    if (!known || typeof details.app?.appName !== 'string')
      throw new PlatformRefusal(400, 'clientId and appName are required');
    stored.channels += 1;
    return { streamId, channelDetails: details, type };
  });
}
