import fc from 'fast-check';
import { hostileText, piece } from '../hostile';

/** Changes the text of a file; `at` and `length` are shares of its length. */
export type TextChange = (text: string) => string | Buffer;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const offset = (text: string, at: number) => Math.floor(at * text.length);

const local: fc.Arbitrary<TextChange> = fc
  .tuple(fc.constantFrom('insert', 'replace', 'remove', 'double'), share, fc.nat(60), fc.oneof(piece, hostileText))
  .map(([kind, at, length, instead]) => (text) => {
    const from = offset(text, at);
    const cut = text.slice(from, from + length);
    if (kind === 'insert') return text.slice(0, from) + instead + text.slice(from);
    if (kind === 'replace') return text.slice(0, from) + instead + text.slice(from + length);
    return text.slice(0, from) + (kind === 'double' ? cut + cut : '') + text.slice(from + length);
  });

const LAUGHS = ['x0: &x0 [lol, lol]', ...Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}]`)];
const TEN_MB = 10 * 1024 * 1024;

/** Changes of a whole file. Each is cheap to describe, so that a failure names it. */
const WHOLE: readonly TextChange[] = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => `\uFEFF${text}`,
  (text) => `\uFEFF\uFEFF${text}`,
  (text) => text.replaceAll('  ', '\t'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replaceAll(':', '：'),
  (text) => text.replaceAll("'", '"'),
  (text) => text.replaceAll('\n', '\n\u0000'),
  (text) => `${LAUGHS.join('\n')}\n${text}`,
  (text) => `${text}${LAUGHS.join('\n')}\n`,
  (text) => `${text}deep: ${'['.repeat(20_000)}`,
  (text) => `${text}${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}`,
  (text) => `${text}${'- '.repeat(20_000)}x`,
  (text) => `${text}many:\n${Array.from({ length: 1000 }, (_, i) => `  k${i}: v\n`).join('')}`,
  (text) => `${text}${Array.from({ length: 3000 }, () => 'title: x\n').join('')}`,
  (text) => `${text}${Array.from({ length: 60_000 }, (_, i) => `k${i}: v\n`).join('')}`,
  (text) => `${text}huge: ${'x'.repeat(TEN_MB)}\n`,
  (text) => `${text}huge: "${'\\u0041'.repeat(150_000)}"\n`,
  (text) => `${text}# ${'é'.repeat(900_000)}\n`,
  (text) => `${text}${'\n'.repeat(900_000)}`,
  (text) => `${text}__proto__:\n  polluted: yes\nconstructor: { prototype: { polluted: yes } }\n`,
  (text) => `%YAML 1.1\n---\n${text}`,
  (text) => `${text}---\n${text}`,
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80])]),
  (text) => Buffer.from(text, 'latin1'),
  () => '',
  () => '\u0000',
  () => Buffer.alloc(100, 0xff),
];

/** Any change of a file's text. */
export const textChange: fc.Arbitrary<TextChange> = fc.oneof(
  { weight: 6, arbitrary: local },
  {
    weight: 2,
    arbitrary: fc.tuple(local, local).map(
      ([a, b]) =>
        (text: string) =>
          chain(a(text), b),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(...WHOLE) },
  { weight: 1, arbitrary: share.map((at) => (text: string) => text.slice(0, offset(text, at))) },
);

const chain = (text: string | Buffer, next: TextChange) => (typeof text === 'string' ? next(text) : text);
