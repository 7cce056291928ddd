import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptTemplates } from '../../generator/render/scripts';
import { anyInput } from '../filters/hostile';

const rendered = (source: string, view: object, partials: Readonly<Record<string, string>> = {}) =>
  scriptTemplates(new Map([['sample', source]]), new Map(Object.entries(partials))).render('sample', { ...view });

/** The value that a rendered literal has when the script runs. */
const valueOf = (value: unknown): unknown =>
  JSON.parse(runInNewContext(`JSON.stringify(${rendered('({{js value}})', { value })})`) as string);

describe('{{js x}}', () => {
  const TEXTS = [
    '',
    '"',
    "'",
    '\\',
    '\n',
    '`${x}`',
    '</script>',
    '</SCRIPT >',
    '<!--',
    '\u2028\u2029',
    '{{x}}',
    '*/',
    '\u0000',
  ];
  const OTHERS = [0, -1.5, true, null, [], {}, [[]], { a: [1, { b: '"' }] }, { 'a-b': 1, '</script>': '\u2028' }];
  const LONG = Array.from({ length: 60 }, (_, i) => ({ name: `n${i}`, text: '"x", "y": {' }));

  test.each<unknown>([...TEXTS, ...OTHERS, { constructor: 1, toString: 2 }])('keeps %j as it is', (value) => {
    expect(valueOf({ value })).toEqual({ value });
  });

  test('keeps long data, written over several lines, as it is', () => {
    expect(valueOf(LONG)).toEqual(LONG);
    expect(
      Math.max(
        ...rendered('{{js LONG}}', { LONG })
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(120);
  });

  test('keeps any text as it is, and never ends a script element', () => {
    fc.assert(
      fc.property(fc.oneof(anyInput, fc.json()), (text) => {
        expect(valueOf({ text, [`k${text}`]: [text] })).toEqual({ text, [`k${text}`]: [text] });
        expect(rendered('({{js text}})', { text })).not.toMatch(/<\/script|[\u2028\u2029]/i);
      }),
    );
  });

  test.each([
    ['alone', '{"__proto__": {"polluted": true}}'],
    ['after another key', '{"a": 1, "__proto__": {"polluted": true}}'],
    ['in a long object', JSON.stringify({ a: 'x'.repeat(200) }).replace('}', ', "__proto__": {"polluted": true}}')],
    ['inside a list', '[[{"__proto__": {"polluted": true}}]]'],
  ])('writes the key __proto__ as data %s', (_, json) => {
    const value: unknown = JSON.parse(json);
    expect(valueOf(value)).toEqual(value);
    expect(JSON.stringify(valueOf(value))).toContain('"__proto__":{"polluted":true}');
  });

  test.each([': "__proto__": ', '{ "__proto__": 1', ', "__proto__":', '\n"__proto__": x'])(
    'leaves __proto__ inside the text %j alone',
    (text) => {
      expect(valueOf(text)).toBe(text);
      expect(valueOf({ a: [text, 'x'.repeat(150)] })).toEqual({ a: [text, 'x'.repeat(150)] });
    },
  );
});

test.each(['query {\n  a(b: "c")\n}\n', '`${x}` \\ \\u0041 \r\n $', '</script>\u2028', '{{x}} $', '\u0000'])(
  '{{text x}} is the text %j inside a template string, whatever stands after it',
  (text) => {
    expect(runInNewContext(rendered('const y = 1;\n(`{{text text}}${y}`)', { text }))).toBe(`${text}1`);
    expect(rendered('(`{{text text}}`)', { text })).not.toMatch(/<\/script|[\u2028\u2029]/i);
  },
);

describe('{{member x}}', () => {
  test.each(['a', '$a', 'a-b', 'a b', '', '"', '__proto__', 'constructor', '1', '\u2028', '</script>'])(
    'names the member %j',
    (name) => {
      const written = rendered('JSON.stringify({ {{member name}}: 1 })', { name });
      expect(runInNewContext(written)).toBe(JSON.stringify({ [name]: 1 }));
      expect(written).not.toMatch(/<\/script|[\u2028\u2029]/i);
    },
  );
});

describe('{{id x}}', () => {
  test('is an identifier', () => {
    expect(rendered('const {{id x}} = 1;', { x: 'aB_9' })).toBe('const aB_9 = 1;');
  });

  test.each<unknown>(['', '9a', 'a-b', 'a b', 'a;b', 'a.b', 'ä', '__proto__\n', 5, null, {}])('refuses %j', (x) => {
    expect(() => rendered('const {{id x}} = 1;', { x })).toThrow(/identifier/);
  });
});

test.each(['x\nthrow 1', 'x\r\nthrow 1', 'x\u2028throw 1', 'x\u2029throw 1', 'x\rthrow 1'])(
  '{{comment x}} stays on its line: %j',
  (x) => {
    expect(runInNewContext(rendered('// {{comment x}}\n1', { x }))).toBe(1);
  },
);

test.each(['({{js x}})', '(`{{text x}}`)', 'const {{id x}} = 1', '// {{comment x}}', '({{js a.b}})'])(
  'a missing value of %j is never left out in silence',
  (source) => {
    expect(() => rendered(source, {})).toThrow();
  },
);

test('a missing value is named with its line', () => {
  expect(() => rendered('const a = 1;\nconst b = {{js b}};', {})).toThrow(/2|"b"/);
});

test('what does not parse is refused with the template’s name and the rendered line', () => {
  expect(() => rendered('const a = 1;\nconst = {{js b}};', { b: 1 })).toThrow(/sample\.js\.hbs[^]*sample\.js:2/);
});

test('a script may return at its top, and loses blank lines that conditions left', () => {
  expect(rendered('const a = 1;\n{{#if b}}\n{{/if}}\n\n\n\nreturn a;\n', { b: false })).toBe(
    'const a = 1;\n\nreturn a;',
  );
});

test('partials are filled like the script they stand in', () => {
  expect(rendered('{{> head}}\nprint(a);', { x: 'é' }, { head: 'const a = {{js x}};\n' })).toBe(
    'const a = "é";\nprint(a);',
  );
});

test('an unknown template or partial is named', () => {
  expect(() => rendered('{{> nobody}}', {})).toThrow(/nobody/);
  expect(() => scriptTemplates(new Map(), new Map()).render('nobody', {})).toThrow('nobody.js.hbs');
});
