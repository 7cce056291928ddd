import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localBackend } from '../../preview/backend';
import { startConversation } from '../../preview/conversation';
import type { MessageEntry } from '../../kore/format';
import type { OpenedBot } from '../../preview/open-bot';
import { readableLines } from '../../preview/readable';
import { SERVICE_KINDS } from '../../services/registry';
import { BEGINNING } from '../../testing/transcript/harness';
import { sandbox } from '../sandbox';
import { CASES, PROVEN, type Case } from './cases';
import { ROOT } from './play-all';
import { bothTargets } from './variants';

const KINDS = 32;

describe.each(['xo10', 'xo11'] as const)('the built bot on %s', (target) => {
  let bots: Readonly<Record<'staff' | 'shopper', OpenedBot>>;
  let backend: ReturnType<typeof localBackend>;
  let now = BEGINNING;

  beforeAll(async () => {
    const [staff, shopper] = [await built.staff, await built.shopper].map((one) => one[target]);
    if (staff === undefined || shopper === undefined) throw new Error('not built');
    bots = { staff, shopper };
    backend = localBackend(
      staff,
      SERVICE_KINDS.map((kind) => kind.create({ now: () => now })),
      { given: {}, known: {} },
    );
    await Promise.all(backend.services.map((service) => service.start()));
  });
  afterAll(() => backend.close());

  it.each(CASES.filter(({ on }) => on.includes(target)).map((one) => [one.kind, one.say.join(' > '), one] as const))(
    'kind %i: %s',
    async (_kind, _said, one) => {
      const last = await answerTo(one);
      expect(last).toMatch(one.right);
      if (one.never) expect(last).not.toMatch(one.never);
    },
  );

  it('ends every way of every dialog with buttons, in each language', () => {
    const ways = [bots.staff, bots.shopper].flatMap(lastMessages);
    expect(ways.length).toBeGreaterThan(100);
    expect(ways.filter(({ text }) => !/quick_replies|\bbuttons\b/.test(text)).map(({ name }) => name)).toEqual([]);
  });

  async function answerTo({ say, language, shopper }: Case): Promise<string> {
    // The store has as many requests for every one of them.
    now += 5000;
    const conversation = startConversation(bots[shopper === undefined ? 'staff' : 'shopper'], {
      transport: backend.transport,
      env: backend.env,
      clock: () => now,
      sandbox,
      ...(language && { language }),
      session: { BotUserSession: shopper === undefined ? {} : { verifiedEmail: shopper } },
    });
    let lines: readonly string[] = [];
    for (const sentence of say) {
      const { messages } = await conversation.say(sentence);
      lines = messages.flatMap(({ rtm }) => readableLines(rtm));
    }
    return lines.join('\n');
  }
});

/** What the web chat is told where a dialog ends, and where a task fails, in each language. */
function lastMessages(bot: OpenedBot): readonly { readonly name: string; readonly text: string }[] {
  const texts = (name: string, entries: readonly MessageEntry[] = []) => {
    const shown = entries.find(({ channel }) => channel === 'rtm') ?? entries[0];
    return bot.languages.map((language) => {
      const text = shown?.localeData[language]?.text ?? '';
      return { name: `${name} (${language})`, text: decodeURIComponent(text) };
    });
  };
  const failure = bot.kore.definition.botEvents['TASK_FAILURE_EVENT'];
  return [
    ...texts('a task that fails', (failure as { readonly msg?: readonly MessageEntry[] } | undefined)?.msg),
    ...bot.dialogs.flatMap((dialog) =>
      dialog.nodes.flatMap((node) => {
        const ends = (node.transitions ?? []).some((way) => ('then' in way ? way.then : way.default) === 'end');
        const component = bot.componentById.get(node.componentId);
        return node.type === 'message' && ends && component ? texts(component.name, component.message) : [];
      }),
    ),
  ];
}

const built = { staff: bothTargets(ROOT, 'shopify', 'staff'), shopper: bothTargets(ROOT, 'shopify', 'shopper') };

describe('the list of kinds', () => {
  it('is proven as a whole, each kind with cousins', () => {
    const proven = Array.from({ length: KINDS }, (_, i) => i + 1).map((kind) => ({
      kind,
      cousins: CASES.filter((one) => one.kind === kind).length,
      missing: (PROVEN[kind] ?? []).filter((path) => !existsSync(join(ROOT, path))),
    }));
    const lacking = proven.filter(({ kind, cousins, missing }) => (cousins < 4 && !PROVEN[kind]) || missing.length > 0);
    expect(lacking).toEqual([]);
  });
});
