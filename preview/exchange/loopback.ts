import { Agent, request as open } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { MAX_RESPONSE_BYTES, type Exchange } from './exchange';

/**
 * HTTP to a service on this machine, over connections that stay open. Node's own client does it with a third of the work
 * of `fetch`; what that does for the world outside is not needed here.
 */
export function loopbackExchange(): Exchange {
  const agent = new Agent({ keepAlive: true });
  return ({ url, method, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(body);
      if (bytes !== undefined) headers.set('content-length', String(bytes.length));
      const sent = open(url, { method, headers: Object.fromEntries(headers), agent });
      const timer = setTimeout(() => give('timeout'), timeoutMs);
      const give = (result: Awaited<ReturnType<Exchange>>) => {
        clearTimeout(timer);
        resolve(result);
        if (typeof result === 'string') sent.destroy();
      };
      const fail = (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        reject(error.code === 'ECONNRESET' ? new Error('other side closed') : error);
      };
      sent.on('error', fail).on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('error', fail).on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size > MAX_RESPONSE_BYTES) give('too-large');
        });
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          give({ ok: true, status: response.statusCode ?? 0, headers: headersOf(response), body: text });
        });
      });
      sent.end(bytes);
    });
}

/** As `fetch` gives them: of cookies, which cannot stand in one line, the last. */
const headersOf = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')]),
  );
