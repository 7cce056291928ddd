import { sandbox } from '../sandbox';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lastDeployed } from '../../deploy/deployed';
import { isEmpty } from '../../kore/diff/diff';
import { diffBots } from '../../kore/diff/diff-bots';
import type { KoreBot, Target } from '../../kore/format';
import { readExport } from '../../kore/read-export';
import { startConversation } from '../../preview/conversation';
import { openBot } from '../../preview/open-bot';
import { component, edited, readBot } from '../kore/diff/bots';
import { SECRETS, workbench } from './workbench';
import type { Workbench } from './workbench';

// Each run is a process of its own.
let bench: Workbench | undefined;
afterEach(async () => bench?.close());

const open = async (target: Target) => {
  bench = await workbench({ target });
  const bot = await readBot(target === 'xo10' ? 'botaction' : 'xo11');
  await bench.build(bot);
  return { bench, bot };
};

const distOf = (b: Workbench, target: Target): Promise<KoreBot> =>
  readExport(join(b.folder, 'dist', `orders-${target}.zip`));

/** What the bot as it is on the platform, pulled, asks when someone wants to know about an order. */
const asked = async (b: Workbench): Promise<string> => {
  await b.run(['pull', '--bot', b.bots()[0]?.id ?? '', '--out', 'live.zip']);
  const send = () => Promise.resolve({ ok: false, kind: 'refused', message: 'no network in tests' } as const);
  const chat = startConversation(openBot(await readExport(join(b.folder, 'live.zip'))), {
    transport: { send },
    sandbox,
  });
  return (await chat.say('order status')).messages.map((m) => m.rtm.text).join('\n');
};

const withPrompt = (bot: KoreBot, text: string) =>
  edited(bot, (d) => {
    const [entry] = component(d, 'OrderId').message ?? [];
    if (entry?.localeData['en']) entry.localeData['en'].text = encodeURIComponent(text);
  });

describe.each(['xo10', 'xo11'] as const)('on %s', (target) => {
  it('deploys a new bot, and what is pulled does not differ from what was built', async () => {
    const { bench: b } = await open(target);
    const deployed = await b.run(['deploy']);
    expect(deployed).toMatchObject({ code: 0, err: '' });
    const [stored] = b.bots();
    expect(deployed.out).toContain(stored?.id);
    expect(stored?.values).toEqual(
      new Map([
        ['STORE_NAME', 'example-shop'],
        ['STORE_TOKEN', SECRETS.token],
      ]),
    );
    expect(stored?.trained).toEqual(new Set(['en']));
    const record = lastDeployed(join(b.folder, '.xo-backup'), 'orders', target);
    expect(record).toMatchObject({ botId: stored?.id, alone: [] });
    expect(isEmpty(diffBots(await distOf(b, target), await readExport(record?.zip ?? '')))).toBe(true);

    const pulled = await b.run(['pull', '--bot', stored?.id ?? '', '--out', 'live.zip']);
    expect(pulled.code).toBe(0);
    const diff = diffBots(await distOf(b, target), await readExport(join(b.folder, 'live.zip')));
    expect(diff).toMatchObject({ identity: [], dialogs: [], components: [], variables: [], events: [] });
    expect(diff.settings).toEqual([]);
    expect(isEmpty(diff)).toBe(true);
  });

  it('is chatted with as imported; a second deploy updates it and changes exactly the edited prompt', async () => {
    const { bench: b, bot } = await open(target);
    await b.run(['deploy']);
    const before = await distOf(b, target);
    expect(await asked(b)).toContain('Which order number?');
    await b.build(withPrompt(bot, 'Which invoice number?'));
    const second = await b.run(['deploy', '--yes', '--json']);
    expect(JSON.parse(second.out)).toMatchObject({
      ok: true,
      created: false,
      changes: [{ name: 'orders', summary: '1 changed' }],
    });
    expect(b.bots()).toHaveLength(1);
    expect(b.bots()[0]?.values.get('STORE_TOKEN')).toBe(SECRETS.token);

    expect(await asked(b)).toContain('Which invoice number?');
    const live = await readExport(join(b.folder, 'live.zip'));
    expect(isEmpty(diffBots(await distOf(b, target), live))).toBe(true);
    const { dialogs, ...rest } = diffBots(before, live);
    expect(dialogs.map((d) => d.nodes.map((n) => [n.name, n.fields.map((f) => f.field)]))).toEqual([
      [['OrderId', ['prompt (en)']]],
    ]);
    expect(rest).toMatchObject({ identity: [], settings: [], components: [], variables: [], events: [] });
  });

  it('imports nothing when the bot is what the files say', async () => {
    const { bench: b } = await open(target);
    await b.run(['deploy']);
    const calls = b.emulator.calls.length;
    const again = await b.run(['deploy', '--yes']);
    expect(again).toMatchObject({ code: 0 });
    expect(b.emulator.calls.slice(calls)).not.toContain('POST /api/public/bot/:botId/import');
  });
});

