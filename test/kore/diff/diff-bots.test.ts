import { beforeAll, describe, expect, it } from 'vitest';
import type { KoreBot } from '../../../kore/format';
import { isEmpty } from '../../../kore/diff/diff';
import { diffBots } from '../../../kore/diff/diff-bots';
import { component, edited, readBot, withVariables } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

describe('what does not differ in meaning', () => {
  it('a bot and itself, in each layout, do not differ', async () => {
    for (const layout of ['botaction', 'flat', 'xo11'] as const) {
      const one = await readBot(layout);
      expect(isEmpty(diffBots(one, structuredClone(one)))).toBe(true);
    }
  });

  it('a copy under other internal ids does not differ', () => {
    const text = JSON.stringify(bot);
    const ids = new Set(text.match(/"(?:dc|dg|st)-[0-9a-f-]{36}"/g));
    let copy = text;
    [...ids].forEach((id, i) => (copy = copy.replaceAll(id, `"${id.slice(1, 4)}copy-${i}"`)));
    expect(copy).not.toBe(text);
    expect(isEmpty(diffBots(bot, JSON.parse(copy) as KoreBot))).toBe(true);
  });

  it('positions, dates, hashes and encodings of the same text do not differ', () => {
    const other = edited(bot, (d) => {
      d['encryptedHash'] = '0123';
      for (const node of d.dialogs[0]?.nodes ?? []) node['positionMeta'] = { left: 1, top: 2 };
      const [entry] = component(d, 'OrderId').message ?? [];
      if (entry?.localeData['en']) entry.localeData['en'].text = 'Which order number?';
    });
    expect(isEmpty(diffBots(bot, other))).toBe(true);
  });
});

describe('dialogs and nodes', () => {
  it('shows exactly the words of a prompt that changed', () => {
    const other = edited(bot, (d) => {
      const [entry] = component(d, 'OrderId').message ?? [];
      if (entry?.localeData['en']) entry.localeData['en'].text = encodeURIComponent('Which invoice number?');
    });
    const dialog = only(diffBots(bot, other).dialogs);
    const node = only(dialog.nodes);
    expect(dialog).toMatchObject({ kind: 'changed', name: 'Order Status', fields: [], utterances: [] });
    expect(node).toMatchObject({ kind: 'changed', name: 'OrderId', type: 'entity' });
    expect(only(node.fields)).toEqual({
      field: 'prompt (en)',
      as: 'words',
      parts: [
        { op: 'same', text: 'Which ' },
        { op: 'removed', text: 'order' },
        { op: 'added', text: 'invoice' },
        { op: 'same', text: ' number?' },
      ],
    });
  });

  it('shows JavaScript messages whose code differs by line, decoded', () => {
    const other = edited(bot, (d) => {
      const [entry] = component(d, 'OrderStatusMessage').message ?? [];
      if (entry?.localeData['en']) entry.localeData['en'].text = encodeURIComponent('print("hi");');
    });
    const field = only(only(only(diffBots(bot, other).dialogs).nodes).fields);
    expect(field).toMatchObject({ field: 'message (en)', as: 'lines' });
    expect(JSON.stringify(field)).not.toContain('%20');
  });

  it('reports added and removed dialogs with their nodes and training', () => {
    const none = edited(bot, (d) => {
      d.dialogs = [];
      d.dialogComponents = [];
    });
    const added = only(diffBots(none, bot).dialogs);
    expect(added).toMatchObject({ kind: 'added', name: 'Order Status' });
    expect(added.nodes.map((n) => n.type)).toEqual(['intent', 'entity', 'botAction', 'service', 'message']);
    expect(added.utterances.map((u) => u.text)).toContain('where is my order');
    expect(only(diffBots(bot, none).dialogs).kind).toBe('removed');
  });

  it('reads transitions in words and compares their targets by identity', () => {
    const other = edited(bot, (d) => {
      const entity = d.dialogs[0]?.nodes.find((n) => n.type === 'entity');
      if (entity === undefined) throw new Error('no entity');
      const [meta] = entity.transitions.map((t) => t.metadata);
      const metadata = meta ?? { connId: 'c' };
      entity.transitions = [
        {
          if: {
            conjoin: 'or',
            tests: [
              { field: entity.nodeId, op: 'eq', value: '1' },
              { context: 'context.a', op: 'dne' },
            ],
          },
          then: 'end',
          metadata,
        },
        ...entity.transitions,
      ];
    });
    const field = only(only(only(diffBots(bot, other).dialogs).nodes).fields);
    expect(field.field).toBe('goes to');
    expect(JSON.stringify(field)).toContain('if OrderId is \\"1\\" or context.a is missing → end of dialog');
  });

  it('does not call every neighbour changed when a node is only renamed', () => {
    const other = edited(bot, (d) => (component(d, 'OrderStatusMessage').name = 'ShowOrder'));
    expect(only(only(diffBots(bot, other).dialogs).nodes)).toMatchObject({
      name: 'ShowOrder',
      fields: [{ field: 'name' }],
    });
  });

  it('shows what of a request changed: address, header, body', () => {
    const other = edited(bot, (d) => {
      const service = component(d, 'GetOrder');
      if (service.endPoint) service.endPoint.method = 'post';
      service.headers = { type: 'raw', value: '{"Accept":"text/plain","X-Request-Id":"{{context.id}}"}' };
      service.payload = { type: 'raw', value: encodeURIComponent('{"id":"{{context.entities.OrderId}}"}') };
    });
    const fields = only(only(diffBots(bot, other).dialogs).nodes).fields.map((f) => f.field);
    expect(fields).toEqual(['request', 'header Accept', 'header X-Request-Id', 'body']);
  });
});

