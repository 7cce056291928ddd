import type { ChannelClient } from './api';
import { UsageError } from './errors';
import type { DeploySettings } from './settings';

/** What `--channel` may name, in the platform's words. */
export const CHANNELS = { web: 'rtm', webhook: 'ivr' } as const;
export type ChannelName = keyof typeof CHANNELS;

/**
 * The bot's own app, through which its channel speaks (documented as required). Throws a `UsageError` when the settings
 * do not name it.
 */
export function channelApp({ builder, variable }: DeploySettings): ChannelClient {
  const appName = variable('XO_BUILDER_APP_NAME');
  if (builder !== undefined && appName !== undefined) return { clientId: builder.clientId, appName };
  throw new UsageError(
    '--channel needs the bot’s own app: set XO_BUILDER_CLIENT_ID, XO_BUILDER_CLIENT_SECRET and XO_BUILDER_APP_NAME.',
  );
}
