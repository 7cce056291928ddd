import { sandbox } from '../sandbox';
import type { Conversation, ConversationOptions } from '../../preview/conversation';
import { startConversation } from '../../preview/conversation';
import { openBot } from '../../preview/open-bot';
import type { HttpRequest, HttpResult, Transport } from '../../preview/transport';
import type { Turn } from '../../preview/turn';
import { buildBot } from './build-bot';
import type { BotSpec } from './build-bot';

/** A transport that answers from a function and keeps what it was asked. */
export function fakeTransport(
  answer: (request: HttpRequest) => HttpResult,
): Transport & { readonly sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  return {
    sent,
    send: (request) => {
      sent.push(request);
      return Promise.resolve(answer(request));
    },
  };
}

export const json = (value: unknown, status = 200): HttpResult => ({
  ok: true,
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const silent: Transport = fakeTransport(() => ({ ok: false, kind: 'refused', message: 'no network in tests' }));

export const talkTo = (
  spec: BotSpec,
  options: Partial<ConversationOptions> = {},
  target: 'xo10' | 'xo11' = 'xo10',
): Conversation =>
  startConversation(openBot({ ...buildBot(spec), target }), {
    sandbox,
    transport: silent,
    clock: () => Date.UTC(2026, 0, 15, 12),
    ...options,
  });

/** What the web channel showed as text. */
export const texts = (turn: Turn): readonly string[] => turn.messages.map((message) => message.rtm.text);

export const codes = (turn: Turn): readonly string[] => turn.notes.map((note) => note.code);

/** The nodes a turn stopped at, as `id>transition`. */
export const steps = (turn: Turn): readonly string[] =>
  turn.path.map((visit) => `${visit.nodeId}>${visit.transition ?? ''}`);
