import { describe, expect, test } from 'vitest';
import { filler } from '../../generator/render/fill';
import { parseJsonTemplate } from '../../generator/render/holes';
import { jsLiteral, jsMemberName, patternLiteral, templateText } from '../../generator/render/literal';
import { render } from '../../generator/render/render';
import { scriptTemplates } from '../../generator/render/scripts';

describe('a literal', () => {
  test.each([
    [[], '[]'],
    [{}, '{}'],
    [[1, 'a'], '[1, "a"]'],
    [{ a: 1, 'b-c': [2] }, '{ a: 1, "b-c": [2] }'],
    [null, 'null'],
    ['\u2060</script', '"\\u2060<\\/script"'],
    [JSON.parse('{"__proto__": 1}'), '{ ["__proto__"]: 1 }'],
  ])('of %j is %s', (value, wanted) => {
    expect(jsLiteral(value)).toBe(wanted);
  });

  const text = (letters: number) => 'x'.repeat(letters);
  test.each([
    ['a list of 180 signs', [text(176)], `["${text(176)}"]`],
    ['a list of 181', [text(177)], `[\n  "${text(177)}",\n]`],
    ['an object of 181', { a: text(172) }, `{\n  a: "${text(172)}",\n}`],
    ['a text of any length', text(300), `"${text(300)}"`],
    [
      'entries that fit on a line',
      { a: [text(80), text(80)], b: 1 },
      `{\n  a: ["${text(80)}", "${text(80)}"],\n  b: 1,\n}`,
    ],
    ['entries that do not', { a: [text(88), text(88)] }, `{\n  a: ["${text(88)}",\n    "${text(88)}"],\n}`],
    ['texts with commas', { a: [`${text(88)}, y`, text(88)] }, `{\n  a: ["${text(88)}, y",\n    "${text(88)}"],\n}`],
  ])('is written over several lines where it is long: %s', (_, value, wanted) => {
    expect(jsLiteral(value)).toBe(wanted);
  });

  test('has names, patterns and texts', () => {
    expect(['a', '$b1', 'a-b', '1a', '__proto__'].map(jsMemberName)).toEqual([
      'a',
      '$b1',
      '"a-b"',
      '"1a"',
      '["__proto__"]',
    ]);
    expect(patternLiteral('a/b', 'g')).toBe('/a\\/b/g');
    expect(templateText('a`b\\c${d}$e\r')).toBe('a\\`b\\\\c\\${d}$e\\r');
  });
});

describe('a template of JSON', () => {
  const parsed = (source: string) => parseJsonTemplate('t', source);
  test.each([
    ['{ "a": {{json x}}, "b": [{{uri y}}] }', ['json x', 'uri y']],
    ['{{! nothing }}{ "a": {{path x}} }', ['path x']],
    ['[]', []],
  ])('has holes: %s', (source, holes) => {
    expect(parsed(source).holes.map(({ helper, field }) => `${helper} ${field}`)).toEqual(holes);
  });

  test.each([
    ['{{x}}', 't.json.hbs:1: a hole is {{json x}}, {{uri x}} or {{path x}}'],
    ['{{other x}}', 'a hole is'],
    ['{{json}}', 'a hole is'],
    ['{{json "x"}}', 'a hole is'],
    ['{{json x y}}', 'a hole is'],
    ['{{json x a=1}}', 'a hole is'],
    ['\n{{#if x}}1{{/if}}', 't.json.hbs:2: only {{json x}}'],
    ['{{json x', 't.json.hbs: Parse error'],
    ['{\n"a": 1,\n"b": "{{json x}}"\n}', 't.json.hbs:3: this is no JSON once the holes are filled'],
    ['{ {{json x}}: 1 }', 't.json.hbs:1: this is no JSON'],
    ['{\n"a": 1\n', 'this is no JSON'],
    ['{\n"a": 1\n"b": 2\n}', 't.json.hbs:3: this is no JSON'],
  ])('is proven: %s', (source, message) => {
    expect(() => parsed(source)).toThrow(message);
  });

  test('keeps what has no hole', () => {
    const skeleton = { a: [1, { h: true }], b: { c: 1 } };
    const fill = filler(skeleton, (value) =>
      typeof value === 'object' && value !== null && 'h' in value ? 0 : undefined,
    );
    const made = fill([5]) as typeof skeleton;
    expect(made).toEqual({ a: [1, 5], b: { c: 1 } });
    expect(made.b).toBe(skeleton.b);
    expect(made.a).not.toBe(skeleton.a);
    expect(filler(skeleton, () => undefined)([])).toBe(skeleton);
    expect(filler(null, () => undefined)([])).toBeNull();
  });
});

describe('a plan', () => {
  const templates = {
    json: new Map([
      ['one', parseJsonTemplate('one', '{ "a": {{json a}} }')],
      ['uri', parseJsonTemplate('uri', '[{{uri a}}]')],
      ['path', parseJsonTemplate('path', '[{{path a}}]')],
    ]),
    scripts: scriptTemplates(new Map([['s', 'const a = {{js a}};']]), new Map()),
  };
  const of = (template: string, view: object) => render({ kind: 'piece', template, view: view as never }, templates);
  const script = { kind: 'script', template: 's', view: { a: 1 } };

  test.each([
    ['one', { a: null }, { a: null }],
    [
      'one',
      { a: [{ kind: 'piece', template: 'one', view: { a: 1 } }, { b: script }] },
      { a: [{ a: 1 }, { b: 'const a = 1;' }] },
    ],
    ['uri', { a: 'a b\ud800' }, ['a%20b%EF%BF%BD']],
    ['uri', { a: script }, ['const%20a%20%3D%201%3B']],
    ['path', { a: '/a b%20%' }, ['/a%20b%20%25']],
    ['path', { a: script }, ['const%20a%20=%201;']],
  ])('fills %s', (template, view, wanted) => {
    expect(of(template, view)).toEqual(wanted);
  });

  test.each([
    ['nothing', {}, 'There is no template nothing.json.hbs'],
    ['one', { a: 1, b: 2 }, 'one.json.hbs has no hole for "b"'],
    ['one', {}, 'one.json.hbs:1: nothing fills "a"'],
    ['uri', { a: 1 }, 'uri.json.hbs:1: only a text can be encoded'],
  ])('must fit %s', (template, view, message) => {
    expect(() => of(template, view)).toThrow(message);
  });
});

describe('a template of a script', () => {
  const rendered = (source: string, view: object = {}) =>
    scriptTemplates(new Map([['s', source]]), new Map()).render('s', { ...view });
  test.each([
    ['{{js a}}', {}, 'js at line 1 got no value'],
    ['{{id a}}', { a: 'a-b' }, '"a-b" is no identifier'],
    ['{{id a}}', { a: 5 }, '5 is no identifier'],
    ['const', {}, 's.js.hbs renders JavaScript that does not parse'],
    ['{{> (expression a) a}}', { a: {} }, 'undefined is no identifier'],
  ])('must fit: %s', (source, view, message) => {
    expect(() => rendered(source, view)).toThrow(message);
  });

  test('has no wide gaps, and is rendered by name', () => {
    expect(rendered('\n\nlet a;\n\n\n\nlet b; // {{comment c}}\n', { c: 'x\ny' })).toBe('let a;\n\nlet b; // x y');
    expect(() => scriptTemplates(new Map(), new Map()).render('x', {})).toThrow('There is no template x.js.hbs');
  });
});
