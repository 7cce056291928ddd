import { beforeAll, describe, expect, it } from 'vitest';
import { fieldChanges } from '../../../kore/first-import/field-changes';
import { protocolPage } from '../../../kore/first-import/protocol';
import { trialAt, trialsOf } from '../../../kore/first-import/trials';
import { trialFiles } from '../../../kore/first-import/variants';
import type { KoreBot } from '../../../kore/format';
import { component, edited, readBot } from '../diff/bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot('flat');
});

const COMPANIONS = [
  'preBuiltIntegrations',
  'runCustomScript',
  'externalNluAdapters',
  'clearAllAuthTokens',
  'feedbackSurveys',
];
const file = (of: KoreBot, id: string) => {
  const found = [...trialFiles(of)].find(([trial]) => trial === id)?.[1];
  if (found === undefined) throw new Error(`no file ${id}`);
  return found;
};

describe('the files of the trials', () => {
  it('hold the fallback alone, and what it uses', () => {
    const other = edited(bot, (d) => {
      const [first] = d.dialogs;
      d.dialogs.unshift({ ...structuredClone(first!), _id: 'other', refId: 'other', nodes: [] });
      d.defaultDialogId = first!.refId;
      d.dialogComponents.push({ ...component(d, 'GetOrder'), _id: 'unused', refId: 'unused' });
      d.sentences.push({ ...d.sentences[0]!, taskId: 'unused' });
    });
    const { definition, config } = file(other, 'bare');
    expect(definition.dialogs.map(({ refId }) => refId)).toEqual([bot.definition.dialogs[0]?.refId]);
    expect(definition.defaultDialogId).toBe(bot.definition.dialogs[0]?.refId);
    expect(definition.dialogComponents.map(({ _id }) => _id)).toEqual(
      bot.definition.dialogComponents.map(({ _id }) => _id),
    );
    expect(definition.sentences).toHaveLength(bot.definition.sentences.length);
    expect([definition.patterns, definition.botEvents, config.envVariables]).toEqual([[], {}, []]);
    const without = edited(other, (d) => (d.defaultDialogId = null));
    expect(file(without, 'bare').definition.dialogs.map(({ refId }) => refId)).toEqual(['other']);
    expect(() => trialFiles(edited(bot, (d) => (d.dialogs = [])))).toThrow('a bot for trials needs a dialog');
  });

  it('have the companion keys where the bot lacks one of them, and lack them where it has all', () => {
    const holds = (of: KoreBot) => COMPANIONS.filter((key) => key in file(of, 'companions').definition);
    const having = (...keys: readonly string[]) =>
      edited(bot, (d) => {
        for (const key of COMPANIONS) Reflect.deleteProperty(d, key);
        for (const key of keys) d[key] = [];
      });
    expect(holds(having())).toEqual(COMPANIONS);
    expect(holds(having(...COMPANIONS.slice(1)))).toEqual(COMPANIONS);
    expect(holds(having(...COMPANIONS))).toEqual([]);
    expect(file(having(...COMPANIONS), 'companions').definition.dialogs).toHaveLength(1);
  });

  it('say a sentence in their messages, and in nothing else', () => {
    const spoken = edited(bot, (d) => {
      const { message = [] } = component(d, 'OrderStatusMessage');
      component(d, 'OrderId').message = message;
      d.dialogComponents.push({ ...component(d, 'GetOrder'), type: 'message', _id: 'silent' });
      d.dialogs[0]!.nodes[0]!.nodes = [{ ...d.dialogs[0]!.nodes[0]!, componentId: 'silent' }] as never;
    });
    const said = (id: string) =>
      file(spoken, id).definition.dialogComponents.flatMap(({ name, type, message }) =>
        (message ?? []).some(({ localeData }) =>
          decodeURIComponent(localeData['en']?.text ?? '').startsWith('This sentence'),
        )
          ? [`${type} ${name}`]
          : [],
      );
    expect(said('bare')).toEqual(['message OrderStatusMessage']);
    expect(said('changed')).toEqual(['message OrderStatusMessage']);
    expect(JSON.stringify(file(spoken, 'changed'))).toContain(encodeURIComponent('with the second import.'));
    expect(file(spoken, 'bare').definition.dialogComponents.map(({ _id }) => _id)).toContain('silent');
  });

  it('are the same dialog under other ids, and everything that names them follows', () => {
    const odd = edited(bot, (d) => void (component(d, 'OrderStatusMessage')['odd'] = [null, 5, { deep: [null, 'x'] }]));
    const [was, is] = [file(odd, 'bare').definition, file(odd, 'same-name').definition];
    const ids = (d: KoreBot['definition']) =>
      [...d.dialogs, ...d.dialogComponents].flatMap(({ _id, refId }) => [_id, refId]);
    expect(new Set([...ids(was), ...ids(is)]).size).toBe(2 * new Set(ids(was)).size);
    for (const id of ids(was))
      expect(JSON.stringify([is.dialogs, is.dialogComponents, is.sentences, is.defaultDialogId])).not.toContain(id);
    expect(ids(is)).toContain(is.defaultDialogId);
    expect(is.dialogs[0]?.nodes.every(({ componentId }) => ids(is).includes(componentId))).toBe(true);
    expect(is.dialogComponents.find(({ name }) => name === 'OrderStatusMessage')?.['odd']).toEqual([
      null,
      5,
      { deep: [null, 'x'] },
    ]);
    expect(is['refId']).toBe(was['refId']);
  });

  it('have two variables, of which one is secured, filled and empty', () => {
    const held = (id: string) =>
      file(bot, id).config.envVariables.map(({ key, value, isSecured }) => `${key}=${value} ${isSecured}`);
    expect(held('variables-filled')).toEqual([
      'TRY_OPEN=open-from-the-file false',
      'TRY_SECURED=secured-from-the-file true',
    ]);
    expect(held('variables-empty')).toEqual(['TRY_OPEN= false', 'TRY_SECURED= true']);
  });

  it('of XO 11 have the messages in bot actions, too', async () => {
    expect([...trialFiles(bot).keys()]).not.toContain('bot-action');
    const xo11 = await readBot('xo11');
    const twice = edited(xo11, (d) => {
      d.defaultDialogId = d.dialogs[0]!.refId;
      const message = { ...structuredClone(d.dialogs[0]!.nodes.at(-1)!), type: 'message', nodeId: 'm', metadata: {} };
      d.dialogs[0]!.nodes.push(message, { ...message, nodeId: 'n', componentId: 'other' });
    });
    const { dialogs, dialogComponents } = file(twice, 'bot-action').definition;
    const types = dialogs[0]?.nodes.map(({ type }) => type) ?? [];
    expect(types).not.toContain('message');
    expect(types[0]).toBe('intent');
    expect(dialogs[0]).toMatchObject({ sequences: [] });
    expect(dialogs[0]).not.toHaveProperty('dv');
    expect(JSON.stringify(dialogs[0]?.nodes)).not.toContain('"metadata":{}');
    const wraps = dialogComponents.filter(({ name }) => /^TryAnswer\d*$/.test(name)).map(({ name }) => name);
    expect(wraps.sort()).toEqual(['TryAnswer', 'TryAnswer1', 'TryAnswer2'].slice(0, wraps.length));
    expect(wraps.length).toBeGreaterThan(1);
    expect(dialogComponents.map(({ _id }) => _id)).toEqual(dialogComponents.map(({ _id }) => _id).sort());
  });
});

