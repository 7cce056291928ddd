import { beforeEach, describe, expect, it } from 'vitest';
import { openDocument } from '../../../apis/openapi/document';
import { answering } from '../../../services/openapi/answering';
import { createStandInTokens } from '../../../services/openapi/tokens';
import type { Seed } from '../../../services/openapi/collections';
import type { StandInResponse } from '../../../services/openapi/respond';
import { document, openDesk, type Answer } from './desk';

const seed: Seed = {
  '/tickets.json': [
    { id: 1, title: 'Blue door', state: 'open', link: 'https://x.example/lantern', owner: { name: 'Ann' } },
    { id: 5, title: 'Red door of state', state: 'shut', owner: { name: 'Bo' } },
    { id: 7, title: 'Roof', state: 'open' },
  ],
  '/tickets/search/': '/tickets',
  '/api/persons': [
    { name: 'ann', title: 'Ann' },
    { email: 'bo@x.example', title: 'Bo' },
  ],
  '/persons/ann/notes': [{ id: 'n1', title: 'Note' }],
};

let answer: Answer;
beforeEach(() => void (answer = openDesk(seed)));

const ids = (response: StandInResponse) => {
  const held = response.body as readonly { id: unknown }[] | { tickets: readonly { id: unknown }[] };
  return ('tickets' in held ? held.tickets : held).map(({ id }) => id);
};

describe('kept things', () => {
  it.each([
    ['', [1, 5, 7]],
    ['?limit=2', [1, 5]],
    ['?limit=0', [1, 5, 7]],
    ['?limit=-1', [1, 5, 7]],
    ['?limit=x', [1, 5, 7]],
    ['?state=open', [1, 7]],
    ['?state=OPEN', [1, 7]],
    ['?state=gone', []],
    ['?unknown=open', [1, 5, 7]],
    ['?ids=5,7', [5, 7]],
    ['?ids=9', []],
    ['?q=door', [1, 5]],
    ['?q=door blue', [1]],
    ['?q=door giraffe', [1, 5]],
    ['?q=giraffe', []],
    ['?q=at', [1, 5, 7]],
    ['?q=lantern', []],
    ['?q=ann', [1]],
    ['?q=state:open', [1, 7]],
    ['?q=state:open door', [1]],
    ['?q=owner:ann', [1]],
    ['?q=door&ids=5', [5]],
  ])('GET /tickets%s', (query, found) => {
    expect(ids(answer(`GET /tickets${query.replaceAll(' ', '+')}`))).toEqual(found);
    expect(ids(answer(`GET /tickets/search${query.replaceAll(' ', '+')}`))).toEqual(found);
  });

  it('are searched for with what a body says, too', () => {
    expect(ids(answer('POST /tickets/search', { body: { filter: [{ text: 'roof' }] } }))).toEqual([7]);
  });

  it('are counted in an answer that says how many there are', () => {
    expect(answer('GET /tickets/search?state=open').body).toEqual({
      tickets: [seed['/tickets.json']?.[0], seed['/tickets.json']?.[2]],
      ...{ count: 2, hasMore: false, next: null, other: 'kept' },
      page: { total: 2, after: null, size: 2, next: { total: 2 } },
    });
  });

  it('are made with the next number, under the key that the document asks for, and kept apart from what was sent', () => {
    expect(answer('POST /tickets', { body: { ticket: { title: 'New' } } })).toEqual({
      status: 201,
      body: { ticket: { id: 8, title: 'New' } },
    });
    expect(answer('POST /tickets', { body: { title: 'Bare' } }).body).toMatchObject({ ticket: { id: 9 } });
    expect(answer('POST /tickets').body).toMatchObject({ ticket: { id: 10 } });
    expect(ids(answer('GET /tickets'))).toEqual([1, 5, 7, 8, 9, 10]);
    expect(answer('POST /tickets', { body: { ticket: { id: 'own' } } }).status).toBe(400);
  });

  it('are changed and removed one by one', () => {
    expect(answer('GET /tickets/5').body).toMatchObject({ id: 5, title: 'Red door of state', extra: { a: 1, b: 2 } });
    expect(answer('PUT /tickets/5', { body: { title: 'Green door' } }).body).toMatchObject({
      id: 5,
      title: 'Green door',
    });
    answer('PATCH /tickets/1', { body: { title: 'Door', owner: { age: 5 } } });
    expect(answer('GET /tickets/1').body).toMatchObject({ title: 'Door', owner: { name: 'Ann', age: 5 } });
    expect(answer('PATCH /tickets/1', { body: { ticket: { title: 'Inside' } } }).body).toMatchObject({
      title: 'Inside',
    });
    answer('PATCH /tickets/1', { body: { owner: 'Cy' } });
    expect(answer('GET /tickets/1').body).toMatchObject({ owner: 'Cy' });
    expect(answer('DELETE /tickets/5')).toEqual({ status: 200 });
    expect(answer('GET /tickets/5')).toEqual({ status: 404, body: { message: 'Not found' } });
    expect(ids(answer('GET /tickets'))).toEqual([1, 7]);
  });

  it('are known by any of their names, below any of the ways to write their list', () => {
    expect(answer('GET /persons/ann').body).toMatchObject({ person: { title: 'Ann' } });
    expect(answer('GET /persons/bo@x.example').body).toMatchObject({ person: { title: 'Bo' } });
    expect(answer('GET /persons/cy').status).toBe(404);
    expect(ids(answer('GET /persons/ann/notes'))).toEqual(['n1']);
    expect(answer('GET /persons/bo/notes').body).toHaveLength(1);
    expect(answer('POST /rules/7/run').body).toEqual({ id: 1 });
  });
});

it('a thing is called by a word where its list has others than numbers', () => {
  const opened = openDocument(JSON.stringify(document));
  if ('problem' in opened) throw new Error(opened.problem);
  for (const [things, id] of [
    [[], 1],
    [[{ id: 'a' }, { id: 4 }], 'new-3'],
    [[{ id: -5 }], 1],
  ] as const) {
    const run = answering(opened, { '/tickets': things }, createStandInTokens([]));
    expect(run({ method: 'post', url: '/api/tickets', headers: {}, body: '{}' }).body).toMatchObject({
      ticket: { id },
    });
  }
});