describe('training', () => {
  it('reports sentences added and removed, and marks that moved', () => {
    const other = edited(bot, (d) => {
      const [first, second] = d.sentences;
      const entity = component(d, 'OrderId');
      if (first === undefined || second === undefined) throw new Error('two sentences expected');
      first.entities = [{ startIndex: 0, endIndex: 5, entityId: entity._id }];
      second.sentence = 'track my parcel';
    });
    expect(only(diffBots(bot, other).dialogs).utterances).toEqual([
      { kind: 'changed', language: 'en', text: '[order](OrderId) status' },
      { kind: 'added', language: 'en', text: 'track my parcel' },
      { kind: 'removed', language: 'en', text: 'where is my order' },
    ]);
  });
});

describe('identity', () => {
  it('flags a dialog and a component whose name stayed and whose refId changed', () => {
    const other = edited(bot, (d) => {
      const [dialog] = d.dialogs;
      if (dialog) dialog.refId = '00000000-0000-5000-8000-000000000001';
      component(d, 'OrderId').refId = '00000000-0000-5000-8000-000000000002';
    });
    const diff = diffBots(bot, other);
    expect(diff.identity.map((i) => [i.type, i.name])).toEqual([
      ['dialog', 'Order Status'],
      ['component', 'OrderId'],
    ]);
    expect(diff.dialogs.every((d) => d.kind === 'changed')).toBe(true);
  });
});

describe('variables, events and settings', () => {
  it('never shows the value of a secured variable, or of one named or looking like a secret', () => {
    const secrets = ['first-value-1', 'second-value-2', 'shpat_0123456789abcdef0123456789abcdef'];
    const keys = [{ key: 'A', isSecured: true }, { key: 'STORE_TOKEN' }, { key: 'B' }];
    const before = withVariables(bot, ...keys.map((k) => ({ ...k, value: 'zero-value-0' })));
    const after = withVariables(bot, ...keys.map((k, i) => ({ ...k, value: secrets[i] ?? '' })));
    const diff = diffBots(before, after);
    expect(diff.variables.map((v) => [v.name, v.fields.map((f) => f.as)])).toEqual([
      ['A', ['secret']],
      ['STORE_TOKEN', ['secret']],
      ['B', ['secret']],
    ]);
    for (const secret of secrets) expect(JSON.stringify(diff)).not.toContain(secret);
  });

  it('shows the value of an open variable', () => {
    const diff = diffBots(
      withVariables(bot, { key: 'API_VERSION', value: '1' }),
      withVariables(bot, { key: 'API_VERSION', value: '2' }),
    );
    expect(only(only(diff.variables).fields)).toEqual({ field: 'value', as: 'value', before: '1', after: '2' });
  });

  it('takes an empty value, as exports and built bots have it, for unknown and not for changed', () => {
    const before = withVariables(bot, { key: 'T', isSecured: true, value: 'something' }, { key: 'S', value: 'shop' });
    const after = withVariables(bot, { key: 'T', isSecured: true, value: '' }, { key: 'S', value: '' });
    expect(diffBots(before, after).variables).toEqual([]);
  });

  it('names the dialog an event starts and the setting that changed', () => {
    const other = edited(bot, (d) => {
      const welcome = d.botEvents['WELCOME_MESSAGE_EVENT'];
      if (welcome) welcome.task = null;
      d['sessionInactiveTime'] = 60_000;
    });
    const diff = diffBots(bot, other);
    expect(only(diff.events)).toMatchObject({
      name: 'WELCOME_MESSAGE_EVENT',
      fields: [{ field: 'dialog', before: 'Order Status' }],
    });
    expect(only(diff.settings)).toEqual({
      field: 'sessionInactiveTime',
      as: 'value',
      before: '900000',
      after: '60000',
    });
  });

  it('never shows what model providers and authorization profiles hold', () => {
    const other = edited(bot, (d) => {
      d['llmConfiguration'] = [{ integrations: { provider: { setting: 'plain-looking' } } }];
      d['idpConfigurations'] = [{ name: 'p', fields: [{ key: 'q', value: 'also-plain' }] }];
    });
    const text = JSON.stringify(diffBots(bot, other).settings);
    expect(text).toContain('llmConfiguration');
    expect(text).not.toMatch(/plain/);
  });
});
