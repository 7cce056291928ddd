import { MAX_RESPONSE_BYTES, type Exchange } from './exchange';

/** HTTP to the world outside. A redirect is an answer like any other. */
export const fetchExchange: Exchange = async ({ url, method, headers, body, timeoutMs }) => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: 'manual' });
    const text = await readCapped(response);
    if (text === undefined) return 'too-large';
    return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), body: text };
  } catch (error) {
    if (signal.aborted) return 'timeout';
    throw error;
  }
};

async function readCapped(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_RESPONSE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
