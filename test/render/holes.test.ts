import { describe, expect, test } from 'vitest';
import { parseJsonTemplate } from '../../generator/render/holes';

/** What a template is refused for. */
function refusal(source: string): string {
  try {
    parseJsonTemplate('folder/sample', source);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`accepted: ${source}`);
}

test('holes stand for whole values, and the rest of the JSON stays as it is', () => {
  const source =
    '{{!-- What this is. --}}\n{\n  "a": {{json x}},\n  "b": [{{uri y}}, {{path z}}, "c"],\n  "d": { "e": null }\n}\n';
  const { name, skeleton, holes } = parseJsonTemplate('folder/sample', source);
  expect(name).toBe('folder/sample');
  expect(holes).toEqual([
    { helper: 'json', field: 'x', line: 3 },
    { helper: 'uri', field: 'y', line: 4 },
    { helper: 'path', field: 'z', line: 4 },
  ]);
  expect(Object.keys(skeleton as object)).toEqual(['a', 'b', 'd']);
});

describe('a template is refused, with file and line, for', () => {
  test.each([
    ['a hole in quotes', '{\n  "a": "{{json x}}"\n}', 2],
    ['a hole within a text', '{\n  "a": "b {{json x}} c"\n}', 2],
    ['a hole as a key', '{\n  {{json x}}: 1\n}', 2],
    ['a hole beside a value', '{\n  "a": 1 {{json x}}\n}', 2],
    ['two holes in one place', '{\n  "a": {{json x}} {{json y}}\n}', 2],
    ['a raw mustache', '{\n  "a": {{x}}\n}', 2],
    ['a triple mustache', '{\n  "a": {{{x}}}\n}', 2],
    ['a block', '{\n\n{{#if x}}\n  "a": 1\n{{/if}}\n}', 3],
    ['a loop', '{\n  "a": [{{#each x}}1{{/each}}]\n}', 2],
    ['a partial', '{\n  "a": 1,\n  {{> other}}\n}', 3],
    ['an unknown helper', '{\n  "a": {{html x}}\n}', 2],
    ['a second argument', '{\n  "a": {{json x y}}\n}', 2],
    ['a named argument', '{\n  "a": {{json x y=1}}\n}', 2],
    ['a constant in a hole', '{\n  "a": {{json "x"}}\n}', 2],
    ['a hole without a field', '{\n  "a": {{json}}\n}', 2],
    ['a trailing comma in a map', '{\n  "a": 1,\n}', 3],
    ['a trailing comma in a list', '[\n  1,\n  {{json x}},\n]', 4],
    ['a missing comma', '{\n  "a": {{json x}}\n  "b": 1\n}', 3],
    ['a missing colon', '{\n  "a" {{json x}}\n}', 2],
    ['a missing bracket', '{\n  "a": [{{json x}}\n}', 3],
    ['a comment of JavaScript', '{\n  // no\n  "a": 1\n}', 2],
    ['a quote too few', '{\n  "a: 1\n}', 3],
    ['text after the end', '{\n  "a": 1\n}\nx', 4],
  ])('%s', (_, source, line) => {
    expect(refusal(source)).toMatch(new RegExp(`^folder/sample\\.json\\.hbs:${line}\\b`));
  });

  test.each([
    ['an unclosed hole', '{\n  "a": {{json x\n}'],
    ['three closing braces', '{"a": {{json x}}}'],
    ['an unclosed block', '{\n  {{#if x}}\n}'],
  ])('%s (the parser names the line itself)', (_, source) => {
    expect(refusal(source)).toMatch(/^folder\/sample\.json\.hbs(:\d+)?: [^]*line \d/);
  });

  test('an end that never comes', () => {
    expect(refusal('{\n  "a": 1\n')).toMatch(/^folder\/sample\.json\.hbs:\d:/);
    expect(refusal('')).toMatch(/^folder\/sample\.json\.hbs:1:/);
  });
});
