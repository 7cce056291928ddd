import { describe, expect, it } from 'vitest';
import type { Diff, DialogChange, FieldChange, ItemChange, TextPart } from '../../../kore/diff/diff';
import { isEmpty } from '../../../kore/diff/diff';
import { asIncrementalImport } from '../../../kore/diff/incremental';
import { outline, summaryOf } from '../../../kore/diff/outline';
import { dialog, diff, field, identity, item } from './small-diffs';

const utterance = (kind: ItemChange['kind']) => ({ kind, language: 'en', text: 'say' });

describe('two bots', () => {
  it.each<[same: boolean, about: string, change: Partial<Diff>]>([
    [true, 'nothing', {}],
    [false, 'a new identity', { identity: [identity] }],
    [false, 'a setting', { settings: [field('a', 'b')] }],
    [true, 'a component that is kept', { components: [item({ kind: 'kept' })] }],
    [false, 'a component that is not', { components: [item({ kind: 'removed' })] }],
    [false, 'a variable', { variables: [item({ kind: 'kept' }), item({ kind: 'added' })] }],
    [false, 'an event', { events: [item()] }],
    [true, 'a dialog that is kept', { dialogs: [dialog({ kind: 'kept', nodes: [item()], fields: [field('a')] })] }],
    [false, 'an empty dialog that is added', { dialogs: [dialog({ kind: 'added' })] }],
    [false, 'an empty dialog that is removed', { dialogs: [dialog({ kind: 'removed' })] }],
    [true, 'sentences that are kept', { dialogs: [dialog({ utterances: [utterance('kept')] })] }],
    [false, 'a sentence that is not', { dialogs: [dialog({ utterances: [utterance('kept'), utterance('added')] })] }],
    [false, 'a node', { dialogs: [dialog({ nodes: [item()] })] }],
    [false, 'a field of a dialog', { dialogs: [dialog({ fields: [field('a', 'b')] })] }],
  ])('mean the same: %s, when they differ in %s', (same, _, change) => expect(isEmpty(diff(change))).toBe(same));
});

describe('an incremental import', () => {
  const gone = { ...field('a'), gone: true } as FieldChange;
  const lookUp = { ...item({ kind: 'removed', type: 'look-up' }), nodes: [item({ kind: 'removed' })] };
  const kinds = (change: Partial<DialogChange>, utterances: 'append' | 'replace') => {
    const [one] = asIncrementalImport(diff({ dialogs: [dialog(change)] }), { utterances }).dialogs;
    const nodes = (one?.nodes ?? []).flatMap((n) => [n.kind, ...(n.nodes ?? []).map((inner) => inner.kind)]);
    return [one?.kind, ...nodes, ...(one?.utterances ?? []).map((u) => u.kind)].join();
  };
  it('leaves settings that are gone', () => {
    const { settings } = asIncrementalImport(diff({ settings: [gone, field('a', 'b')] }), { utterances: 'append' });
    expect(settings).toEqual([field('a', 'b')]);
  });
  it.each<[kind: ItemChange['kind'], utterances: 'append' | 'replace', expected: string]>([
    ['removed', 'replace', 'kept,kept,kept,kept'],
    ['removed', 'append', 'kept,kept,kept,kept'],
    ['changed', 'append', 'changed,removed,removed,kept'],
    ['changed', 'replace', 'changed,removed,removed,removed'],
    ['added', 'append', 'added,removed,removed,kept'],
  ])('of a dialog that is %s, where sentences %s, makes %s', (kind, utterances, expected) =>
    expect(kinds({ kind, nodes: [lookUp], utterances: [utterance('removed')] }, utterances)).toBe(expected),
  );
});

describe('the summary', () => {
  const [changed, added, kept] = [item(), item({ kind: 'added' }), item({ kind: 'kept' })];
  it.each<[change: Partial<Diff>, said: string]>([
    [{}, 'No difference.'],
    [{ events: [kept, kept] }, 'No difference. What else is in the bot stays as it is (2).'],
    [{ events: [changed, added], variables: [added] }, '1 changed, 2 added'],
    [{ events: [kept], components: [item({ kind: 'removed' })] }, '1 removed, 1 kept'],
    [{ settings: [field('a', 'b')] }, '1 bot settings'],
    [{ identity: [identity] }, '1 would be duplicated'],
    [
      { events: [changed], settings: [field('a')], identity: [identity] },
      '1 changed, 1 bot settings, 1 would be duplicated',
    ],
  ])('of %j', (change, said) => expect(summaryOf(diff(change))).toBe(said));
});

