import { isRecord } from '../../kore/record';
import type { WantedChannel } from './answer';

/** What a client of the channel asks for. */
export interface ChannelRequest {
  readonly kind: 'connect' | 'say' | 'close';
  /** Empty unless something is said. */
  readonly text: string;
  /** Who speaks: one conversation each. */
  readonly user: string;
  readonly bot: string;
  /** Whatever was said before is over. */
  readonly fresh: boolean;
  readonly channel: WantedChannel;
  /** Data that the client's page hands to the bot: the visitor can forge it. */
  readonly customData: unknown;
}

/** Reads a request of version 1 or 2; undefined when it is neither. */
export function readRequest(body: unknown, version: 1 | 2): ChannelRequest | undefined {
  if (!isRecord(body)) return undefined;
  const user = idOf(body['from']);
  if (user === undefined) return undefined;
  const session = body['session'];
  const about = {
    user,
    bot: idOf(body['to']) ?? '',
    fresh: isRecord(session) && session['new'] === true,
    channel: body['preferredChannelForResponse'] === 'rtm' ? ('rtm' as const) : ('default' as const),
    customData: body['customData'] ?? {},
  };
  const said = version === 1 ? textOf(body['message'], 'text') : saidIn(body);
  return said === undefined ? undefined : { ...about, ...said };
}

type Said = Pick<ChannelRequest, 'kind' | 'text'>;

const textOf = (message: unknown, key: string): Said | undefined => {
  const text = isRecord(message) ? message[key] : undefined;
  return typeof text === 'string' && text.trim() !== '' ? { kind: 'say', text } : undefined;
};

/** A text, one of the two events, or data of a form that was filled in. */
function saidIn(body: Readonly<Record<string, unknown>>): Said | undefined {
  const { message, formData } = body;
  if (isRecord(formData)) return { kind: 'say', text: JSON.stringify(formData) };
  if (!isRecord(message)) return undefined;
  if (message['type'] !== 'event') return textOf(message, 'val') ?? textOf(message, 'text');
  if (message['val'] === 'ON_CONNECT') return { kind: 'connect', text: '' };
  return message['val'] === 'SESSION_CLOSURE' ? { kind: 'close', text: '' } : undefined;
}

function idOf(who: unknown): string | undefined {
  const id = isRecord(who) ? who['id'] : undefined;
  return typeof id === 'string' && id !== '' && id.length <= 512 ? id : undefined;
}
