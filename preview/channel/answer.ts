import { randomUUID } from 'node:crypto';
import type { Rendered, SentMessage, Turn } from '../turn';

/** How a task ended, as the channel says it; absent while one is open. */
export interface TaskEnd {
  readonly endOfTask: boolean;
  readonly endReason?: string;
  readonly completedTaskId?: string;
  readonly completedTaskName?: string;
}

/** One answer of the webhook channel, version 2. Without `pollId`: everything is said at once. */
export interface ChannelAnswer extends TaskEnd {
  readonly _v: 'v2';
  readonly sessionId: string;
  readonly to?: string;
  readonly from?: string;
  readonly data: readonly ChannelMessage[];
}

interface ChannelMessage {
  readonly type: 'text' | 'template';
  readonly val: unknown;
  readonly createdOn: string;
  readonly messageId: string;
}

/** The answer of version 1: one text, or a list of them. */
export interface FirstAnswer extends TaskEnd {
  readonly text: string | readonly string[];
  readonly to: string;
  readonly from: string;
}

/** Which rendering of a message a client gets: its own channel's is `default`, that of the web window `rtm`. */
export type WantedChannel = 'default' | 'rtm';

/** A turn's messages for one session. A message without text and template is not sent. */
export function channelAnswer(
  sessionId: string,
  turn: Pick<Turn, 'messages'> & Partial<Turn>,
  channel: WantedChannel,
  who: { readonly to?: string; readonly from?: string } = {},
): ChannelAnswer {
  const createdOn = new Date().toISOString();
  const data = shownIn(turn.messages, channel).map(({ template, text }): ChannelMessage => {
    const about = { createdOn, messageId: `ms-${randomUUID()}` };
    return template === undefined
      ? { type: 'text', val: text, ...about }
      : { type: 'template', val: template, ...about };
  });
  return { _v: 'v2', sessionId, ...who, data, ...taskEnd(turn) };
}

/** The same turn for a client of version 1, which knows texts only. */
export function firstAnswer(turn: Turn, who: { readonly to: string; readonly from: string }): FirstAnswer {
  const texts = shownIn(turn.messages, 'default').map(({ text, template }) => text || JSON.stringify(template));
  return { text: texts.length === 1 ? (texts[0] ?? '') : texts, ...who, ...taskEnd(turn) };
}

const shownIn = (messages: readonly SentMessage[], channel: WantedChannel): readonly Rendered[] =>
  messages
    .map((message) => message[channel])
    .filter(({ text, template }) => template !== undefined || text.trim() !== '');

function taskEnd({ ended = true, completed }: Partial<Turn>): TaskEnd {
  if (completed === undefined) return { endOfTask: ended };
  const { dialogId, name, reason } = completed;
  return { endOfTask: ended, endReason: reason, completedTaskId: dialogId, completedTaskName: name };
}
