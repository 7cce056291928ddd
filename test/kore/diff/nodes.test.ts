import { beforeAll, describe, expect, it } from 'vitest';
import { comparedBot, flatten, type FlatNode } from '../../../kore/diff/bot-index';
import { diffBots } from '../../../kore/diff/diff-bots';
import { type ComparedFacts } from '../../../kore/diff/facts';
import { lookUpsOf } from '../../../kore/diff/look-ups';
import { byKey, match } from '../../../kore/diff/match';
import { nodeFacts } from '../../../kore/diff/node-facts';
import { transitionWords } from '../../../kore/diff/transition-words';
import type { KoreBot } from '../../../kore/format';
import { component, edited, readBot, type Editable } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

const told = (facts: ComparedFacts) =>
  Object.fromEntries(
    [...facts].map(([name, { as, text, same }]) => [name, `${as} ${text}${same === undefined ? '' : ` = ${same}`}`]),
  );

describe('things that belong together', () => {
  const [a, b, c] = [
    { id: '1', name: 'm' },
    { id: '2', name: 'n' },
    { id: '1', name: 'n' },
  ];
  const keys = [(x: { id: string }) => x.id, (x: { name: string }) => x.name];

  it('are paired once, by the surest key', () => {
    expect(match([a, b], [c], keys)).toEqual([
      { thing: c, before: a, after: c },
      { thing: b, before: b },
    ]);
    expect(match([b], [a, c], keys)).toEqual([
      { thing: a, after: a },
      { thing: c, before: b, after: c },
    ]);
  });

  it('have a key', () => {
    expect(match([a], [{ ...a }], [() => undefined])).toHaveLength(2);
    expect([...byKey([1, 2, 3], (n) => (n > 1 ? 'many' : undefined))]).toEqual([['many', [2, 3]]]);
  });
});

describe('dialogs and their nodes', () => {
  const nodesIn = (before: KoreBot, after: KoreBot) =>
    diffBots(before, after).dialogs.flatMap((d) =>
      d.nodes.map(({ kind, name, refId, fields }) =>
        [kind, name, refId ?? '-', ...fields.map(({ field }) => field)].join(' '),
      ),
    );
  const nodesOf = (d: Editable) => d.dialogs[0]!.nodes;
  const twice = (ids: readonly string[], change: (d: Editable) => void = () => undefined) =>
    edited(bot, (d) => {
      const message = nodesOf(d).at(-1)!;
      nodesOf(d).pop();
      ids.forEach((nodeId) =>
        nodesOf(d).push({ ...message, nodeId, transitions: [{ default: nodeId, metadata: { connId: 'c' } }] }),
      );
      change(d);
    });
  const orphan = (nodeId: string, type: string, to = 'end') =>
    ({ nodeId, type, componentId: 'gone', transitions: [{ default: to, metadata: { connId: 'c' } }] }) as never;

  it('that share a component are told apart by their ids, wherever they stand', () => {
    expect(nodesIn(twice(['n1', 'n2']), twice(['n2', 'n1']))).toEqual([]);
  });

  it('are known by their component when their name and id are others', () => {
    const renamed = twice(['other'], (d) => (component(d, 'OrderStatusMessage').name = 'Other'));
    const [{ refId } = { refId: '' }] = bot.definition.dialogComponents.filter((c) => c.name === 'OrderStatusMessage');
    expect(nodesIn(twice(['one']), renamed)).toEqual([`changed Other ${refId} name`]);
  });

  it('that share a component tell once what changed in it', () => {
    const prompt = (d: Editable) => void (component(d, 'OrderStatusMessage').message = []);
    const said = nodesIn(twice(['n1', 'n2']), twice(['n1', 'n2'], prompt));
    expect(said).toEqual([expect.stringMatching(/^changed OrderStatusMessage \S+ message \(en\)/)]);
  });

  it('may be without a component, on either side', () => {
    const withNodes = (...nodes: readonly never[]) => edited(bot, (d) => void nodesOf(d).push(...nodes));
    expect(nodesIn(withNodes(orphan('x', 'message')), withNodes(orphan('x', 'message', 'y')))).toEqual([
      'changed x - goes to',
    ]);
    const named = (nodes: readonly never[]) => edited(bot, (d) => void nodesOf(d).splice(-1, 1, ...nodes));
    expect(nodesIn(named([orphan('OrderStatusMessage', 'message')]), bot).join('|')).toMatch(
      /changed OrderStatusMessage \S{36} /,
    );
    expect(nodesIn(bot, named([orphan('OrderStatusMessage', 'message')])).join('|')).toMatch(
      /changed OrderStatusMessage - /,
    );
  });

  it('are called as in the language of their own bot', () => {
    const speaking = (language: string, dialogs: boolean) =>
      edited(bot, (d) => {
        d.defaultLanguage = language;
        d.dialogs[0]!.localeData = { en: { name: 'English', shortDesc: '' }, de: { name: 'Deutsch', shortDesc: '' } };
        if (!dialogs) d.dialogs = [];
      });
    const names = (before: KoreBot, after: KoreBot) =>
      diffBots(before, after).dialogs.map((d) => `${d.kind} ${d.name}`);
    expect(names(speaking('en', true), speaking('de', false))).toEqual(['removed English']);
    expect(names(speaking('en', false), speaking('de', true))).toEqual(['added Deutsch']);
  });

  it('that lose nothing but a name’s case are the same', () => {
    const same = edited(bot, (d) => {
      d.dialogs[0]!.refId = 'other';
      d.dialogs[0]!.localeData['en'] = { ...d.dialogs[0]!.localeData['en']!, name: 'ORDER STATUS' };
    });
    expect(diffBots(bot, same).dialogs.map((d) => [d.kind, d.fields.map(({ field }) => field)])).toEqual([
      ['changed', ['name (en)']],
    ]);
  });

  it('have their facts', () => {
    const index = comparedBot(bot);
    const [intent] = flatten(bot.definition.dialogs[0]!, index);
    const node = (more: Partial<FlatNode>): FlatNode => ({
      ...{ nodeId: 'n', type: 't', name: 'N', component: undefined, transitions: [], options: undefined },
      ...{ preConditions: undefined, calls: undefined },
      ...more,
    });
    const [dialog] = bot.definition.dialogs;
    const refId = dialog?.refId ?? '';
    const facts = (more: Partial<FlatNode>) =>
      told(
        nodeFacts(
          node(more),
          new Map([
            ['i', intent!],
            ['called', node({ name: 'Called', calls: 'd1' })],
          ]),
          index,
        ),
      );
    const none = { 'goes to': 'lines  = ' };
    expect(facts({})).toEqual(none);
    expect(facts({ calls: refId, inside: 'B' })).toEqual({
      ...none,
      calls: `value Order Status = ${refId}`,
      inside: 'value B',
    });
    expect(facts({ calls: 'gone' })).toEqual({ ...none, calls: 'value gone = gone' });
    expect(facts({ options: { a: { ref: 'called' }, password: { ref: 'called' }, reference: 'called' } })).toEqual({
      ...none,
      'a.ref': 'value Called = d1',
      'password.ref': 'secret called',
      reference: 'value called',
    });
    expect(facts({ options: { ref: 'called', 'x.ref': 'i' } })).toEqual({
      ...none,
      ref: 'value called',
      'x.ref': `value Order_Status = ${intent?.component?.refId}`,
    });
    expect(facts({ preConditions: ['p'] })).toEqual({ ...none, preconditions: 'value p = p' });
  });
});

