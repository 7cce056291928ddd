import { sandbox } from '../../sandbox';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffBots } from '../../../kore/diff/diff-bots';
import { renderHuman } from '../../../kore/diff/render-human';
import type { Definition, KoreBot } from '../../../kore/format';
import { readExport } from '../../../kore/read-export';
import type { ReadBot } from '../../../kore/read-export';
import { startConversation } from '../../../preview/conversation';
import { openBot } from '../../../preview/open-bot';
import { botOf, built, specsOf } from '../../build/specs';
import { read } from './odd';

const EXPORTS = join(__dirname, '..', '..', 'fixtures', 'exports');

/** A folder of further exports to try, each a zip, a folder or a JSON file: real ones are not for a repository. */
const MORE = process.env['KORE_EXPORTS'];

type Holder = Record<string | number, unknown>;
/** As a file has it: no object stands in two places. */
const copyOf = (definition: Definition) => JSON.parse(JSON.stringify(definition)) as Definition;

interface Spot {
  readonly holder: Holder;
  readonly key: string;
  readonly path: readonly string[];
}

/** Every object and list of a definition, but the list of dialogs itself. */
function spots(value: unknown, path: readonly string[] = []): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => {
    const member = holder[key];
    if (typeof member !== 'object' || member === null) return [];
    const here = { holder, key, path: [...path, key] };
    return [...(path.length === 0 && key === 'dialogs' ? [] : [here]), ...spots(member, here.path)];
  });
}

const SPOILERS = Object.entries<(spot: Spot) => void>({
  removed: ({ holder, key }) => void Reflect.deleteProperty(holder, key),
  emptied: ({ holder, key }) => void (holder[key] = Array.isArray(holder[key]) ? [] : {}),
  'turned into text': ({ holder, key }) => void (holder[key] = 'odd'),
  'turned into a number': ({ holder, key }) => void (holder[key] = 7),
  'turned into null': ({ holder, key }) => void (holder[key] = null),
  'turned into its opposite': ({ holder, key }) => void (holder[key] = Array.isArray(holder[key]) ? {} : [1]),
});

const CHECKED = ['dialogs', 'dialogComponents', 'sentences', 'patterns', 'botEvents'] as const;
const members = (bot: ReadBot) =>
  CHECKED.flatMap((list) =>
    Object.entries(bot.definition[list]).map(([i, v]) => ({
      path: `${list}/${i}`,
      text: `${list} ${JSON.stringify(v)}`,
    })),
  );

/** What of the whole bot is missing in what was read, but for the member that was spoiled. */
function lost(whole: readonly { readonly path: string; readonly text: string }[], got: ReadBot, { path }: Spot) {
  const there = new Set(members(got).map(({ text }) => text));
  return whole.filter((m) => !`${m.path}/`.startsWith(`${path.slice(0, 2).join('/')}/`) && !there.has(m.text));
}

/** Spoils every `step`th spot in `ways` of the ways, which change from spot to spot, and looks at what opens. */
async function opens(bot: KoreBot, ways: number, step = 1): Promise<number> {
  const name = bot.target === 'xo11' ? 'appDefinition.json' : 'botDefinition.json';
  const whole = await read(bot.definition, bot.config, name);
  const before = members(whole);
  const count = spots(bot.definition).length;
  let tried = 0;
  for (let i = 0; i < count; i += step) {
    for (let way = 0; way < ways; way += 1) {
      const [how, spoil] = SPOILERS[(i + way) % SPOILERS.length]!;
      const copy = copyOf(bot.definition);
      const spot = spots(copy)[i]!;
      spoil(spot);
      const where = `/${spot.path.join('/')} ${how}`;
      const got = await read(copy, bot.config, name);
      expect(lost(before, got, spot), where).toEqual([]);
      expect(() => openBot(got), where).not.toThrow();
      expect(() => renderHuman(diffBots(whole, got), { color: false }), where).not.toThrow();
      expect(() => renderHuman(diffBots(got, whole), { color: false }), where).not.toThrow();
      tried += 1;
    }
  }
  return tried;
}

/** Connects to every `step`th spoiled bot and says something; the player must not fail by itself. */
async function plays(bot: KoreBot, step: number): Promise<void> {
  const send = () => Promise.resolve({ ok: true, status: 200, headers: {}, body: '{}' } as const);
  for (let i = 0; i < spots(bot.definition).length; i += step) {
    const copy = copyOf(bot.definition);
    const spot = spots(copy)[i]!;
    SPOILERS[i % SPOILERS.length]![1](spot);
    const chat = startConversation(openBot(await read(copy, bot.config)), { sandbox, transport: { send } });
    for (const turn of [await chat.connect(), await chat.say('order status'), await chat.say('1001')])
      expect(turn.notes.map((n) => n.text).join(), spot.path.join('/')).not.toContain('the player itself failed');
  }
}

describe('an export with any one object removed, retyped or emptied', () => {
  it.each(['botaction', 'flat', 'xo11'])('opens, and all the rest is read (%s)', async (layout) => {
    const bot = await readExport(join(EXPORTS, `order-status-${layout}.json`));
    expect(await opens(bot, 1)).toBeGreaterThan(150);
  });

  it.each(['xo10', 'xo11'] as const)('opens when it is built here (%s)', async (target) => {
    expect(await opens(built(botOf(specsOf('parcels')), target), 1, 13)).toBeGreaterThan(60);
  });

  it.each(['botaction', 'xo11'])('can be talked with (%s)', async (layout) => {
    await plays(await readExport(join(EXPORTS, `order-status-${layout}.json`)), 7);
  });

  it.runIf(MORE !== undefined && existsSync(MORE))(
    'opens: every export in the folder KORE_EXPORTS',
    async () => {
      for (const entry of readdirSync(MORE ?? '', { withFileTypes: true })) {
        if (!entry.isDirectory() && !/\.(zip|json)$/.test(entry.name)) continue;
        const bot = await readExport(join(MORE ?? '', entry.name));
        process.stderr.write(
          `${entry.name}: ${bot.notes.length} notes, ${await opens(bot, SPOILERS.length)} spoiled copies open\n`,
        );
      }
    },
    3_600_000,
  );
});
