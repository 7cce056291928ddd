import { randomUUID } from 'node:crypto';
import { PICTURES } from '../../services/shopify/seed/shop';
import type { Template, Turn } from '../turn';

/** One answer of the webhook channel, version 2. Without `pollId`: everything is said at once. */
export interface ChannelAnswer {
  readonly _v: 'v2';
  readonly sessionId: string;
  readonly data: readonly ChannelMessage[];
}

interface ChannelMessage {
  readonly type: 'text' | 'template';
  readonly val: unknown;
  readonly createdOn: string;
  readonly messageId: string;
}

/** A turn's messages as the web channel gets them. A message without text and template is not sent. */
export function channelAnswer(
  sessionId: string,
  { messages }: Pick<Turn, 'messages'>,
  storeOrigin: string,
): ChannelAnswer {
  const createdOn = new Date().toISOString();
  const data = messages.flatMap(({ rtm }): readonly ChannelMessage[] => {
    const about = { createdOn, messageId: `ms-${randomUUID()}` };
    if (rtm.template !== undefined)
      return [{ type: 'template', val: withPictures(rtm.template, storeOrigin), ...about }];
    return rtm.text.trim() === '' ? [] : [{ type: 'text', val: rtm.text, ...about }];
  });
  return { _v: 'v2', sessionId, data };
}

/** The local store serves its own pictures; no address of an example is ever asked for one. */
const withPictures = (template: Template, storeOrigin: string): unknown =>
  JSON.parse(JSON.stringify(template).replaceAll(`"${PICTURES}`, `"${storeOrigin}/images/`));

/** What a request of the channel says: the connect event, a text, or nothing that is understood. */
export function heard(
  body: unknown,
): { readonly kind: 'connect' } | { readonly kind: 'say'; readonly text: string } | undefined {
  const message = field(body, 'message');
  const value = field(message, 'val');
  if (field(message, 'type') === 'event' && value === 'ON_CONNECT') return { kind: 'connect' };
  return typeof value === 'string' && value.trim() !== '' ? { kind: 'say', text: value } : undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
