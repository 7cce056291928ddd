import { throttled } from '../graphql/answer';
import type { ServiceAnswer } from '../../service';
import { html, json } from './answers';
import { refused } from './oauth';
import type { Bucket } from './bucket';
import type { Fault, StoreFaultKind } from './faults';

type Headers = Readonly<Record<string, string>>;
type Maker = (headers: Headers, bucket: Bucket, fault: Fault) => ServiceAnswer;

const errors =
  (status: number, text: string, more: Headers = {}): Maker =>
  (headers) =>
    json(status, { errors: text }, { ...headers, ...more });

const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

/** Answers that replace the real one. Bodies of 402, 423, 430 and 501 were not observed. */
const REPLACED: Readonly<Partial<Record<StoreFaultKind, Maker>>> = {
  throttled: (headers, bucket) => json(200, throttled(100, bucket), headers),
  internal: (headers) =>
    json(
      200,
      {
        errors: [
          {
            message: `Internal error. Looks like something went wrong on our end.\nRequest ID: ${REQUEST_ID} (include this in support requests).`,
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: REQUEST_ID },
          },
        ],
      },
      headers,
    ),
  '401': errors(401, '[API] Invalid API key or access token (unrecognized login or wrong password)'),
  timeout: () => ({ status: 0, headers: {}, body: '', silent: true }),
  '402': errors(402, 'Unavailable Shop'),
  '403': errors(403, '[API] This action requires merchant approval for read_orders scope.'),
  '404': errors(404, 'Not Found'),
  '423': errors(423, 'Locked'),
  '429': errors(
    429,
    'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
    { 'retry-after': '2.0' },
  ),
  '430': errors(430, 'Shopify Security Rejection'),
  '500': errors(500, 'Internal Server Error'),
  '501': errors(501, 'Not Implemented'),
  '502': () => html(502, '502 Bad Gateway'),
  '503': () => html(503, 'Service Unavailable'),
  '504': () => html(504, 'Gateway Timeout'),
  html: (_headers, _bucket, fault) => html(Number(fault.value) || 200, 'Something else'),
  'not-permitted': () => refused('shop_not_permitted'),
  cut: () => ({ status: 0, headers: {}, body: '', cut: true }),
};

/** The answer a fault gives instead of the real one, or null when it only changes that. */
export function replacedBy(fault: Fault | null, headers: Headers, bucket: Bucket): ServiceAnswer | null {
  return (fault && REPLACED[fault.kind]?.(headers, bucket, fault)) ?? null;
}

const BIG = 2 * 1024 * 1024;

/** The real answer as a fault changes it: late, half of it, or blown up to more than 2 MB. */
export function changedBy(fault: Fault | null, answer: ServiceAnswer): ServiceAnswer {
  switch (fault?.kind) {
    case 'slow':
      return { ...answer, delayMs: Number(fault.value) || 0 };
    case 'broken-json':
      return { ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) };
    case 'big':
      return { ...answer, body: answer.body.replace(/\}$/, `,"padding":"${'x'.repeat(BIG)}"}`) };
    default:
      return answer;
  }
}
