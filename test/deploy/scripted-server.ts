import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpOptions } from '../../deploy/http';

/** What the server does with one request; `'drop'` cuts the connection after the request arrived. */
export type Answer =
  | { readonly status?: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'drop'
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface ScriptedServer {
  readonly url: string;
  /** `POST /path` and the token, in the order they came. */
  readonly asked: { readonly call: string; readonly token: string | undefined }[];
  close(): Promise<void>;
}

/** A server on the loopback that gives these answers one after the other, and the last one for ever. */
export async function scriptedServer(...answers: readonly Answer[]): Promise<ScriptedServer> {
  const asked: ScriptedServer['asked'] = [];
  const server = createServer((request, response) => {
    const { auth } = request.headers;
    asked.push({ call: `${request.method} ${request.url}`, token: typeof auth === 'string' ? auth : undefined });
    request.resume();
    request.on('end', () => play(answers[Math.min(asked.length, answers.length) - 1] ?? 'drop', request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function play(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'drop') return void request.socket.destroy();
  if (typeof answer === 'function') return answer(request, response);
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body ?? '{}');
}

/** Time that passes only by sleeping; `slept` holds each pause in milliseconds. */
export function fakeClock(start = 0) {
  let time = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: (ms: number) => {
      slept.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
}

/** Options for calls to this host: no real waiting, no jitter. */
export function quickly(host: string, clock = fakeClock()): HttpOptions & { readonly taken: string[] } {
  const taken: string[] = [];
  const limiter = { take: (key: string) => Promise.resolve(void taken.push(key)) };
  return { host, retryMs: 1000, secrets: [], clock, limiter, random: () => 1, taken };
}
