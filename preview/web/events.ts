import type { FastifyReply } from 'fastify';
import { redactKnown } from '../../kore/secrets/mask';
import type { SessionEvent } from './protocol';
import type { TabSession } from './tab-session';

/** Some proxies and browsers drop a stream that says nothing for long. */
const BEAT_MS = 15_000;

/** Streams a tab's events to its tab until it is closed. */
export function streamEvents(reply: FastifyReply, tab: TabSession): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  const headers = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  raw.writeHead(200, { ...Object.fromEntries(headers), 'content-type': 'text/event-stream' });
  raw.write(': hello\n\n');
  const stop = tab.watch((event: SessionEvent) => raw.write(`data: ${redactKnown(JSON.stringify(event))}\n\n`));
  const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS);
  raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
  return reply;
}
