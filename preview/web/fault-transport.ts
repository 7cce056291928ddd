import type { HttpRequest, Transport } from '../transport';
import type { FaultName } from './protocol';

/** How late a slow store answers, in milliseconds. */
export const SLOW_MS = 2500;

/** What the store is told to do, by its own header. */
const HEADER: Readonly<Partial<Record<FaultName, string>>> = {
  throttled: 'throttled',
  unavailable: '503',
  slow: `slow=${SLOW_MS}`,
};

/**
 * Lets every call fail as `fault` says at that moment. A revoked token, and one without scopes, take the place of the
 * bot's own; the record of the call is made before and shows what the bot sent.
 */
export function faultTransport(inner: Transport, fault: () => FaultName, withoutScopes: string): Transport {
  const token = (): string | undefined =>
    ({ unauthorized: 'preview_revoked', scope: withoutScopes })[fault() as 'unauthorized' | 'scope'];
  return {
    send: (request) => {
      const header = HEADER[fault()];
      const replaced = token();
      const faulty = header === undefined ? request : withHeader(request, 'X-Mock-Fault', header);
      return inner.send(replaced === undefined ? faulty : withToken(faulty, replaced));
    },
  };
}

const withHeader = (request: HttpRequest, name: string, value: string): HttpRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});

function withToken(request: HttpRequest, token: string): HttpRequest {
  const name = Object.keys(request.headers).find((key) => key.toLowerCase() === 'x-shopify-access-token');
  return name === undefined ? request : withHeader(request, name, token);
}
