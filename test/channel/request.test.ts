import { describe, expect, test } from 'vitest';
import { readRequest } from '../../preview/channel/request';

const FROM = { id: 'ada' };

describe('what is no message of the channel is none', () => {
  test.each([
    ['null', null],
    ['a text', 'hello'],
    ['a number', 7],
    ['a list', [{ from: FROM }]],
    ['nothing', undefined],
    ['nobody', { message: { text: 'hi' } }],
    ['somebody without a name', { from: { id: '' }, message: { text: 'hi' } }],
    ['a name of 513 letters', { from: { id: 'x'.repeat(513) }, message: { text: 'hi' } }],
    ['no message', { from: FROM }],
    ['blanks', { from: FROM, message: { text: '  ' } }],
    ['a message that is a text', { from: FROM, message: 'hi' }],
    ['an event that nobody knows', { from: FROM, message: { type: 'event', val: 'ON_FIRE' } }],
  ])('%s', (_, body) => {
    expect([readRequest(body, 1), readRequest(body, 2)]).toEqual([undefined, undefined]);
  });
});

test('a name of 512 letters is one, and a message of either version is read', () => {
  const id = 'x'.repeat(512);
  expect(readRequest({ from: { id }, message: { text: 'hi' } }, 1)).toMatchObject({
    user: id,
    kind: 'say',
    text: 'hi',
  });
  expect(readRequest({ from: FROM, message: { val: 'hi' } }, 2)).toMatchObject({
    kind: 'say',
    text: 'hi',
    fresh: false,
  });
  expect(readRequest({ from: FROM, message: { val: 'hi' }, session: { new: true } }, 2)?.fresh).toBe(true);
});
