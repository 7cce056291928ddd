import type { ApiDocument } from '../../apis/openapi/document';
import type { ApiResponse, Operation } from '../../apis/openapi/operations';
import { sampleAnswer } from '../../apis/openapi/sample';
import { typesOf } from '../../apis/openapi/schemas';
import { isObject } from '../../apis/openapi/document';
import { merged, wrapperOf, type Acted } from './collections';
import type { MatchedRequest } from './incoming';
import { ownValue } from '../../kore/own-value';

/** An answer as it is sent; without a body, nothing is. */
export interface StandInResponse {
  readonly status: number;
  readonly body?: unknown;
}

/** The answer of an operation that went well, with kept things in it where there are any. */
export function successOf(document: ApiDocument, matched: MatchedRequest, acted: Acted | undefined): StandInResponse {
  const { operation } = matched;
  if (acted?.kind === 'missing') return errorOf(document, operation, 404, 'Not found');
  const response =
    operation.responses.find(({ status }) => /^2/.test(status)) ??
    operation.responses.find(({ status }) => status === 'default');
  const status = statusOf(response, operation);
  if (response?.schema === undefined) return { status };
  const sample = sampleAnswer(document, response);
  if (acted?.kind === 'one' || acted?.kind === 'list')
    return { status, body: filled(document, response, sample, acted, operation.path) };
  return { status, body: sample };
}

const statusOf = (response: ApiResponse | undefined, { method }: Operation): number => {
  const written = Number(response?.status.replace('XX', '00'));
  return Number.isInteger(written) ? written : method === 'post' ? 201 : 200;
};

/** The example, with the kept thing or things where the schema has them. Fields that a thing does not have keep the example's. */
function filled(
  document: ApiDocument,
  { schema = {} }: ApiResponse,
  sample: unknown,
  acted: Extract<Acted, { readonly kind: 'one' | 'list' }>,
  path: string,
): unknown {
  if (acted.kind === 'one') {
    const key = wrapperOf(document, schema, 'object', path);
    const inside = key === undefined ? sample : isObject(sample) ? ownValue(sample, key) : undefined;
    const thing = merged(isObject(inside) ? inside : {}, acted.thing);
    return key === undefined ? thing : { ...(isObject(sample) ? sample : {}), [key]: thing };
  }
  if (typesOf(document, schema).has('array')) return acted.things;
  const key = wrapperOf(document, schema, 'array', path);
  const counted = isObject(sample) ? withCounts(sample, acted.things.length) : {};
  return key === undefined ? acted.things : { ...counted, [key]: acted.things };
}

/** An example says of other things how many there are and where the next page is. */
const withCounts = (sample: Readonly<Record<string, unknown>>, count: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(sample).map(([key, value]) => {
      if (/^(count|total|total_count|totalCount|size)$/.test(key)) return [key, count];
      return /^(next|next_page|nextLink|@odata\.nextLink|after|after_url|after_cursor|has_more|hasMore)$/.test(key)
        ? [key, isObject(value) ? withCounts(value, count) : typeof value === 'boolean' ? false : null]
        : [key, isObject(value) ? withCounts(value, count) : value];
    }),
  );

/** The answer that an operation documents for a status, or a plain one. */
export function errorOf(
  document: ApiDocument,
  operation: Operation | undefined,
  status: number,
  message: string,
  details: readonly string[] = [],
): StandInResponse {
  const family = `${String(status)[0] ?? ''}XX`;
  const response =
    operation?.responses.find((one) => one.status === String(status)) ??
    operation?.responses.find((one) => one.status === family);
  const sample = response && sampleAnswer(document, response);
  const body = { message, ...(details.length > 0 && { details }) };
  return {
    status,
    body: isObject(sample)
      ? { ...sample, ...('message' in sample ? body : details.length > 0 ? { details } : {}) }
      : body,
  };
}