describe('the trials', () => {
  it('are those of the platform, and known by the paths of their files', () => {
    const ids = (target: 'xo10' | 'xo11') => trialsOf(target).map(({ id }) => id);
    expect(ids('xo11').filter((id) => !ids('xo10').includes(id))).toEqual(['bot-action']);
    expect(ids('xo10')).toHaveLength(9);
    expect(trialAt('orders/first-import/bare-xo10.zip')).toBe('bare');
    expect(trialAt('orders/first-import/README.md')).toBeUndefined();
  });

  it('say which platform they are for, and which file they use', () => {
    const rows = protocolPage('orders', 'track')
      .split('\n')
      .filter((line) => /^\| \d/.test(line));
    const cells = rows.map((row) => row.split(' | ').slice(1, 3).join(' '));
    expect(cells).toContain('new (XO 11 only) `bot-action-xo11.zip`');
    expect(cells).toContain('new `bare-<target>.zip`');
    expect(cells).toContain('into `../actions/track-<target>.zip`');
    expect(cells).toContain('new `../../orders-<target>.zip`');
  });
});

describe('what an export changed', () => {
  it.each<[sent: unknown, exported: unknown, told: readonly string[]]>([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1 }, { a: '1' }, ['changed a 1 "1"']],
    [{ a: [1] }, { a: { 0: 1 } }, ['changed a [1] {"0":1}']],
    [{ a: {} }, { a: [] }, ['changed a {} []']],
    [{ a: null }, { a: {} }, ['changed a null {}']],
    [{ a: 1 }, {}, ['removed a 1']],
    [{}, { a: { b: 1 } }, ['added a  {"b":1}']],
    [{ a: { _id: '1' } }, { a: { _id: '2' } }, []],
    [{ a: { _id: '1' } }, { a: {} }, ['removed a._id "1"']],
    [{ a: {} }, { a: { _id: '1' } }, ['added a._id  "1"']],
    [{ l: [1, 2] }, { l: [1, 3, 4] }, ['added l.*  4', 'changed l.* 2 3']],
    [{ l: [{ key: 'a', v: 1 }, { key: 'b' }] }, { l: [{ key: 'b' }, { key: 'a', v: 2 }] }, ['changed l.*.v 1 2']],
    [
      { l: [{ refId: 'r', key: 'x' }] },
      { l: [{ key: 'x' }] },
      ['added l.*  {"key":"x"}', 'removed l.* {"refId":"r","key":"x"}'],
    ],
    [{ l: [{ refId: '' }] }, { l: [{ refId: 5 }] }, ['changed l.*.refId "" 5']],
    [
      { t: { _id: 'own', refId: 'r' }, to: ['own', null, 1] },
      { t: { _id: 'new', refId: 'r' }, to: ['new', null, 1] },
      [],
    ],
    [
      { t: { _id: 'own', refId: 'r' }, to: 'own' },
      { t: { _id: 'new', refId: 's' }, to: 'new' },
      ['changed t.refId "r" "s"', 'changed to "own" "new"'],
    ],
    [{ t: { _id: 5, refId: 'r' }, to: 5 }, { t: { _id: 6, refId: 'r' }, to: 6 }, ['changed to 5 6']],
  ])('from %j to %j', (sent, exported, told) => {
    const changes = fieldChanges(sent, exported).map(({ kind, at, before = '', after = '' }) =>
      `${kind} ${at} ${before} ${after}`.trim(),
    );
    expect(changes.sort()).toEqual(told);
  });
  it('is told in the order of its places', () => {
    expect(fieldChanges({ b: 1, a: 1, c: 1 }, { b: 2, a: 2, c: 2 }).map(({ at }) => at)).toEqual(['a', 'b', 'c']);
  });
});
