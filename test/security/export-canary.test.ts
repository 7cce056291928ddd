import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanExport } from '../../deploy/clean-export';
import { openBot } from '../../preview/open-bot';
import { startWeb } from '../../preview/web/start-web';
import type { KoreBot } from '../../kore/format';
import { DEFINITION_FILE } from '../../kore/format';
import { pack } from '../../kore/zip/pack';
import { readEntries } from '../../kore/zip/entries';
import { temporary } from '../build/specs';
import { said } from '../cli/recorded';
import { variables, workbench, type Workbench } from '../deploy/workbench';
import { readBot } from '../kore/diff/bots';
import { CANARY, countIn, planted, plantedBot, RANDOM, VENDOR_PARTS } from './planted-export';

const LAYOUTS = ['botaction', 'flat', 'xo11'] as const;

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const filesOf = ({ target, definition, config }: KoreBot) => [
  { path: DEFINITION_FILE[target], bytes: json(definition) },
  { path: 'config.json', bytes: json(config) },
];

/** A text with all that may be wrapped around a canary taken off. */
function plain(bytes: Buffer | string): string {
  const text = bytes.toString();
  const decoded = text.replace(/(?:%[0-9A-F]{2})+/gi, (encoded) =>
    Buffer.from(encoded.replaceAll('%', ''), 'hex').toString(),
  );
  return `${text}${decoded}`;
}

async function expectNone(what: string, bytes: Buffer | string): Promise<void> {
  const isZip = Buffer.isBuffer(bytes) && bytes.subarray(0, 2).toString('latin1') === 'PK';
  const files = isZip ? [...(await readEntries(bytes)).values()] : [bytes];
  for (const file of files) {
    const at = plain(file).indexOf(RANDOM);
    expect(at < 0 ? 'none' : `${what}: …${plain(file).slice(at - 150, at + 10)}`).toBe('none');
  }
}

/** An export on the disk, with the canary in every text. */
async function exported(bot: KoreBot): Promise<string> {
  const folder = temporary();
  const zip = join(folder, 'live.zip');
  writeFileSync(zip, await pack(filesOf(bot)));
  return zip;
}

describe.each(LAYOUTS)('a token in every text of an export (%s)', (layout) => {
  test('is in no text of the backup, whatever the text is for', async () => {
    const bot = await readBot(layout);
    const whole = planted(
      { definition: { ...bot.definition, ...VENDOR_PARTS }, config: { ...bot.config, envVariables: variables } },
      false,
    );
    expect(countIn(whole)).toBeGreaterThan(200);
    const files = new Map([
      [DEFINITION_FILE[bot.target], json(whole.definition)],
      ['config.json', json(whole.config)],
      ['functions.js', Buffer.from(`function f() { return '${CANARY}'; }`)],
      ['notes.txt', Buffer.from(CANARY)],
    ]);
    await expectNone('the backup', (await cleanExport(files, [])).zip);
  });

  test('is in nothing that diff prints', async () => {
    const bot = await readBot(layout);
    const [before, after] = [await exported(bot), await exported(plantedBot(bot))];
    for (const args of [[], ['--json'], ['--markdown']])
      for (const [one, other] of [
        [before, after],
        [after, before],
      ] as const) {
        const { out, err } = await said(temporary(), 'diff', one, other, ...args);
        expect(out.length).toBeGreaterThan(1000);
        await expectNone(`diff ${args.join()}`, out + err);
      }
  });

  test('is in no answer of the preview’s page and chat', async () => {
    const bot = plantedBot(await readBot(layout));
    const root = temporary();
    mkdirSync(join(root, 'specs'));
    const web = await startWeb({ root, file: await exported(bot), port: 0 });
    try {
      await expectNone('the page', await visited(web.url, bot));
    } finally {
      await web.close();
    }
  });
});

/** Everything that the page asks for while somebody talks and looks at every node. */
async function visited(url: string, bot: KoreBot): Promise<string> {
  const page = await (await fetch(url)).text();
  const token = /name="token" content="([^"]+)"/.exec(page)?.[1] ?? '';
  const tab = '00000000-0000-4000-8000-000000000000';
  const get = async (path: string, base = url) => (await fetch(new URL(path, base))).text();
  const view = await get(`/api/${tab}`);
  const chat = (JSON.parse(view) as { chatUrl: string }).chatUrl;
  const seen = [page, view, await get(chat)];
  const { jwt } = (await (
    await fetch(new URL('/jwt', chat), { method: 'POST', headers: { origin: new URL(chat).origin } })
  ).json()) as { jwt: string };
  for (const text of ['order status', '1001', `where is ${CANARY}`]) {
    const answer = await fetch(new URL(`/chatbot/v2/webhook/st-${tab}`, chat), {
      method: 'POST',
      headers: { authorization: `bearer ${jwt}`, origin: new URL(chat).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ message: { type: 'text', val: text }, from: { id: 'x' }, session: { new: false } }),
    });
    expect([text, answer.status]).toEqual([text, 200]);
    seen.push(await answer.text());
  }
  for (const dialog of openBot(bot).dialogById.values()) {
    const at = `dialog=${encodeURIComponent(dialog.refId)}`;
    seen.push(await get(`/api/${tab}/flow?${at}`));
    const { nodes } = JSON.parse(seen.at(-1) ?? '{}') as { nodes: readonly { id: string }[] };
    for (const { id } of nodes) seen.push(await get(`/api/${tab}/node?${at}&node=${encodeURIComponent(id)}`));
  }
  seen.push(await get(`/api/${tab}/transcript`), await get(`/api/${tab}`));
  expect(token === '' ? 'no page' : seen.length).toBeGreaterThan(10);
  return seen.join('\n').replaceAll(jwt, '');
}

describe('a token in every text of a live bot', () => {
  let bench: Workbench | undefined;
  afterEach(async () => bench?.close());

  test.each(['xo10', 'xo11'] as const)('is in no output and no file of pull, deploy and diff on %s', async (target) => {
    bench = await workbench({ target });
    const bot = await readBot(target === 'xo10' ? 'botaction' : 'xo11');
    await bench.build(bot);
    expect((await bench.run(['deploy'])).code).toBe(0);
    const [stored] = bench.bots();
    if (stored === undefined) throw new Error('no bot');
    stored.bot = plantedBot(stored.bot);
    const ends = [];
    for (const args of [
      ['pull', '--bot', stored.id, '--out', 'live.zip'],
      ['pull', '--bot', stored.id, '--out', 'again.zip', '--json'],
      ['diff', 'live.zip', `dist/orders-${target}.zip`, '--json'],
      ['deploy', '--dry-run'],
      ['deploy', '--dry-run', '--json'],
      ['deploy', '--yes', '--utterances', 'replace'],
    ])
      ends.push({ args, ...(await bench.run(args)) });
    expect(ends.map(({ args, code, err }) => [args[0], code, code === 0 ? '' : err])).toEqual(
      ends.map(({ args }) => [args[0], 0, '']),
    );
    for (const { args, out, err } of ends) await expectNone(args.join(' '), out + err);
    expect(bench.written().length).toBeGreaterThan(3);
    for (const file of bench.written()) await expectNone('a file', file);
  });
});
