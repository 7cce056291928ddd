import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../kore/format';
import { entryOf, namedEntry } from '../../preview/nlu/entry';
import { createMatcher } from '../../preview/nlu/matcher';
import { alignSlots, fits, NOTHING, piecesOf, slotValue } from '../../preview/nlu/slots';
import { tokenize } from '../../preview/nlu/tokens';
import { ANY, LONG_NUMBER, MAIL, NUMBER } from '../../preview/nlu/words';

const sentence = (text: string, ...marks: readonly (readonly [start: number, end: number])[]) =>
  ({
    sentence: text,
    entities: marks.map(([startIndex, endIndex], i) => ({ startIndex, endIndex, entityId: `e${i}` })),
  }) as unknown as Sentence;

/** A sentence with its slots marked: `order ${O=1001}`. */
function marked(text: string): Sentence {
  const entities = [];
  let plain = '';
  for (const [, before = '', id, value = ''] of text.matchAll(/([^$]*)(?:\$\{(\w+)=([^}]*)\})?/g)) {
    plain += before;
    if (id !== undefined)
      entities.push({ startIndex: plain.length, endIndex: plain.length + value.length, entityId: id });
    plain += value;
  }
  return { sentence: plain, entities } as unknown as Sentence;
}

const slot = (id: string, kind = ANY, prefix = '', suffix = '') => ({ slot: id, prefix, suffix, kind });
const words = (text: string) => text.split(' ').map((word) => ({ word }));

describe('a training sentence', () => {
  it.each<[sentence: Sentence, pieces: readonly object[]]>([
    [sentence('Show Mugs'), words('show mugs')],
    [sentence('show mugs', [5, 9]), [...words('show'), slot('e0')]],
    [sentence('show mugs', [0, 4]), [slot('e0'), ...words('mugs')]],
    [sentence('show mugs', [5, 10]), words('show mugs')],
    [sentence('show mugs', [5, 5]), words('show mugs')],
    [sentence('show mugs', [-1, 4]), words('show mugs')],
    [sentence('a bc d', [2, 3], [3, 4]), [...words('a'), slot('e0', ANY, '', 'c'), ...words('d')]],
    [sentence('a b c', [4, 5], [2, 3]), [...words('a'), slot('e1'), slot('e0')]],
    [sentence('No#1001!', [3, 7]), [slot('e0', NUMBER, 'no#', '!')]],
    [sentence('find x 5', [5, 8]), [...words('find'), slot('e0')]],
    [sentence('order 100'), [...words('order'), slot(NOTHING, NUMBER)]],
    [sentence('order 10'), words('order 10')],
    [sentence('ask a@b.cd !'), [...words('ask'), slot(NOTHING, MAIL)]],
    [{ sentence: 'hi' } as unknown as Sentence, words('hi')],
  ])('%j is cut into %j', (text, pieces) => expect(piecesOf(text)).toEqual(pieces));
});

