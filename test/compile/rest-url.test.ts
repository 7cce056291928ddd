import { describe, expect, it } from 'vitest';
import { restUrl } from '../../generator/compile/rest-url';
import type { Phrase, RestRequest } from '../../generator/model/model';
import { parseText } from '../../generator/model/text';

const where = { path: [] } as unknown as Phrase['where'];
const phrase = (text: string): Phrase => ({ text: parseText(text, () => undefined), where });

const action = (id: string) => ({ id, inputs: [], steps: [] });

const request = (path: string, query: Readonly<Record<string, string>>): RestRequest => ({
  kind: 'rest',
  method: 'GET',
  path: phrase(path),
  query: new Map(Object.entries(query).map(([name, text]) => [name, phrase(text)])),
  headers: new Map(),
  as: 'json',
  where,
});

const bot = { service: {}, variables: [], credentials: { mode: 'none' as const } };

describe('the address of a REST request', () => {
  it('numbers its values, so that a name that is no identifier works', () => {
    const url = restUrl(
      action('get-thing'),
      request('/a/${x}/b/${y}', { 'filter[status]': '${z}', 'api-version': '2' }),
      bot,
    );
    expect(url.path).toBe(
      '/a/{{context.getThing.url.path0}}/b/{{context.getThing.url.path1}}?filter%5Bstatus%5D={{context.getThing.url.query0}}&api-version={{context.getThing.url.query1}}',
    );
    expect(url.values.map(({ name }) => name)).toEqual(['path0', 'path1', 'query0', 'query1']);
    expect(url.values[3]?.phrase.text).toEqual(['2']);
  });

  it('has no question mark without a query', () => {
    expect(restUrl(action('x'), request('/a', {}), bot)).toEqual({ path: '/a', values: [], parameters: [] });
  });
});
