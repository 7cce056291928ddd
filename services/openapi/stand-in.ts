import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { StandInResponse } from './respond';
import { createStandInFaults, effectOf, type FaultEffect, type StandInFaults } from './faults';
import type { Incoming } from './incoming';

/** The header with which one request asks for a fault. */
export const FAULT_HEADER = 'X-Mock-Fault';

export interface StandInOptions {
  readonly answer: (incoming: Incoming) => StandInResponse;
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A service that stands in for the one that a document describes. */
export interface StandIn {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly faults: StandInFaults;
  readonly close: () => Promise<void>;
}

/** Starts a stand-in on the loopback address. Nothing is logged. Rejects when the port is taken. */
export async function startStandIn({ answer, port = 0 }: StandInOptions): Promise<StandIn> {
  // Where services answer without HTTP, nobody waits until it is loaded.
  const { default: fastify } = await import('fastify');
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 2 ** 20 });
  const { faults, take } = createStandInFaults();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ message: 'The request cannot be read' });
  });
  app.all('/*', async ({ method, url, headers, body }, reply) => {
    const fault = effectOf(String(headers[FAULT_HEADER.toLowerCase()] ?? '')) ?? take();
    const incoming = { method: method.toLowerCase(), url, headers, body: typeof body === 'string' ? body : '' };
    return send(reply, fault?.replace?.() ?? answer(incoming), fault);
  });
  const url = await app.listen({ host: '127.0.0.1', port });
  return { url, faults, close: () => app.close() };
}

async function send(
  reply: FastifyReply,
  { status, body }: StandInResponse,
  fault: FaultEffect | undefined,
): Promise<FastifyReply> {
  if (fault?.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
  if (fault?.cut === true) {
    reply.hijack();
    reply.raw.destroy();
    return reply;
  }
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  return reply
    .code(status)
    .headers(body === undefined ? {} : { 'content-type': type })
    .send(fault?.half === true ? text.slice(0, Math.ceil(text.length / 2)) : text);
}
