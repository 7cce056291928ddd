import { sandbox } from '../sandbox';
import { storeOf } from '../store-of';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printFailure } from '../../testing/transcript/failure';
import { FAULT_KINDS } from '../../services/shopify/protocol/faults';
import type { PlayedTurn } from '../../testing/transcript/run';
import { startHarness } from '../../testing/transcript/harness';
import { parseTranscripts } from '../../generator/transcript/parse';
import { transcriptOf } from '../../preview/web/transcript';
import { turnView } from '../../preview/web/turn-view';
import { botBuilder } from '../conversations/variants';
import { built, botOf, SHOP, rootWith, specsOf } from '../build/specs';
import { SECRETS, workbench } from '../deploy/workbench';
import { run } from '../faults/project';

/** The ways in which a value could be written down. */
const formsOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
];

function expectNone(secrets: readonly string[], where: string, text: string): void {
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8);
    for (const form of formsOf(secret)) expect(text.includes(form), `${where} holds a secret`).toBe(false);
  }
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name));

/** Invented; each stands in a variable of a name that our bots have. */
const CANARIES = {
  SHOPIFY_ACCESS_TOKEN: 'canary+token/1"%&=0f8e7d6c',
  SHOPIFY_CLIENT_SECRET: 'canary-secret-5b4a3928',
  PARCELS_TOKEN: 'canary-parcels-77aa66bb',
};

test('a build writes and says nothing of what the surroundings hold', async () => {
  const root = rootWith('shopify', 'parcels');
  try {
    const ends = [];
    for (const args of [['build'], ['build', '--json'], ['build', '--check'], ['diff']])
      ends.push(await run(root, { args, env: CANARIES }));
    expectNone(Object.values(CANARIES), 'the console', JSON.stringify(ends));
    const files = filesBelow(join(root, 'dist'));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) expectNone(Object.values(CANARIES), file, decoded(readFileSync(file)));
  } finally {
    rmSync(root, { recursive: true });
  }
});

/** Zips are stored, not deflated: their bytes are their text. */
const decoded = (bytes: Buffer) => bytes.toString('latin1');

const CHAT = `
@CREDENTIALS
user: show me all collections
user: find the customer ada@example.com
user: where is order #1001
user: orders of customer 6400000000001
user: show me mugs
user: \${env.SHOPIFY_ACCESS_TOKEN} {{env.SHOPIFY_ACCESS_TOKEN}} {{env.SHOPIFY_CLIENT_SECRET}}
user: where is order {{env.SHOPIFY_ACCESS_TOKEN}}
`;
const openBot = botBuilder(SHOP);

describe.each(['xo10', 'xo11'] as const)('on %s', (target) => {
  test.each(['accessToken', 'clientCredentials'])(
    'no message, note, call, page or transcript of a conversation shows what %s needs, whatever the store does',
    async (credentials) => {
      const [transcript] = parseTranscripts(
        'specs/shopify/canary.chat',
        CHAT.replace('@CREDENTIALS', `@credentials ${credentials}`),
      );
      if (!transcript) throw new Error('no transcript');
      const harness = await startHarness(transcript, target, { openBot, readFile: () => '', sandbox });
      try {
        const secrets = new Set(harness.secrets);
        const turns: PlayedTurn[] = [];
        const faults = [undefined, ...FAULT_KINDS.filter((kind) => !['slow', 'big', 'timeout'].includes(kind))];
        for (const fault of faults) {
          for (const step of transcript.steps) {
            if (fault !== undefined)
              await harness.store?.faults.next(fault, { on: fault === '403' ? 'oauth' : 'graphql' });
            const said = step.input.kind === 'say' ? step.input.text : '';
            turns.push({ step, said, turn: await harness.conversation.say(said) });
            const token = harness.conversation.session().BotContext['shopifyAccessToken'];
            if (typeof token === 'string') secrets.add(token);
          }
          await harness.store?.faults.clear();
          harness.clock.advance(90_000_000);
        }
        const all = [...secrets];
        expect(all.length).toBeGreaterThan(credentials === 'accessToken' ? 0 : 1);
        const around = { index: 0, context: harness.conversation.context(), session: harness.conversation.session() };
        const views = turns.map(({ turn, said }) => turnView(turn, { ...around, said: said ?? '' }, harness.secrets));
        const bot = { id: 'b', name: 'b' } as Parameters<typeof transcriptOf>[0];
        const problems = [{ line: 1, message: 'shown' }];
        expectNone(all, 'a turn', JSON.stringify(turns.map((t) => t.turn)));
        expectNone(all, 'the page', JSON.stringify(views));
        expectNone(all, 'a transcript', transcriptOf(bot, views));
        expectNone(all, 'a failure', printFailure({ transcript, target, bot: harness.bot, env: {}, turns, problems }));
        expectNone(all, 'the request log', JSON.stringify(storeOf(harness.store)?.requests));
        expect(JSON.stringify(turns.map((t) => t.turn.calls))).toContain('••••');
      } finally {
        await harness.close();
      }
    },
  );
});

test('a dry run of a deployment says nothing of its secrets', async () => {
  const bench = await workbench({ target: 'xo11' });
  try {
    await bench.build(built(botOf(specsOf('parcels')), 'xo11'));
    const ended = await bench.run(['deploy', '--dry-run']);
    expect(ended.code).toBe(0);
    expectNone(Object.values(SECRETS), 'the console', JSON.stringify(ended));
    expectNone(Object.values(SECRETS), 'a file', bench.written().map(decoded).join('\n'));
  } finally {
    await bench.close();
  }
});
