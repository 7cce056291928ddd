import { setTimeout as wait } from 'node:timers/promises';
import fastify, { type FastifyReply } from 'fastify';
import { schemesOf } from '../../apis/openapi/credentials';
import type { ApiDocument } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import { isLetIn, type Accepted } from './admission';
import { createCollections, type Seed } from './collections';
import { createFaults, type StandInFaults } from './faults';
import { matchRequest, type Incoming, type Matched } from './incoming';
import { errorOf, successOf, type Answer } from './respond';
import { requestValidator } from './validate';

export interface StandInOptions {
  readonly document: ApiDocument;
  /** Things that it knows from the start; without any it answers with examples. */
  readonly seed?: Seed;
  /** What it takes as credentials, made anew by whoever starts it. */
  readonly accepted: Accepted;
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

/**
 * Starts a stand-in on the loopback address. It refuses what the document does not allow (path, method, credentials, parameters,
 * body), and answers with kept things or the document's examples. Nothing is logged. Rejects when the port is taken.
 */
export async function startStandIn({ document, seed = {}, accepted, port = 0 }: StandInOptions): Promise<StandIn> {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 2 ** 20 });
  const operations = operationsOf(document);
  const schemes = schemesOf(document);
  const collections = createCollections(document, seed);
  const validate = requestValidator(document);
  const { faults, take } = createFaults();

  const answerTo = (incoming: Incoming): Answer => {
    const matched = matchRequest(operations, incoming);
    if ('message' in matched) return errorOf(document, undefined, matched.status, matched.message);
    const { operation } = matched;
    if (!isLetIn(operation.security, schemes, accepted, incoming, matched))
      return errorOf(document, operation, 401, 'The credentials are missing or wrong');
    const body = bodyOf(matched, incoming);
    if (body instanceof Error) return errorOf(document, operation, 400, body.message);
    const problems = validate(matched, incoming, body);
    if (problems.length > 0)
      return errorOf(document, operation, refusal(matched), 'The request is not valid', problems);
    return successOf(document, operation, collections.act(matched, body));
  };

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.all('/*', async ({ method, url, headers, body }, reply) => {
    const fault = take();
    const incoming = { method: method.toLowerCase(), url, headers, body: typeof body === 'string' ? body : '' };
    return send(reply, fault?.replace?.() ?? answerTo(incoming), fault);
  });
  const url = await app.listen({ host: '127.0.0.1', port });
  return { url, faults, close: () => app.close() };
}

/** The status with which an operation documents that what was sent is wrong. */
const refusal = ({ operation }: Matched): number =>
  [400, 422].find((status) => operation.responses.some((one) => one.status === String(status))) ?? 400;

function bodyOf({ operation }: Matched, { body }: Incoming): unknown {
  if (operation.body === undefined || body === '') return undefined;
  if (operation.body.as === 'form') return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return new Error('The body is not JSON');
  }
}

async function send(
  reply: FastifyReply,
  { status, body }: Answer,
  fault: ReturnType<ReturnType<typeof createFaults>['take']>,
): Promise<FastifyReply> {
  if (fault?.delayMs !== undefined) await wait(fault.delayMs);
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
