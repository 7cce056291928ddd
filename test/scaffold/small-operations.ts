import { documentOf, type ApiDocument } from '../../apis/openapi/document';
import { operationsOf, type Operation } from '../../apis/openapi/operations';
import type { Draft } from '../../generator/scaffold/draft';
import { draftFromOperation } from '../../generator/scaffold/openapi/from-operation';

export type Part = Readonly<Record<string, unknown>>;

export const TEXT = { type: 'string' };

export const OK = {
  responses: {
    200: {
      description: '',
      content: { 'application/json': { schema: { type: 'object', properties: { name: TEXT } } } },
    },
  },
};

export const documentWith = (path: string, method: string, operation: Part, more: Part = {}): ApiDocument =>
  documentOf({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: { [path]: { [method]: { operationId: 'thing', ...OK, ...operation } } },
    ...more,
  });

export const firstOf = (document: ApiDocument): Operation => {
  const [first] = operationsOf(document);
  if (first === undefined) throw new Error('no operation');
  return first;
};

export const made = (path: string, method: string, operation: Part = {}, more: Part = {}, id = 'get-thing') => {
  const document = documentWith(path, method, operation, more);
  return draftFromOperation(document, firstOf(document), { id });
};

export const drafted = (...given: Parameters<typeof made>): Draft => {
  const result = made(...given);
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join());
  return result.draft;
};

export const rest = (...given: Parameters<typeof made>) => {
  const { request } = drafted(...given);
  if (request.kind !== 'rest') throw new Error('no REST request');
  return request;
};
