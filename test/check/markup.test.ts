import { expect, test } from 'vitest';
import { markupIn } from '../../generator/check/markup';

test.each([
  ['see <a href="${url}">here</a>', '<a href="${url}">'],
  ['two lines<br/>of text', '<br/>'],
  ['open [the page](${url}) now', '[the page](${url})'],
  ['it is *sold out* today', '*sold out*'],
  ['it is __gone__', '__gone__'],
])('%j holds %j', (text, written) => {
  expect(markupIn(text)).toEqual({ written, at: text.indexOf(written) });
});

test.each([
  'a < b, c > d and 3 <4> 5',
  '2 * 3 * 4, 5*3*2',
  '* required, * optional',
  'the file my__long__name',
  '[1] (see below)',
  'I ❤ <3 it',
])('%j holds none', (text) => {
  expect(markupIn(text)).toBeUndefined();
});

test.each(['<a', '[a', '[a](', '*a ', '__a'])('a million characters of %j are read in no time', (piece) => {
  const started = performance.now();
  markupIn(piece.repeat(1_000_000 / piece.length));
  expect(performance.now() - started).toBeLessThan(5000);
});
