import type { ServiceAnswer, ServiceRequest } from '../../services/service';
import { MAX_RESPONSE_BYTES, type Exchange } from './exchange';

/**
 * A service that answers in this process. Nobody waits: an answer that would come too late, or never, is none at once.
 */
export const directExchange =
  (answer: (request: ServiceRequest) => ServiceAnswer): Exchange =>
  ({ url, method, headers, body = '', timeoutMs }) => {
    const path = `${url.pathname}${url.search}`;
    const answered = answer({ method, url: path, headers: Object.fromEntries(headers), body });
    if (answered.cut) return Promise.reject(new Error('other side closed'));
    if (answered.silent || (answered.delayMs ?? 0) > timeoutMs) return Promise.resolve('timeout');
    if (Buffer.byteLength(answered.body) > MAX_RESPONSE_BYTES) return Promise.resolve('too-large');
    return Promise.resolve({ ok: true, status: answered.status, headers: answered.headers, body: answered.body });
  };
