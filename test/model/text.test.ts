import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePipe, parseText, placeholders, plainOf, type Text, type TextProblem } from '../../generator/model/text';

/** The parts of a text, placeholders as `<name filter(args)>`, and its problems as `code@offset+length`. */
function parsed(written: string) {
  const problems: TextProblem[] = [];
  const text = parseText(written, (p) => problems.push(p));
  return {
    parts: text.map((part) =>
      typeof part === 'string'
        ? part
        : `<${[part.name, ...part.filters.map((f) => `${f.name}(${f.args.join()})`)].join(' ')}>`,
    ),
    problems: problems.map((p) => `${p.code}@${p.offset}+${p.length}`),
  };
}
const parts = (written: string) => {
  const { parts: found, problems } = parsed(written);
  expect(problems).toEqual([]);
  return found;
};

describe('a text', () => {
  test.each([
    ['', ['']],
    ['plain', ['plain']],
    ['${name}', ['<name>']],
    ['a ${name} b', ['a ', '<name>', ' b']],
    ['${a}${b}', ['<a>', '<b>']],
    ['${ name }', ['<name>']],
    ['${env.HOST}', ['<env.HOST>']],
    ['$5 and {x} and $ {y}', ['$5 and {x} and $ {y}']],
    ['$${name}', ['${name}']],
    ['a $${b} ${c}', ['a ${b} ', '<c>']],
    ['$$5', ['$$5']],
    ['${a | trim}', ['<a trim()>']],
    ['${a|gid("Order")|trim}', ['<a gid(Order) trim()>']],
    ["${a | gid('Order')}", ['<a gid(Order)>']],
    ['${a | truncate(100)}', ['<a truncate(100)>']],
    ['${a | join(" | ")}', ['<a join( | )>']],
    ['${a | join(", ")}', ['<a join(, )>']],
    ['${a | join}', ['<a join()>']],
  ])('%j has the parts %j', (written, expected) => {
    expect(parts(written)).toEqual(expected);
  });

  test.each([
    ['say ${', ['placeholder-syntax@4+2']],
    ['say ${name', ['placeholder-syntax@4+6']],
    ['${}', ['placeholder-syntax@0+3']],
    ['${a b}', ['placeholder-syntax@0+6']],
    ['${9a}', ['placeholder-syntax@0+5']],
    ['${a-b}', ['placeholder-syntax@0+6']],
    ['😀${a | nope}', ['unknown-filter@8+4']],
    ['${a | toString}', ['unknown-filter@6+8']],
    ['${a |}', ['unknown-filter@4+1']],
    ['${a | gid}', ['filter-arguments@6+3']],
    ['${a | gid(Order)}', ['filter-arguments@6+10']],
    ['${a | gid("a", "b")}', ['filter-arguments@6+13']],
    ['${a | trim("x")}', ['filter-arguments@6+9']],
    ['${a | nope} ${b c}', ['unknown-filter@6+4', 'placeholder-syntax@12+6']],
  ])('%j has the problems %j', (written, expected) => {
    expect(parsed(written).problems).toEqual(expected);
  });

  test('keeps whatever has no placeholder, and reports only stretches that exist', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('$', '{', '}', '|', '"', 'a', ' ', '\n', '${', '${a}', '$${', '(', '😀')),
        (pieces) => {
          const written = pieces.join('');
          const problems: TextProblem[] = [];
          const text: Text = parseText(written, (p) => problems.push(p));
          if (!written.includes('${')) expect(text).toEqual([written]);
          for (const { offset, length } of [...problems, ...placeholders(text)])
            expect(written.slice(offset, offset + length).length).toBe(length);
          for (const [i, part] of text.entries())
            expect(typeof part === 'string' && typeof text[i - 1] === 'string').toBe(false);
        },
      ),
    );
  });

  test('has its placeholders apart from its plain pieces', () => {
    const text = parseText('a ${b} c ${d}', () => undefined);
    expect(placeholders(text).map((p) => [p.name, p.offset, p.length])).toEqual([
      ['b', 2, 4],
      ['d', 9, 4],
    ]);
    expect(plainOf(text)).toBe('a  c ');
  });
});

describe('a response field', () => {
  test.each([
    ['name', { path: 'name', filters: [] }],
    [' a.b[0].c ', { path: 'a.b[0].c', filters: [] }],
    ['at | date', { path: 'at', filters: [{ name: 'date', args: [] }] }],
    [
      'a | truncate(5) | words("t")',
      {
        path: 'a',
        filters: [
          { name: 'truncate', args: [5] },
          { name: 'words', args: ['t'] },
        ],
      },
    ],
  ])('%j', (written, expected) => {
    expect(parsePipe(written, (p) => expect.unreachable(p.code))).toEqual(expected);
  });

  test('reports a filter that does not exist, at its name', () => {
    const problems: TextProblem[] = [];
    parsePipe('at | dte', (p) => problems.push(p));
    expect(problems).toMatchObject([{ code: 'unknown-filter', details: ['dte'], offset: 5, length: 3 }]);
  });
});
