import { schemesOf } from '../../apis/openapi/credentials';
import type { ApiDocument } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import { isLetIn } from './admission';
import { createCollections, type Seed } from './collections';
import { formOf } from './form';
import { matchRequest, type Incoming, type MatchedRequest } from './incoming';
import { errorOf, successOf, type StandInResponse } from './respond';
import type { Tokens } from './tokens';
import { requestValidator, type Validate } from './validate';

/** Validators by their documents: schemas become code once. */
const validators = new WeakMap<ApiDocument, Validate>();

/**
 * Answers requests as a document says: refuses what it does not allow (path, method, credentials, parameters, body), and answers
 * with kept things or the document's examples.
 */
export function answering(document: ApiDocument, seed: Seed, tokens: Tokens): (incoming: Incoming) => StandInResponse {
  const operations = operationsOf(document);
  const schemes = schemesOf(document);
  const collections = createCollections(document, seed);
  const validate = validators.get(document) ?? requestValidator(document);
  validators.set(document, validate);
  return (incoming) => {
    const matched = matchRequest(operations, incoming);
    if ('message' in matched)
      return tokens.grant(incoming) ?? errorOf(document, undefined, matched.status, matched.message);
    const { operation } = matched;
    if (!isLetIn(operation.security, schemes, tokens.accepts, incoming, matched))
      return errorOf(document, operation, 401, 'The credentials are missing or wrong');
    const body = bodyOf(matched, incoming);
    if (body instanceof Error) return errorOf(document, operation, 400, body.message);
    const problems = validate(matched, incoming, body);
    if (problems.length > 0)
      return errorOf(document, operation, refusal(matched), 'The request is not valid', problems);
    return successOf(document, matched, collections.act(matched, body));
  };
}

/** The status with which an operation documents that what was sent is wrong. */
const refusal = ({ operation }: MatchedRequest): number =>
  [400, 422].find((status) => operation.responses.some((one) => one.status === String(status))) ?? 400;

function bodyOf({ operation }: MatchedRequest, { body, headers }: Incoming): unknown {
  if (operation.body === undefined || body === '') return undefined;
  const isForm = operation.body.as === 'form' || /x-www-form-urlencoded/i.test(String(headers['content-type'] ?? ''));
  if (isForm) return formOf(body);
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return new Error('The body is not JSON');
  }
}
