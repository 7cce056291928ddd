import { describe, expect, it } from 'vitest';
import { put, read, said, sound, spoiled } from './odd';
import type { Json } from './odd';

const first = (list: Json | undefined): Json => {
  if (list?.[0] === undefined) throw new Error('the fixture has changed');
  return list[0];
};
const component = (d: Json, type: string): Json => {
  const found = (d['dialogComponents'] as unknown as { type: string }[]).find((c) => c.type === type);
  return found as unknown as Json;
};

describe('an odd object in an export', () => {
  it('is none in a sound export', async () => {
    expect((await read(sound())).notes).toEqual([]);
  });

  it('an annotation without an entity is left out, its sentence is read', async () => {
    const bot = await spoiled((d) => {
      put(d, 'sentences', [
        {
          taskId: 'dc-1',
          sentence: 'order 1001 now',
          language: 'en',
          entities: [
            { startIndex: 0, endIndex: 5 },
            { startIndex: 6, endIndex: 10, entityId: 'e' },
          ],
        },
      ]);
    });
    expect(bot.definition.sentences[0]).toMatchObject({
      sentence: 'order 1001 now',
      entities: [{ startIndex: 6, endIndex: 10, entityId: 'e' }],
    });
    expect(said(bot)).toEqual(['/sentences/0/entities/0: an annotation without entityId; left out']);
  });

  it('a dialog of which only the training was exported is a dialog without nodes', async () => {
    const bot = await spoiled((d) => put(first(d['dialogs']), 'nodes', undefined));
    expect(bot.definition.dialogs[0]?.nodes).toEqual([]);
    expect(said(bot)).toEqual(['/dialogs/0: a dialog without nodes']);
  });

  it('a message that refers to the message library is kept, empty', async () => {
    const bot = await spoiled((d) =>
      put(component(d, 'message'), 'message', [
        { channel: 'default', localeData: { en: { type: 'EXTERNAL_MESSAGE_REFERENCE', refId: 'm-1' } } },
      ]),
    );
    const message = bot.definition.dialogComponents.find((c) => c.type === 'message')?.message?.[0];
    expect(message?.localeData).toEqual({ en: { type: 'EXTERNAL_MESSAGE_REFERENCE', refId: 'm-1', text: '' } });
    expect(said(bot)[0]).toMatch(/^\/dialogComponents\/\d+\/message\/0\/localeData\/en: .*message library/);
  });

  it('a js message is the script that a uxmap message is, without a word', async () => {
    const bot = await spoiled((d) =>
      put(component(d, 'message'), 'message', [
        { channel: 'rtm', localeData: { en: { type: 'js', text: 'print(1)' } } },
        { channel: 'default', localeData: { en: { type: 'uxmap', text: 'print(1)' } } },
      ]),
    );
    const types = bot.definition.dialogComponents
      .find((c) => c.type === 'message')
      ?.message?.map((m) => m.localeData['en']?.type);
    expect(types).toEqual(['uxmap', 'uxmap']);
    expect(bot.notes).toEqual([]);
  });

  it('a language without names has those of another', async () => {
    const bot = await spoiled((d) => {
      const dialog = first(d['dialogs']);
      put(dialog, 'localeData', { en: { name: 'Order status', shortDesc: 'x' }, es: {}, de: { name: '' } });
    });
    expect(bot.definition.dialogs[0]?.localeData).toEqual({
      en: { name: 'Order status', shortDesc: 'x' },
      es: { name: 'Order status', shortDesc: '' },
      de: { name: '', shortDesc: '' },
    });
    expect(said(bot)).toEqual(['/dialogs/0/localeData/es: the language of a dialog without name']);
  });

  it('types that nobody knows stay, and are said', async () => {
    const bot = await spoiled((d) => {
      put(first(first(d['dialogs'])['nodes']), 'type', 'teleport');
      put(component(d, 'message'), 'type', 'hologram');
    });
    expect(bot.definition.dialogs[0]?.nodes[0]?.type).toBe('teleport');
    expect(said(bot).join('\n')).toContain('/dialogs/0/nodes/0/type: the type "teleport" is not known here');
    expect(said(bot).join('\n')).toContain('the type "hologram" is not known here');
  });

  it.each(['sdkWebhook', 'digitalFormNode', 'generativeai', 'logic', 'form', 'agentTransfer'])(
    'the type %s is known',
    async (type) => {
      expect((await spoiled((d) => put(first(first(d['dialogs'])['nodes']), 'type', type))).notes).toEqual([]);
    },
  );

  it('of two things with one id the first is read', async () => {
    const bot = await spoiled((d) => {
      const dialogs = d['dialogs'] as unknown as unknown[];
      dialogs.push({ ...first(d['dialogs']), lname: 'second' });
      const components = d['dialogComponents'] as unknown as unknown[];
      components.push({ ...first(d['dialogComponents']), name: 'second' });
      const nodes = first(d['dialogs'])['nodes'] as unknown as unknown[];
      nodes.push({ ...first(first(d['dialogs'])['nodes']), type: 'message' });
    });
    expect(bot.definition.dialogs.map((d) => d.lname)).not.toContain('second');
    expect(bot.definition.dialogComponents.map((c) => c.name)).not.toContain('second');
    expect(said(bot).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'a dialog with the id of another; left out',
      'a node with the id of another; left out',
      'a component with the id of another; left out',
    ]);
  });

  it('a number where text belongs is read as text, and the other way round', async () => {
    const bot = await spoiled((d) => {
      put(component(d, 'message'), 'name', 7);
      put(first(first(d['dialogs'])['nodes']), 'nodeOptions', {
        eventOptions: { defaultMaxRetry: { retry_limit: '5', action: 'endOfDialog' } },
      });
    });
    expect(bot.definition.dialogComponents.find((c) => c.type === 'message')?.name).toBe('7');
    expect(bot.definition.dialogs[0]?.nodes[0]?.nodeOptions?.eventOptions?.defaultMaxRetry?.retry_limit).toBe(5);
    expect(said(bot).map((line) => line.replace(/^\S+ /, ''))).toEqual(['a number where text belongs; read as text']);
  });

  it('a transition that leads nowhere is left out, the others stay', async () => {
    const bot = await spoiled((d) => {
      put(first(first(d['dialogs'])['nodes']), 'transitions', [{ if: 'x', then: 'a' }, null, { default: 'end' }, {}]);
    });
    expect(bot.definition.dialogs[0]?.nodes[0]?.transitions).toEqual([{ default: 'end', metadata: { connId: '' } }]);
    expect(bot.notes.map((n) => n.pointer)).toEqual([
      '/dialogs/0/nodes/0/transitions/0/if',
      '/dialogs/0/nodes/0/transitions/0',
      '/dialogs/0/nodes/0/transitions/1',
      '/dialogs/0/nodes/0/transitions/3',
    ]);
  });

  it('a dialog or component with one of its two ids has it for both, and none without either is read', async () => {
    const bot = await spoiled((d) => {
      put(first(d['dialogs']), '_id', undefined);
      (d['dialogComponents'] as unknown as unknown[]).push({ refId: 'only', name: 'a', type: 'script' }, { name: 'b' });
      (d['dialogs'] as unknown as unknown[]).push({ nodes: [] });
    });
    const [dialog] = bot.definition.dialogs;
    expect(bot.definition.dialogs).toHaveLength(1);
    expect(dialog?._id).toBe(dialog?.refId);
    expect(bot.definition.dialogComponents.at(-1)).toMatchObject({ _id: 'only', refId: 'only' });
    expect(said(bot).join('\n')).toMatch(/\/dialogs\/1: a dialog without _id and refId; left out/);
    expect(said(bot).join('\n')).toMatch(/a component without _id and refId; left out/);
  });

  it('a universal bot says that its linked bots are elsewhere', async () => {
    const bot = await read({ ...sound(), isUniversal: true, childBots: [{}, {}], xoVersion: '10', platformVersion: 1 });
    expect(said(bot)).toEqual(['/childBots: a universal bot: its 2 linked bots are not in this export']);
  });

  it('without a default language the first that it has is taken', async () => {
    const bot = await read({ ...sound(), defaultLanguage: null, supportedLanguages: [5, '', 'es'] });
    expect(bot.definition.defaultLanguage).toBe('es');
    expect(said(bot)[0]).toBe(': a definition without defaultLanguage');
  });

  it('variables: one without a key is left out, one that comes twice is read once', async () => {
    const bot = await read(sound(), { envVariables: [{ value: 'x' }, { key: 'A', value: 1 }, { key: 'A' }] });
    expect(bot.config).toEqual({
      name: '',
      envVariables: [{ key: 'A', value: '1', variableType: '', hint: '', scope: '' }],
    });
    expect(bot.notes.map(({ file, pointer }) => `${file}#${pointer}`)).toEqual([
      'config.json#/envVariables/0',
      'config.json#/envVariables/1/value',
      'config.json#/envVariables/1',
    ]);
  });
});
