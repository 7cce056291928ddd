import { expect, test } from 'vitest';
import { documentedRequest } from '../../generator/check/openapi';
import { botOf, OUT, starts, type Edits } from './said';
import { runTables } from './tables';

runTables('openapi');

const document = JSON.stringify(starts.documented.document);

function operationId(bot: Edits, path: string, text: string): string | undefined {
  const made = botOf(starts.documented, { bot, action: { 'request rest path': path } });
  const request = made.actions[0]?.request;
  if (request?.kind !== 'rest') throw new Error('no REST request');
  const bytes = (name: string) => (name === 'api.yaml' ? Buffer.from(text) : undefined);
  return documentedRequest(made, request, { bytes })?.operation.id;
}

test.each<[what: string, bot: Edits, path: string, text: string, id: string | undefined]>([
  ['an operation', {}, '/v1/notes', document, 'get /v1/notes'],
  ['nothing of another path', {}, '/v1/others', document, undefined],
  ['nothing where there is no document', { 'service openapi': OUT }, '/v1/notes', document, undefined],
  ['nothing where its file is not there', { 'service openapi': 'other.yaml' }, '/v1/notes', document, undefined],
  ['nothing where it cannot be read', {}, '/v1/notes', '{}', undefined],
])('the document says %s of a request', (_what, bot, path, text, id) => {
  expect(operationId(bot, path, text)).toBe(id);
});
