import { beforeAll, describe, expect, it } from 'vitest';
import { isEmpty } from '../../../kore/diff/diff';
import { diffBots } from '../../../kore/diff/diff-bots';
import { memberName, withoutSuffix } from '../../../kore/diff/noise';
import { renderHuman } from '../../../kore/diff/render-human';
import type { KoreBot } from '../../../kore/format';
import { component, edited, readBot } from './bots';
import type { Editable } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

const ML = [
  { language: 'en', type: 1, state: 'configured', mlpGroupId: 'a', intentParams: { maxngram: 4 } },
  { language: 'de', type: 1, state: 'configured', mlpGroupId: 'b', intentParams: { maxngram: 3 } },
];
const full = (change: (d: Editable) => void = () => undefined) =>
  edited(bot, (d) => {
    d['mlParams'] = structuredClone(ML);
    d['advancedNLSettings'] = [
      { configurationKeyName: 'network', nlpEngine: 'ML', language: 'en', state: 'configured', configurationValue: 1 },
    ];
    d['traits'] = [{ refId: 't', groupName: 'mood', state: 'configured', modifiedOn: '2024-01-01T00:00:00Z' }];
    d['smallTalk'] = [
      {
        language: 'en',
        groups: [{ groupId: 'smg-1', groupName: 'Hello', nodes: [{ nodeId: 'n-1', question: 'hi' }] }],
      },
    ];
    d['idpConfigurations'] = [{ refId: 'p', name: 'Shop', state: 'published' }];
    component(d, 'GetOrder').idp = 'Shop';
    component(d, 'GetOrder').script = encodeURIComponent('one();\ntwo();');
    d['invocationNames'] = ['shop', 'store'];
    change(d);
  });
const at = (value: unknown, ...path: readonly (string | number)[]): Record<string, unknown> =>
  path.reduce<unknown>((v, key) => (v as Record<string | number, unknown>)[key], value) as Record<string, unknown>;

describe('what the platform does by itself is no difference', () => {
  it.each<[string, (d: Editable) => void]>([
    [
      'publishing',
      (d) => {
        for (const list of ['mlParams', 'advancedNLSettings', 'traits']) at(d, list, 0)['state'] = 'published';
        d['namespaces'] = [{ status: 'published' }];
        d['publishedOn'] = '2026-01-01T00:00:00Z';
        for (const dialog of d.dialogs) dialog['state'] = 'published';
      },
    ],
    ['the order of lists', (d) => (d['mlParams'] as unknown[]).reverse()],
    ['the order of texts in a list', (d) => (d['invocationNames'] as unknown[]).reverse()],
    ['the order of dialogs and components', (d) => void (d.dialogs.reverse(), d.dialogComponents.reverse())],
    ['stamps', (d) => void (at(d, 'traits', 0)['modifiedOn'] = '2026-05-05T00:00:00Z')],
    ['who saved it', (d) => void (at(d, 'dialogs', 0)['lastModifiedBy'] = 'u-2')],
    ['ids of small talk', (d) => void (at(d, 'smallTalk', 0, 'groups', 0)['groupId'] = 'smg-2')],
    ['ids of answers of small talk', (d) => void (at(d, 'smallTalk', 0, 'groups', 0, 'nodes', 0)['nodeId'] = 'x')],
    [
      'a profile whose name grew with an import',
      (d) => {
        at(d, 'idpConfigurations', 0)['name'] = 'Shop1716899999999';
        component(d, 'GetOrder').idp = 'Shop1716899999999';
      },
    ],
    ['a number behind a name', (d) => void (component(d, 'GetOrder').name = 'GetOrder0001')],
    ['line ends', (d) => void (component(d, 'GetOrder').script = encodeURIComponent('one();\r\ntwo();'))],
  ])('%s', (_, change) => {
    expect(renderHuman(diffBots(full(), full(change)), { color: false })).toBe('No difference.');
    expect(isEmpty(diffBots(full(change), full()))).toBe(true);
  });

  it.each<[string, (d: Editable) => void]>([
    ['a state that is none of a life cycle', (d) => void (at(d, 'traits', 0)['state'] = 'sad')],
    ['a value in a list whose order changed', (d) => (at(d, 'mlParams', 1, 'intentParams')['maxngram'] = 5)],
    ['another text in a list', (d) => (d['invocationNames'] as unknown[]).push('shopping')],
    ['what small talk says', (d) => void (at(d, 'smallTalk', 0, 'groups', 0, 'nodes', 0)['question'] = 'hey')],
    ['another profile', (d) => void (component(d, 'GetOrder').idp = 'Other')],
    ['a line of a script', (d) => void (component(d, 'GetOrder').script = encodeURIComponent('one();\r\nthree();'))],
    ['a name', (d) => void (component(d, 'GetOrder').name = 'GetOrder2')],
  ])('but %s is one', (_, change) => {
    const shown = renderHuman(diffBots(full(), full(change)), { color: false });
    expect(shown).not.toContain('No difference');
    expect(shown).not.toContain('�');
  });
});

describe('names', () => {
  it('lose only what the platform adds', () => {
    expect(['Shop1716899999999', 'Shop-1716899999999', 'sendsms0001'].map(withoutSuffix)).toEqual([
      'Shop',
      'Shop',
      'sendsms',
    ]);
    const own = ['Order2', 'V1000', 'Top10001', '1716899999999', 'a171689999999', 'Shop0x001'];
    expect(own.map(withoutSuffix)).toEqual(own);
  });

  it('of list members are what stays when the platform saves', () => {
    expect(memberName({ refId: 'r', name: 'n' })).toBe('r');
    expect(memberName({ language: 'en', type: 1 })).toBe('en, 1');
    expect(memberName({ text: 'x' })).toBeUndefined();
  });
});

describe('settings', () => {
  it('are told in words, with units', () => {
    const other = edited(bot, (d) => {
      d['sessionInactiveTime'] = 90_000;
      d['interruptOptions'] = { holdUxOptions: { someNewFlag: true } };
      const entity = d.dialogs[0]?.nodes.find((n) => n.type === 'entity');
      entity!.nodeOptions = { ...entity!.nodeOptions, reuseOptions: '3', promptOptions: 'optional' };
    });
    const shown = renderHuman(diffBots(bot, other), { color: false });
    expect(shown).toContain('a session ends after: 15 minutes → 90 seconds');
    expect(shown).toContain('interrupt options › hold ux options › some new flag: yes');
    expect(shown).toMatch(/filled from what was said before: .* → never/);
    expect(shown).toMatch(/asks: always → once/);
  });
});
