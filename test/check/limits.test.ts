import { expect, test } from 'vitest';
import { saidOf, starts, type Changed } from './said';

const { plain } = starts;
const codes = (changed: Changed, id?: string) =>
  saidOf(plain, changed, id).map((line) => line.replace(/^(\S+\.\w+ )?(\S+) .*$/, '$2'));

const png = (width: number, height: number, size = 33) => {
  const bytes = Buffer.alloc(size);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

test.each<[what: string, icon: Buffer, codes: readonly string[]]>([
  ['as large as may be', png(40, 40), []],
  ['too wide', png(41, 40), ['bad-icon']],
  ['too high', png(40, 41), ['bad-icon']],
  ['with as many bytes as may be', png(40, 40, 80 * 1024), []],
  ['with a byte more', png(40, 40, 80 * 1024 + 1), ['bad-icon']],
  ['that is none', Buffer.alloc(100), ['bad-icon']],
  ['that ends with its head', png(1, 1, 24), ['bad-icon']],
  ['that goes on after its head', png(1, 1, 25), []],
])('an icon %s', (_what, icon, wanted) => {
  expect(codes({ bot: { icon: 'icon.png' }, files: { 'icon.png': icon } })).toEqual(wanted);
});

test.each<[what: string, most: number, changed: (size: number) => Changed, code: string]>([
  ['a sentence', 3000, (size) => ({ action: { 'utterances 7': 'I need '.padEnd(size, 'x') } }), 'over-limit'],
  ['a text', 640, (size) => ({ action: { 'reply found text': 'x'.repeat(size) } }), 'over-limit'],
  ['a text of the bot', 640, (size) => ({ bot: { 'replies forbidden': 'x'.repeat(size) } }), 'over-limit'],
  ['the title of a button', 20, (size) => ({ action: button('x'.repeat(size)) }), 'over-limit'],
  ['the title of a button in emoji', 20, (size) => ({ action: button('🙂'.repeat(size)) }), 'over-limit'],
  [
    'a pattern',
    300,
    (size) => ({
      action: {
        'inputs about': { prompt: '?', type: 'pattern', pattern: 'x'.repeat(size), example: 'x'.repeat(size) },
      },
    }),
    'bad-pattern',
  ],
  [
    'the name of a file, with what its dialog calls its parts,',
    30,
    (size) => ({ specs: { 'do-it.yaml': '(out)', [`${'x'.repeat(size)}.yaml`]: plain.action } }),
    'name-too-long',
  ],
])('%s has %i letters at most', (_what, most, changed, code) => {
  expect([codes(changed(most)), codes(changed(most + 1))]).toEqual([[], [code]]);
});

const button = (title: string) => ({ 'next buttons': [{ title, action: 'do-it' }] });

test('the name of a folder is an id', () => {
  expect([codes({}, 'my-shop'), codes({}, 'My Shop'), codes({}, 'my_shop')]).toEqual([[], ['bad-id'], ['bad-id']]);
});

test('a query costs a thousand points at most', () => {
  const notes = (count: number) => Array.from({ length: count }, (_one, i) => `a${i}: note { key }`).join(' ');
  const costing = (points: number) => {
    const more = Array.from({ length: points - 992 }, (_one, i) => `b${i}: any(id: "1") { id }`).join(' ');
    const graphql = `query Dear { orders(first: 250) { nodes { name ${notes(89)} } } ${more} }`;
    const response = {
      at: 'data.orders',
      fields: { list: { each: 'nodes', fields: { x: 'name' } }, x: 'nodes[0].name' },
    };
    return saidOf(starts.queried, { action: { request: { graphql }, response } }).filter(
      (line) => !/^unused/.test(line),
    );
  };
  expect(costing(1000)).toEqual([]);
  expect(costing(1001)).toEqual([expect.stringContaining('may cost 1001 points')]);
});