describe('what an import leaves alone', () => {
  const addToPlatform = (b: Workbench) => {
    const [stored] = b.bots();
    if (stored === undefined) throw new Error('no bot');
    stored.bot = edited(stored.bot, (d) => {
      const [dialog] = d.dialogs;
      const [sentence] = d.sentences;
      if (!dialog || !sentence) throw new Error('nothing to copy');
      d.dialogs.push({
        ...structuredClone(dialog),
        _id: 'dg-made',
        refId: 'made-by-hand',
        localeData: { en: { name: 'Made by hand', shortDesc: '' } },
      });
      d.sentences.push({ ...structuredClone(sentence), _id: 'f'.repeat(24), sentence: 'added in the builder' });
    });
    return stored;
  };

  it('keeps dialogs made in the builder, and appends or replaces sentences as asked', async () => {
    const { bench: b, bot } = await open('xo11');
    await b.run(['deploy']);
    const stored = addToPlatform(b);
    await b.build(withPrompt(bot, 'One?'));
    expect((await b.run(['deploy', '--yes'])).err).toContain(
      'Made by hand (not in the new files; it stays in the bot)',
    );
    const sentences = () => stored.bot.definition.sentences.map((s) => s.sentence);
    expect(stored.bot.definition.dialogs.map((d) => d.refId)).toContain('made-by-hand');
    expect(sentences()).toContain('added in the builder');
    await b.run(['deploy', '--yes', '--utterances', 'replace']);
    expect(sentences()).not.toContain('added in the builder');
    expect(stored.bot.definition.dialogs.map((d) => d.refId)).toContain('made-by-hand');
  });

  it('updates one action of a bot without its settings', async () => {
    const { bench: b, bot } = await open('xo10');
    await b.run(['deploy']);
    await b.build(edited(withPrompt(bot, 'Two?'), (d) => (d['sessionInactiveTime'] = 1)));
    expect((await b.run(['deploy', '--yes', '--only', 'order-status'])).code).toBe(0);
    const [stored] = b.bots();
    expect(stored?.bot.definition['sessionInactiveTime']).toBe(900000);
    expect(JSON.stringify(stored?.bot.definition)).toContain('Two%3F');
  });
});

describe('secrets', () => {
  it('are in no output, no backup and no state, after success and failure, and in the platform’s own messages neither', async () => {
    const { bench: b, bot } = await open('xo11');
    const runs = [await b.run(['deploy'])];
    const [stored] = b.bots();
    if (stored === undefined) throw new Error('no bot');
    const open_ = stored.bot.config.envVariables.map((v) => ({ ...v, isSecured: false }));
    stored.bot = { ...stored.bot, config: { ...stored.bot.config, envVariables: open_ } };
    await b.build(withPrompt(bot, 'Three?'));
    runs.push(await b.run(['deploy', '--dry-run']), await b.run(['deploy', '--yes', '--json']));
    runs.push(await b.run(['pull', '--bot', stored.id, '--out', 'live.zip']));
    runs.push(await b.run(['deploy', '--yes'], { XO_CLIENT_SECRET: `${SECRETS.admin}-wrong` }));
    expect(runs.map((r) => r.code)).toEqual([0, 0, 0, 0, 1]);
    const everything = [...runs.flatMap((r) => [r.out, r.err]), ...b.written().map((f) => f.toString('latin1'))].join(
      '\n',
    );
    for (const secret of Object.values(SECRETS)) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });
});