describe('names and identity of bots', () => {
  it('are those in the bot’s language, or of the configuration', () => {
    const names = (localeData: unknown) => {
      const { before, after } = diffBots(
        bot,
        edited(bot, (d) => void (d.localeData = localeData as never)),
      );
      expect(before).not.toBe(after);
      return after;
    };
    expect(names({ en: { name: 'Mine' } })).toBe('Mine');
    expect(names({ de: { name: 'Mine' } })).toBe(bot.config.name);
    expect(names({ en: { name: 5 } })).toBe(bot.config.name);
  });

  it('changed only where the old identity is gone and the new one was not there', () => {
    const called = (...refIds: readonly string[]) =>
      edited(bot, (d) => {
        const like = component(d, 'GetOrder');
        d.dialogComponents = d.dialogComponents.filter((c) => c.name !== 'GetOrder');
        for (const refId of refIds) d.dialogComponents.push({ ...like, refId, _id: refId });
      });
    const between = (before: KoreBot, after: KoreBot) => diffBots(before, after).identity;
    expect(between(called('r1'), called('r2'))).toEqual([
      { type: 'component', name: 'GetOrder', before: 'r1', after: 'r2' },
    ]);
    expect(between(called('r1'), called('r1', 'r2'))).toEqual([]);
    expect(between(called('r1', 'r2'), called('r1'))).toEqual([]);
  });
});

describe('where a node leads', () => {
  const to = (id: string) => `<${id}>`;
  const way = (more: object) => ({ metadata: { connId: 'c' }, ...more }) as never;
  it.each<[transitions: readonly never[], words: string]>([
    [[], ''],
    [[way({ default: 'n' })], '→ <n>'],
    [[way({ default: 'end' })], '→ end of dialog'],
    [[way({ default: 'retToFlow' })], '→ back to the flow'],
    [[way({ default: '' })], '→ nowhere'],
    [
      [way({ if: { field: 'f', op: 'eq', value: '1' }, then: 'n' }), way({ default: 'm' })],
      'if <f> is "1" → <n>\notherwise → <m>',
    ],
    [[way({ if: { dialogAct: 'yes', field: 'f' }, then: 'n' })], 'if the answer is yes → <n>'],
    [[way({ if: { intent: 'i', field: 'f' }, then: 'n' })], 'if the user wants <i> → <n>'],
    [[way({ if: { context: 'c', op: 'exists' }, then: 'n' })], 'if c has a value → <n>'],
    [[way({ if: { context: 'c', op: '' }, then: 'n' })], 'if c has a value → <n>'],
    [[way({ if: { field: 'f' }, then: 'n' })], 'if <f> has a value → <n>'],
    [[way({ if: { context: 'c', op: 'dne', value: 'x' }, then: 'n' })], 'if c is missing → <n>'],
    [[way({ if: { context: 'c', op: 'neq' }, then: 'n' })], 'if c is not "" → <n>'],
    [[way({ if: { op: 'toString', value: '1' }, then: 'n' })], 'if nothing toString "1" → <n>'],
    [
      [
        way({
          if: {
            tests: [
              { context: 'a', op: 'exists' },
              { context: 'b', op: 'gt', value: '2' },
            ],
          },
          then: 'n',
        }),
      ],
      'if a has a value and b is greater than "2" → <n>',
    ],
  ])('%j', (transitions, words) => expect(transitionWords(transitions, to)).toBe(words));
});

describe('look-ups', () => {
  it('belong to a dialog that has an intent', () => {
    const parts = ['Prepare', 'Service', 'Answer'].map((part) => ({ type: 'script', name: `person${part}` }));
    expect(lookUpsOf(parts as never).size).toBe(0);
    expect(lookUpsOf([{ type: 'intent', name: 'Lead' }, ...parts] as never).size).toBe(0);
  });
});
