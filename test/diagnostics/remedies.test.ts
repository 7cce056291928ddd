import { describe, expect, test } from 'vitest';
import { messages } from '../../generator/diagnostics/messages';
import { variableValues } from '../../generator/diagnostics/secret-values';
import { typeNames, typeRemedy } from '../../generator/diagnostics/types';

describe('what to write instead of a value of the wrong type', () => {
  const long = 'x'.repeat(41);
  test.each<[wanted: readonly string[], got: string, written: string, remedy: string]>([
    [['string'], 'number', '1001', " Put it in quotes: '1001'."],
    [['string'], 'boolean', 'yes', " Put it in quotes: 'yes'."],
    [['string'], 'number', '1'.repeat(40), ` Put it in quotes: '${'1'.repeat(40)}'.`],
    [['string'], 'number', '1'.repeat(41), ''],
    [['string'], 'array', '[a] b', ' Put a text that begins with a bracket in quotes.'],
    [['string'], 'object', '{a}', ' Put a text that begins with a bracket in quotes.'],
    [['string'], 'object', 'a: b', ''],
    [['string', 'array'], 'number', '5', " Put it in quotes: '5'."],
    [['array'], 'number', '5', ''],
    [['array'], 'string', 'a', ' Write [a], or one entry on each line after a hyphen.'],
    [['array'], 'string', long, ' Write each entry on a line of its own after a hyphen.'],
    [['array'], 'string', 'a\nb', ' Write each entry on a line of its own after a hyphen.'],
    [['boolean'], 'string', 'yes', ' Write true or false, without quotes.'],
    [['object'], 'string', 'a', ' Write its keys on the lines below it, indented.'],
    [['number'], 'string', "'-2.5'", ' Write -2.5, without quotes.'],
    [['integer'], 'string', '"7"', ' Write 7, without quotes.'],
    [['number'], 'string', '\'7"', ''],
    [['number'], 'string', 'seven', ''],
  ])('%j, not %s as in %j:%s', (wanted, got, written, remedy) => {
    expect(typeRemedy(wanted, got, written)).toBe(remedy);
  });
  test('types are told in words, and one that has none by its name', () => {
    expect(typeNames(['string', 'array', 'odd'])).toBe('a text or a list or odd');
  });
});

describe('the values of variables in a text', () => {
  const ID = 'AKIAIOSFODNN7EXAMPLE1234';
  test.each<[text: string, found: readonly [value: string, isSecret: boolean, isId: boolean][]]>([
    ['API_TOKEN:\n  value: abcdefgh', [['abcdefgh', true, false]]],
    ['API_TOKEN:\n  value: abcdefg', []],
    ['value: abcdefghij', []],
    ['SHOP:\n  value: my-example-shop', [['my-example-shop', false, false]]],
    [`SHOP:\n  value: ${'0123456789abcdef'.repeat(2)}`, [['0123456789abcdef'.repeat(2), true, false]]],
    [
      `SHOP:\n  value: ${'0123456789abcdef'.repeat(2).slice(1)}`,
      [['0123456789abcdef'.repeat(2).slice(1), true, false]],
    ],
    ['SHOP:\n  value: abcdefghijklmnopqrst', [['abcdefghijklmnopqrst', false, false]]],
    ['SHOP:\n  value: ABCDEFGHIJ1234567890', [['ABCDEFGHIJ1234567890', false, false]]],
    ['SHOP:\n  value: abcdefghijk123lmnopqr', [['abcdefghijk123lmnopqr', false, false]]],
    ['SHOP:\n  value: abcdefghijk1234lmnopq', [['abcdefghijk1234lmnopq', true, false]]],
    ['SHOP:\n  value: abcdefghijk1234lmno', [['abcdefghijk1234lmno', false, false]]],
    ['SHOP:\n  value: sk_abcdefghij1234567', [['sk_abcdefghij1234567', true, false]]],
    [`CLIENT_ID:\n  value: a${ID}`, [[`a${ID}`, false, true]]],
    ['KEY_SIGNING_KEY_2: { value: "twelve-signs" }', [['twelve-signs', true, false]]],
    ['TOKENS:\n  value: twelve-signs', [['twelve-signs', false, false]]],
    ['API_TOKEN:\n  value: ••••••••••', []],
  ])('%j', (text, found) => {
    const values = variableValues(text);
    expect(values.map(({ start, end, isSecret, isId }) => [text.slice(start, end), isSecret, isId])).toEqual(found);
  });
});

describe('a sentence says what is there to choose from, or that there is nothing', () => {
  test.each<[said: string, wanted: string]>([
    [
      messages['needs-filter']('a', 'a list', ['join'], ['a[0]']),
      'Add "join" after |, or choose a path in it: "a[0]".',
    ],
    [messages['needs-filter']('a', 'a list', ['join'], []), 'Add "join" after |.'],
    [messages['needs-filter']('a', 'a list', [], ['a[0]']), ' Choose a path in it: "a[0]".'],
    [messages['filter-mismatch']('money', 'a', 'a text', []), 'No filter can: choose another path.'],
    [messages['filter-mismatch']('money', 'a', 'a text', ['upper']), 'Did you mean "upper"?'],
    [
      messages['filter-mismatch']('money', 'a', 'a text', ['upper', 'lower'], 'b'),
      'A list is in "b" beside it. Use "upper" or "lower".',
    ],
    [messages['duplicate-utterance']('a.yaml:1', []), 'reword one of them.'],
    [
      messages['duplicate-utterance']('a.yaml:1', ['b.yaml:2']),
      'and so do "b.yaml:2". An utterance may stand once in the whole bot: reword them.',
    ],
    [messages['unknown-placeholder']('x', []), 'This text takes no placeholders.'],
    [messages['graphql-unknown-variable']('x', []), 'It has none.'],
    [messages['unknown-input']('x', 'a', []), 'It asks for nothing.'],
    [messages['few-utterances'](1), 'One utterance is few'],
    [messages['few-utterances'](2), '2 utterances are few'],
    [messages['paging-utterance']('More', []), 'has no placeholder'],
    [messages['paging-utterance']('More', ['a']), 'has ${a} in it'],
    [messages['button-unsaid']('a', [], 'f'), 'no utterance of a is without a placeholder'],
    [messages['missing-translation']('es', 'a', ['x']), 'One text of a will stay'],
    [
      messages['missing-translation']('es', 'a', ['x', 'y']),
      '2 texts of a will stay in the default language, because es does not have them',
    ],
    [messages['unknown-path']('a.b', 'b', []), 'selects no "b" (in a.b).'],
    [messages['unknown-path']('b', 'b', ['title', 'amount']), 'selects no "b". It selects "title" and "amount".'],
    [messages['missing-schema']('1', 's', []), 'Make it with npm run schema.'],
    [messages['missing-schema']('1', 's', ['2']), 'Supported are those that have one: "2".'],
    [messages['bad-schema']('s', false), 's is not a schema file: npm run schema'],
    [messages['unknown-translation']('a.b', []), 'The specs have no text "a.b" to translate.'],
    [messages['unknown-translation']('a', []), 'Texts of bot.yaml stand below "bot"'],
  ])('%s', (said, wanted) => {
    expect(said).toContain(wanted);
  });
});
