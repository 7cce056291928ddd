import { beforeAll, describe, expect, it, test } from 'vitest';
import { diffBots } from '../../../kore/diff/diff-bots';
import { compareFacts, type ComparedFact } from '../../../kore/diff/facts';
import { scriptTexts } from '../../../kore/diff/script-texts';
import { redact } from '../../../kore/diff/secrets';
import { lineDiff, wordDiff } from '../../../kore/diff/text-diff';
import type { KoreBot } from '../../../kore/format';
import { component, edited, readBot, withVariables } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

describe('a component of no dialog', () => {
  it('is told with its identity', () => {
    const loose = (text: string) =>
      edited(
        bot,
        (d) => void d.dialogComponents.push({ ...component(d, 'GetOrder'), refId: 'r', _id: 'x', script: text }),
      );
    expect(diffBots(loose('a'), loose('b')).components).toMatchObject([
      { kind: 'changed', name: 'GetOrder', type: 'service', refId: 'r', fields: [{ field: 'script' }] },
    ]);
  });
});

describe('patterns', () => {
  it('are told by kind and language, with their escapes undone', () => {
    const withPatterns = (en: unknown) =>
      edited(
        bot,
        (d) =>
          void (d.patterns = d.patterns.map((p) => ({
            ...p,
            refId: component(d, 'OrderId').refId,
            localeData: { en },
          }))),
      );
    const between = (before: unknown, after: unknown) =>
      diffBots(withPatterns(before), withPatterns(after)).dialogs.flatMap((d) => d.nodes.flatMap((n) => n.fields));
    const lines = (text: string) => [{ op: 'added', text: `${text}\n` }];
    expect(
      between({}, { patterns: [{ value: '&lt;a&gt; &amp;quot; &quot;' }], negativePatterns: [{}, { value: 'n' }] }),
    ).toEqual([
      { field: 'patterns (en)', as: 'lines', parts: lines('<a> &quot; "') },
      { field: 'negative patterns (en)', as: 'lines', parts: lines('\nn') },
    ]);
    expect(between({ patterns: [] }, { patterns: 'odd' })).toEqual([]);
    expect(between({}, { patterns: [] })).toEqual([]);
  });
});

describe('variables', () => {
  const between = (before: KoreBot, after: KoreBot) =>
    diffBots(before, after).variables.map(({ kind, name, type, fields }) => [
      `${kind} ${type} ${name}`,
      ...fields.map((f) => `${f.field}: ${f.as}${f.as === 'value' ? ` ${f.before ?? '-'} → ${f.after ?? '-'}` : ''}`),
    ]);
  const env = (more: object) => withVariables(bot, { key: 'A', ...more });
  const content = (...contentVariables: readonly unknown[]) =>
    edited(bot, (d) => void (d['contentVariables'] = contentVariables));
  const text = (key: string, value?: string, more: object = {}) => ({ key, localeData: { en: { value } }, ...more });

  test.each<[before: object, after: object, expected: readonly string[][]]>([
    [{ hint: '' }, { hint: 'h' }, [['changed env A', 'hint: words']]],
    [{ hint: 'g' }, { hint: 'g' }, []],
    [{ hint: 'g' }, { hint: 'h' }, [['changed env A', 'hint: words']]],
    [{ scope: 'a' }, { scope: 'b' }, [['changed env A', 'scope: value a → b']]],
    [{ isSecured: false }, { isSecured: true }, [['changed env A', 'secured: value - → yes']]],
    [{ isSecured: 'true' }, {}, []],
    [{ value: 'a' }, { value: 'b' }, [['changed env A', 'value: value a → b']]],
    [{ value: '' }, { value: 'b' }, []],
    [{ value: 'a', isSecured: true }, { value: 'b', isSecured: true }, [['changed env A', 'value: secret']]],
    [{ key: 'API_TOKEN', value: 'a' }, { key: 'API_TOKEN', value: 'b' }, [['changed env API_TOKEN', 'value: secret']]],
  ])('of the environment: %j and %j', (before, after, expected) =>
    expect(between(env(before), env(after))).toEqual(expected),
  );

  test('of the content', () => {
    expect(between(content(), content(text('T', 'a')))).toEqual([['added content T']]);
    expect(between(content(text('T', 'a')), content(text('T', 'b')))).toEqual([
      ['changed content T', 'text (en): words'],
    ]);
    expect(between(content(text('T', '')), content(text('T')))).toEqual([]);
    expect(between(content(text('T')), content(text('T', 'b')))).toEqual([['changed content T', 'text (en): words']]);
    expect(between(content(text('API_TOKEN', 'a')), content(text('API_TOKEN', 'b')))).toEqual([
      ['changed content API_TOKEN', 'text (en): secret'],
    ]);
    expect(between(content({ key: 'T' }), content({ key: 'T', scope: 's', group: 'g' }))).toEqual([
      ['changed content T', 'scope: value - → s', 'group: value - → g'],
    ]);
  });
});

describe('scripts and long texts', () => {
  it('of 100,000 characters are taken apart, and longer ones are not', () => {
    const script = (length: number) => `${' '.repeat(length - 11)}say("Hello")`.slice(-length).replace(/^./, ' ');
    const of = (length: number) => scriptTexts(script(length)).texts;
    expect(script(100_000)).toHaveLength(100_000);
    expect(of(100_000)).toEqual(['Hello']);
    expect(of(100_001)).toEqual([]);
  });

  it('of 500,000 characters are told whole, also beside a longer one', () => {
    const [fits, long] = ['a'.repeat(500_000), 'b'.repeat(500_001)];
    expect(lineDiff(fits, `${fits.slice(1)}a`)).toEqual([{ op: 'same', text: `${fits}\n` }]);
    expect(wordDiff(fits, long)[0]).toEqual({ op: 'removed', text: fits });
  });

  it('that differ in a secret alone, once they are decoded, only say that they do', () => {
    const fact = (secret: string, text: string): ComparedFact => ({
      as: 'script',
      text: `print("${secret}"); print("${text}");`,
    });
    const [one, other] = ['A', 'B'].map((end) => `use \\u0041KIAIOSFODNN7EXAMPL${end} now`);
    const changes = compareFacts(new Map([['f', fact(one!, 'A b')]]), new Map([['f', fact(other!, 'A c')]]));
    expect(changes.map(({ as }) => as)).toEqual(['secret', 'words']);
    expect(JSON.stringify(changes)).not.toContain('IOSFODNN');
  });
});

describe('what looks like a key', () => {
  const mixed = (digits: number, rest: string) => '7'.repeat(digits) + rest.repeat(40).slice(0, 32 - digits);
  it.each([
    [mixed(4, 'aB'), true],
    [mixed(3, 'aB'), false],
    [mixed(4, 'xY'), true],
    [mixed(3, 'xY'), false],
    [mixed(4, 'x'), false],
    [mixed(4, 'X'), false],
    [mixed(4, 'a'), true],
    [mixed(4, 'A'), true],
    [mixed(3, 'a'), false],
    [mixed(32, ''), false],
    [mixed(4, 'aB').slice(1), false],
  ])('%s is masked: %s', (word, masked) => expect(redact(`x ${word} y`)).toBe(`x ${masked ? '••••' : word} y`));
});
