import { describe, expect, it, test } from 'vitest';
import type { Diff, FieldChange, TextPart } from '../../../kore/diff/diff';
import { renderHuman, renderSection } from '../../../kore/diff/render-human';
import { renderMarkdown } from '../../../kore/diff/render-markdown';
import { settingName, settingValue } from '../../../kore/diff/setting-words';
import { dialog, diff, field, identity, item, NOTHING } from './small-diffs';

describe('on a terminal', () => {
  it('an empty line parts what differs from the summary, where something does', () => {
    expect(renderHuman(NOTHING, { color: false })).toBe('No difference.');
    expect(renderHuman(diff({ events: [item({ fields: [field('a', 'b')] })] }), { color: false })).toBe(
      '~ event X\n    f: a → b\n\n1 changed',
    );
  });

  it('a line has its sign, and a long unchanged stretch only its ends', () => {
    const words = (length: number) =>
      renderSection(
        {
          sign: '+',
          title: 'T',
          lines: [{ depth: 1, sign: '-', text: 'f: ', parts: [{ op: 'same', text: 'x'.repeat(length) }] }],
        },
        { color: false },
      );
    expect(words(80)).toBe(`+ T\n    - f: ${'x'.repeat(80)}`);
    expect(words(81)).toBe(`+ T\n    - f: ${'x'.repeat(40)} … ${'x'.repeat(40)}`);
  });

  it('words are coloured by what happened to them', () => {
    const parts: readonly TextPart[] = [
      { op: 'same', text: 's' },
      { op: 'removed', text: 'r' },
      { op: 'added', text: 'a' },
    ];
    const shown = (color: boolean) =>
      renderSection({ sign: '~', title: 'T', lines: [{ depth: 0, text: '', parts }] }, { color }).split('\n')[1];
    expect(shown(false)).toBe('s[-r-]{+a+}');
    expect(shown(true)).toBe('s\u001b[31m\u001b[9mr\u001b[29m\u001b[39m\u001b[32ma\u001b[39m');
  });
});

describe('in a comment', () => {
  const block = (change: Partial<Diff>) => renderMarkdown(diff(change)).split('\n\n').slice(2).join('\n\n');

  it('the heading names the bot, if it has a name', () => {
    expect(renderMarkdown(NOTHING)).toBe('### Bot diff: New\n\nNo difference.\n');
    expect(renderMarkdown(diff({ after: '' }))).toBe('### Bot diff: bot\n\nNo difference.\n');
  });

  it('a warning stands before all else, and what has no lines has no block', () => {
    const said = block({ identity: [identity], events: [item()] });
    expect(said).toBe('> **Warning** dialog D has a new identity: an import will create a duplicate\n\n~ event X\n');
  });

  it('each line begins with the mark that colours it', () => {
    const nodes = [
      item({ type: 'entity', name: 'N', fields: [field('a', 'b', 'x'), field('a'), field(undefined, 'b')] }),
    ];
    const words = (...parts: readonly TextPart[]): FieldChange => ({ field: 'w', as: 'words', parts });
    const fields = [
      words({ op: 'same', text: 's' }, { op: 'removed', text: 'r' }, { op: 'added', text: 'a\nz' }),
      words({ op: 'added', text: 'a' }),
      words({ op: 'removed', text: 'r' }),
    ];
    const body = block({ dialogs: [dialog({ fields, nodes })] })
      .split('\n')
      .slice(3, -4);
    expect(body).toEqual([
      ...['- w: sr', '+ w: sa', '+ w: z', '+ w: a', '- w: r'],
      ...['! entity N', '    x: a → b', '-   f: a', '+   f: b'],
    ]);
  });

  it('stays within 60,000 characters, and says how much is left out', () => {
    const event = (length: number) => item({ name: 'n'.repeat(length) });
    const head = '### Bot diff: New\n\n3 changed'.length;
    const sized = (last: number) => {
      const first = 50_000;
      const events = [event(first - '~ event '.length), event(last - '~ event '.length), event(1)];
      return renderMarkdown(diff({ events }));
    };
    const left = 60_000 - head - 50_000 - 2;
    expect(sized(left).slice(60_000)).toBe('nn\n\n… and 1 more, too long for a comment.\n');
    expect(sized(left + 1).slice(50_000 + head)).toBe('nn\n\n… and 2 more, too long for a comment.\n');
    expect(sized(100).slice(-12)).toBe('\n\n~ event n\n');
  });
});

describe('the words of settings', () => {
  test.each([
    ['sessionInactiveTime', '60000', '1 minute'],
    ['sessionInactiveTime', '120000', '2 minutes'],
    ['sessionInactiveTime', '1000', '1 second'],
    ['sessionInactiveTime', '90000', '90 seconds'],
    ['sessionInactiveTime', '0', '0'],
    ['sessionInactiveTime', '-60000', '-60000'],
    ['sessionInactiveTime', 'soon', 'soon'],
    ['sessionInactiveTime', 'Infinity', 'Infinity'],
    ['serviceAPITimeout', '1', '1 second'],
    ['serviceAPITimeout', '1.5', '1.5'],
    ['reuseOptions', '2', 'from all words'],
    ['reuseOptions', 'toString', 'toString'],
    ['anything', 'true', 'yes'],
    ['anything', 'constructor', 'constructor'],
  ])('%s: %s is %s', (path, written, said) => expect(settingValue(path, written)).toBe(said));

  test.each([
    ['reuseOptions', 'filled from what was said before'],
    ['toString', 'to string'],
    ['some_flagOn', 'some flag on'],
    ['a.bCd[My Name.x].dEf', 'a › b cd [My Name.x] › d ef'],
    ['header X-RequestId', 'header X-RequestId'],
    ['[x y].someFlag', '[x y] › some flag'],
  ])('%s is called %s', (path, name) => expect(settingName(path)).toBe(name));
});