describe('a sentence laid over what was said', () => {
  it.each<[training: string, said: string, values: Record<string, string> | undefined]>([
    ['show me', 'show me', {}],
    ['show me', 'show', undefined],
    ['show me', 'show me more', undefined],
    ['show ${N=mug}', 'show red pot', { N: 'red pot' }],
    ['show ${N=mug}', 'show', undefined],
    ['show ${N=mug}', 'list red pot', undefined],
    ['show ${N=mug} now', 'show red pot now', { N: 'red pot' }],
    ['show ${N=mug} now', 'show now', undefined],
    ['show ${N=mug} now', 'show red', undefined],
    ['show ${N=mug} now', 'show now now', { N: 'now' }],
    ['show ${N=mug} now', 'show red now please', undefined],
    ['${A=mug} to ${B=pot}', 'red to blue', { A: 'red', B: 'blue' }],
    ['${A=mug} to ${B=pot}', 'a to b to c', { A: 'a', B: 'b to c' }],
    ['${A=mug} to ${B=pot}', 'red blue', undefined],
    ['${A=mug} to ${B=pot}', 'red to', undefined],
    ['${A=mug} ${B=pot}', 'a b c', { A: 'a', B: 'b c' }],
    ['${A=1001} or ${A=1002}', '5 or 6', { A: '5' }],
    ['order ${O=1001}', 'order 77', { O: '77' }],
    ['order ${O=1001}', 'order mug', undefined],
    ['order ${O=1001}', 'order 1001 1002', undefined],
    ['order ${O=1001}', 'order 7210000000001', { O: '7210000000001' }],
    ['order ${O=7210000000001}', 'order 77', undefined],
    ['order #${O=1001}', 'order #77', { O: '77' }],
    ['order #${O=1001}', 'order 77', { O: '77' }],
    ['order no${O=1001}', 'order NO77', { O: '77' }],
    ['order no${O=1001}', 'order 77', undefined],
    ['pay ${O=1001}eur', 'pay 77eur', { O: '77' }],
    ['pay ${O=1001}eur', 'pay 77', undefined],
    ['${O=1001}', '77', { O: '77' }],
    ['${O=1001}', '7210000000001', undefined],
    ['${N=mug}', 'anything at all', { N: 'anything at all' }],
    ['cancel order 1001', 'cancel order 2002', {}],
    ['cancel order 1001', 'cancel order mug', undefined],
    ['show ${N=mug}', 'show "red pot"?', { N: 'red pot' }],
  ])('%s over %j: %j', (training, said, values) => {
    const found = alignSlots(piecesOf(marked(training)), tokenize(said), said);
    expect(found && Object.fromEntries([...found].map(([id, { text }]) => [id, text]))).toEqual(values);
  });

  it.each([
    [ANY, 'any words', true],
    [NUMBER, '77', true],
    [NUMBER, '7210000000001', true],
    [NUMBER, '77 78', false],
    [NUMBER, 'mug', false],
    [LONG_NUMBER, '77', false],
    [LONG_NUMBER, '7210000000001', true],
    [MAIL, 'a@b.cd', true],
    [MAIL, '77', false],
  ])('%s takes %j: %s', (kind, value, is) => expect(fits(kind, value)).toBe(is));

  it.each<[prefix: string, suffix: string, text: string, value: object | undefined]>([
    ['', '', 'Mug.', { text: 'Mug', start: 0, end: 4 }],
    ['', '', '“Mug”', { text: 'Mug', start: 0, end: 5 }],
    ['', '', '?!', undefined],
    ['', '', '', undefined],
    ['#', '', '#77', { text: '77', start: 1, end: 3 }],
    ['', '€', '77€', { text: '77', start: 0, end: 2 }],
    ['no', 'x', 'no77x', { text: '77', start: 2, end: 4 }],
    ['no', '', '77', undefined],
    ['', 'x', '77', undefined],
    ['no', '', 'no', undefined],
    ['no', '', 'İ77', { text: 'İ77', start: 0, end: 3 }],
  ])('between %j and %j the value of %j is %j', (prefix, suffix, text, value) => {
    expect(slotValue({ prefix, suffix }, tokenize(text), text)).toEqual(value);
  });
});

it('a name without a word is no sentence', () => {
  expect(namedEntry('t', ' … ')).toEqual([]);
  expect(namedEntry('t', 'Find, products')).toMatchObject([{ target: 't', isName: true, hasSlots: false }]);
});

describe('values in a sentence that is only alike', () => {
  const matcher = createMatcher(
    ['show ${N=mug} in stock', 'where is my order ${O=1001} now', '${M=a@b.cd}'].map((training) =>
      entryOf(training, piecesOf(marked(training))),
    ),
  );
  const slotsOf = (text: string) => {
    const found = matcher.match(text);
    return 'slots' in found ? [found.kind, ...[...found.slots.values()].map((one) => one.text)] : [found.kind];
  };
  it.each<[said: string, found: string[]]>([
    ['show cheap cups in stock', ['exact', 'cheap cups']],
    ['please show cheap cups in stock', ['likely', 'cheap cups']],
    ['please show cheap cups stock', ['likely', 'cheap cups stock']],
    ['cups in stock', ['likely']],
    ['tell me where is my order 77 now', ['likely', '77']],
    ['tell me where is my order mug 77 now', ['likely', '77']],
    ['tell me where is my order now', ['likely']],
    ['where is my 77 now', ['likely']],
    ['c@d.ef', ['exact', 'c@d.ef']],
  ])('%s: %j', (said, found) => expect(slotsOf(said)).toEqual(found));
});
