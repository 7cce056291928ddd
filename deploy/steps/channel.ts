import { CHANNELS, channelApp } from '../channels';
import type { ChannelName } from '../channels';
import type { DeployContext } from '../context';
import { DeployError } from '../errors';
import { enabledChannels } from '../memory';

/**
 * Enables a channel once for each bot: a webhook channel would be a second one each time. It is noted before the call,
 * and taken back only when the platform certainly refused, so that a lost answer or a kill repeats nothing.
 */
export async function enableChannel(botId: string, channel: ChannelName, context: DeployContext): Promise<void> {
  const { api, folder, progress, settings } = context;
  const enabled = enabledChannels(folder);
  if (enabled.has(botId, channel)) return;
  enabled.add(botId, channel);
  try {
    await progress.step(`Enable the ${channel} channel`, () =>
      api.enableChannel(botId, CHANNELS[channel], channelApp(settings)),
    );
  } catch (error) {
    const lost = error instanceof DeployError && error.failure.code === 'unknown-outcome';
    if (!lost) enabled.remove(botId, channel);
    throw error;
  }
}
