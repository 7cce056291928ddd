import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSpecs } from '../../generator/source/read';
import { readWritten } from '../../generator/read';
import { normalize } from '../../generator/model/normalize';
import { check } from '../../generator/check';
import { type Code, collect, inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostic } from '../../generator/diagnostics/print';
import { baseBot } from './scenario';

const { root, remove } = baseBot();
const base = readSpecs(root, 'shop');
const schema = base.bytes('schema/2026-10.ndjson.gz');
remove();

const bot = base.yaml.find((f) => f.name === 'bot.yaml')?.text ?? '';
const order = base.yaml.find((f) => f.name === 'get-order.yaml')?.text ?? '';

/** The codes for the base bot with other texts in one file; throws when a mistake of the author's is taken for ours. */
function codesFor(name: string, text: string): readonly Code[] {
  const { report, diagnostics } = collect();
  const folder = {
    ...base,
    yaml: [...base.yaml.filter((f) => f.name !== name), { name, path: `${base.path}/${name}`, text }],
    bytes: () => schema,
  };
  const written = readWritten(folder, report);
  const complete = written && normalize(written, report);
  if (complete) check(complete, folder, report);
  const shown = inOrder(diagnostics);
  for (const diagnostic of shown) {
    expect(diagnostic.place.end).toBeLessThanOrEqual(diagnostic.place.text.length);
    expect(printDiagnostic(diagnostic, { color: false })).not.toMatch(/undefined|\[object|NaN/);
  }
  return [...new Set(shown.map((d) => d.code))];
}

const laughs = ['a: &a [x, x]', ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [*${'abcdefgh'.charAt(i)}, *a]`)];

test.each<[what: string, name: string, text: string, codes: readonly Code[]]>([
  ['Windows line ends', 'get-order.yaml', order.replaceAll('\n', '\r\n'), []],
  ['a comment on top and no line end', 'bot.yaml', `# hello\n${bot.trimEnd()}`, []],
  ['one document between markers', 'bot.yaml', `---\n${bot}...\n`, []],
  ['nothing', 'get-order.yaml', '', ['empty-file']],
  ['spaces', 'get-order.yaml', ' \n\n  \n', ['empty-file']],
  ['comments alone', 'bot.yaml', '# one\n# two\n', ['empty-file']],
  ['a document of nothing', 'bot.yaml', '---\n...\n', ['empty-file']],
  ['a text', 'get-order.yaml', 'hello', ['wrong-type']],
  ['a list', 'get-order.yaml', '- hello', ['wrong-type']],
  ['a number', 'get-order.yaml', '5', ['wrong-type']],
  ['two documents', 'get-order.yaml', `${order}---\n${order}`, ['yaml-syntax']],
  ['a tab', 'get-order.yaml', order.replace('    type', '\ttype'), ['yaml-syntax']],
  ['a tag', 'get-order.yaml', order.replace('title: Get', 'title: !Get'), ['yaml-syntax']],
  ['an escape that is none', 'get-order.yaml', order.replace("'1234567'", '"\\d+"'), ['yaml-syntax']],
  ['a text that begins with @', 'get-order.yaml', order.replace('title: Get', 'title: @Get'), ['yaml-syntax']],
  ['bytes of a picture', 'get-order.yaml', '\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR', ['wrong-type']],
  ['an alias of nothing', 'get-order.yaml', order.replace('title: Get', 'title: *Get'), ['yaml-alias']],
  ['an anchor', 'get-order.yaml', order.replace('title: Get', 'title: &Get'), ['yaml-alias']],
  ['a billion laughs', 'bot.yaml', laughs.join('\n'), ['yaml-alias']],
  ['deep nesting', 'bot.yaml', `name: ${'['.repeat(5000)}${']'.repeat(5000)}`, ['yaml-too-deep']],
  ['a key called __proto__', 'bot.yaml', `${bot}__proto__:\n  polluted: yes\n`, ['unknown-key']],
  ['a language that is called as a part of every object', 'locales/constructor.yaml', '', ['bad-language']],
  ['words for __proto__', 'bot.yaml', `${bot}  __proto__:\n    constructor: x\n`, []],
  [
    'an input called __proto__',
    'get-order.yaml',
    order.replace('  order:\n    type', '  __proto__:\n    type'),
    ['wrong-name'],
  ],
  ['a key that is a list', 'bot.yaml', `${bot}? [a, b]\n: c\n`, ['yaml-syntax']],
  ['the same block twice', 'get-order.yaml', `${order}${order.slice(order.indexOf('next:'))}`, ['duplicate-key']],
  ['ten million characters', 'bot.yaml', bot.replace('Hello!', 'Hello! '.repeat(1_500_000)), ['file-too-large']],
  ['a long text', 'bot.yaml', bot.replace('Hello!', 'Hello! '.repeat(10_000)), ['over-limit']],
  ['emoji', 'bot.yaml', bot.replace('Hello!', '👋🏽 Hello 👩‍👩‍👧!'), []],
  [
    'half an emoji',
    'bot.yaml',
    bot.replace('text: Hello!', 'text: "\\uD83D"').replace(' What would you like to see?', ''),
    ['bad-character'],
  ],
])('%s in %s is no mistake of ours', (_what, name, text, codes) => {
  expect(text).not.toBe(name === 'bot.yaml' ? bot : order);
  const started = performance.now();
  expect(codesFor(name, text)).toEqual(codes);
  // Seconds on a busy machine; what grows with the square of the text takes minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('every line of every file may be lost, doubled, moved in or cut in half', () => {
  for (const { name, text } of base.yaml) {
    const lines = text.split('\n');
    lines.forEach((line, i) => {
      for (const instead of [[], [line, line], [` ${line}`], [line.slice(0, line.length / 2)]])
        codesFor(name, lines.toSpliced(i, 1, ...instead).join('\n'));
    });
  }
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test.each([
  ['get-order.yaml', order, 'unknown-key', 'more-errors'],
  ['bot.yaml', `${bot}    <b>0</b>: <b>bold</b>\n`, 'markup', 'more-warnings'],
] as const)('thousands of mistakes in %s are counted, not shown', (name, text, code, more) => {
  const lines = Array.from({ length: 4000 }, (_, i) => (name === 'bot.yaml' ? `    k${i}: <b>x</b>\n` : `k${i}: 1\n`));
  const { report, diagnostics } = collect();
  const yaml = [
    ...base.yaml.filter((f) => f.name !== name),
    { name, path: `${base.path}/${name}`, text: text + lines.join('') },
  ];
  const written = readWritten({ ...base, yaml, bytes: () => schema }, report);
  const complete = written && normalize(written, report);
  if (complete) check(complete, { bytes: () => schema, files: [] }, report);
  expect(diagnostics.filter((d) => d.code === code)).toHaveLength(20);
  expect(diagnostics.find((d) => d.code === more)?.message).toMatch(new RegExp(`and 3,98[01] more of ${code}`));
  expect(diagnostics.length).toBeLessThan(50);
});

test('sixty thousand keys are too large for a spec, which is said at once', () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `k${i}: 1\n`).join('');
  expect(codesFor('get-order.yaml', order + many)).toEqual(['file-too-large']);
});

test('a schema that unpacks to more than any schema has is said to be one', () => {
  const { report, diagnostics } = collect();
  const bytes = gzipSync(Buffer.alloc(65_000_000));
  const written = readWritten(base, report);
  const complete = written && normalize(written, report);
  if (complete) check(complete, { bytes: () => bytes, files: [] }, report);
  const said = diagnostics.filter(({ code }) => code === 'bad-schema').map(({ message }) => message);
  expect([...new Set(said)]).toEqual([expect.stringContaining('for it unpacks to more than 64 MB')]);
});