describe('the outline', () => {
  const titles = (change: Partial<Diff>) => outline(diff(change)).map(({ sign, title }) => `${sign} ${title}`);
  const lines = (change: Partial<Diff>) =>
    outline(diff(change)).flatMap((section) =>
      section.lines.map(
        ({ depth, sign = ' ', text, parts }) => `${depth}${sign} ${text}${parts === undefined ? '' : '*'}`,
      ),
    );

  it('names what differs by its kind, what is dangerous first', () => {
    expect(
      titles({
        identity: [identity],
        dialogs: [dialog({ kind: 'added' })],
        components: [item({ type: 'service', kind: 'removed' })],
        variables: [item({ type: 'env' }), item({ type: 'content', kind: 'kept' })],
        settings: [field('a', 'b')],
      }),
    ).toEqual([
      '! dialog D has a new identity: an import will create a duplicate',
      '+ dialog D',
      '- service X',
      '~ env variable X',
      '= content variable X (not in the new files; it stays in the bot)',
      '~ bot settings',
    ]);
    expect(titles({})).toEqual([]);
  });

  it('says what is in a dialog that is added or changed, and nothing of one that goes or stays', () => {
    const inside = {
      fields: [field('a', 'b')],
      nodes: [item({ type: 'entity', name: 'N' })],
      utterances: [utterance('added')],
    };
    const said = ['1  f: a → b', '1~ entity N', '1+ utterance (en): say'];
    for (const [kind, expected] of [
      ['changed', said],
      ['added', said],
      ['removed', []],
      ['kept', []],
    ] as const)
      expect(lines({ dialogs: [dialog({ kind, ...inside })] }), kind).toEqual(expected);
  });

  it('says of a look-up what it sends, and what is in it where it was there before and is there still', () => {
    const nodes = [item({ type: 'service', name: 'S', fields: [field('a', 'b')] })];
    const lookUp = (kind: ItemChange['kind'], sends?: string) =>
      lines({
        dialogs: [
          dialog({ nodes: [{ ...item({ kind, type: 'look-up' }), nodes, ...(sends !== undefined && { sends }) }] }),
        ],
      });
    expect(lookUp('added', 'GET /x')).toEqual(['1+ look-up X: sends GET /x']);
    expect(lookUp('removed', 'GET /x')).toEqual(['1- look-up X: sends GET /x']);
    expect(lookUp('changed')).toEqual(['1~ look-up X', '2~ service S', '3  f: a → b']);
  });

  it.each<[change: FieldChange, expected: readonly string[]]>([
    [{ field: 'f', as: 'secret' }, ['1  f: changed (not shown, it may be a secret)']],
    [{ field: 'f', as: 'words', parts: [{ op: 'added', text: 'x' }] }, ['1  f: *']],
    [{ field: 'f', as: 'lines', parts: [{ op: 'added', text: 'x\ny\n' }] }, ['1  f:', '2+ x', '2+ y']],
    [{ field: 'f', as: 'lines', parts: [{ op: 'removed', text: 'x\n' }] }, ['1  f:', '2- x']],
    [field(undefined, 'b'), ['1+ f: b']],
    [field('a'), ['1- f: a']],
    [field('a', 'b'), ['1  f: a → b']],
    [field('', ''), ['1  f:  → ']],
    [field('90000', 'true', 'sessionInactiveTime'), ['1  a session ends after: 90 seconds → true']],
    [field('x'.repeat(1000), 'y'), [`1  f: ${'x'.repeat(1000)} → y`]],
    [field('x'.repeat(1001), 'y'), [`1  f: ${'x'.repeat(1000)}… (1001 characters) → y`]],
  ])('of a field %#', (change, expected) => expect(lines({ events: [item({ fields: [change] })] })).toEqual(expected));

  const text = (count: number) => Array.from({ length: count }, (_, i) => `l${i}\n`).join('');
  const same = (count: number): TextPart => ({ op: 'same', text: text(count) });
  const added: TextPart = { op: 'added', text: 'new\n' };
  it.each<[about: string, parts: readonly TextPart[], expected: readonly string[]]>([
    ['at the beginning', [same(2), added], ['  l0', '  l1', 'new']],
    ['at the beginning', [same(3), added], ['  … 1 unchanged line', '  l1', '  l2', 'new']],
    ['at the end', [added, same(3)], ['new', '  l0', '  l1', '  … 1 unchanged line']],
    ['at the end', [added, same(1)], ['new', '  l0']],
    ['in between', [added, same(1), added], ['new', '  l0', 'new']],
    ['in between', [added, same(4), added], ['new', '  l0', '  l1', '  l2', '  l3', 'new']],
    ['in between', [added, same(6), added], ['new', '  l0', '  l1', '  … 2 unchanged lines', '  l4', '  l5', 'new']],
    ['alone', [same(5)], ['  … 5 unchanged lines']],
  ])('shows two unchanged lines around a changed one: %s %#', (_, parts, expected) => {
    const [section] = outline(diff({ events: [item({ fields: [{ field: 'f', as: 'lines', parts }] })] }));
    expect(section?.lines.slice(1).map((line) => line.text)).toEqual(expected);
  });
});
