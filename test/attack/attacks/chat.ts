import { withinLimits } from '../../../testing/transcript/checks/limits';
import { noBugs } from '../../../testing/transcript/checks/notes';
import { safeRequests } from '../../../testing/transcript/checks/requests';
import { soundTexts } from '../../../testing/transcript/checks/texts';
import { startHarness } from '../../../testing/transcript/harness';
import type { PlayedTurn } from '../../../testing/transcript/run';
import type { Transcript } from '../../../generator/transcript/transcript';
import { PROJECT } from '../../build/specs';
import { ownDataOnly } from '../../conversations/own-data-only';
import { botBuilder } from '../../conversations/variants';
import { sandbox } from '../../sandbox';
import { PIECES } from '../../fuzz/hostile';
import { LISTED } from '../../window/texts';
import { held, type Attack, type Surface } from '../attack';

const CHECKS = [soundTexts, withinLimits, noBugs, safeRequests, ownDataOnly];

const SEARCHES: readonly string[] = [
  ...[
    '* OR status:draft',
    '"mug" OR title:*',
    'mug) OR (id:>0',
    'title:mug',
    'NOT mug',
    'mug AND published_status:hidden',
  ],
  ...['#1001 OR name:*', 'name:#1001', '1001" OR "1002', 'ada@example.com OR email:*', 'email:ada@example.com'],
  ...['gid://shopify/Order/5600000001001', 'gid://shopify/Customer/1 }', '"}, "first": 250', '\\"}) { shop { name } }'],
];

/** How a text gets into a conversation. */
const SAID: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `where is order ${text}`,
  (text) => `show me ${text}`,
  (text) => `find the customer ${text}`,
];

const walk = (audience: string): Transcript => ({
  name: 'attack',
  path: 'test/attack',
  line: 1,
  steps: [],
  settings: { bot: 'shopify', audience, env: {}, session: {} },
});

/** A person in the chat: every word they say. */
export const chat: Surface = {
  name: 'words in the chat',
  open: async () => {
    const openBot = botBuilder(PROJECT);
    const pieces = PIECES.filter((piece) => piece.trim() !== '' && piece.length < 1000);
    const texts = [...new Set([...LISTED, ...SEARCHES, ...pieces])];
    const closing: (() => Promise<void>)[] = [];
    const attacks: Attack[] = [];
    for (const target of ['xo10', 'xo11'] as const) {
      for (const audience of ['staff', 'shopper']) {
        const transcript = walk(audience);
        const harness = await startHarness(transcript, target, { openBot, readFile: () => '', sandbox });
        closing.push(() => harness.close());
        const all: PlayedTurn[] = [];
        texts.forEach((text, i) => {
          const said = SAID[i % SAID.length]?.(text) ?? text;
          attacks.push({
            what: `${target}, ${audience}: ${JSON.stringify(said).slice(0, 200)}`,
            play: async () => {
              const turn = await harness.conversation.say(said);
              const input = { kind: 'say' as const, text: said };
              all.push({ said, turn, step: { line: 1, before: [], input, bot: [], voice: [], after: [] } });
              const problems = CHECKS.flatMap((check) => check(harness, all.slice(-8), transcript));
              held(problems.length === 0, () => problems.join('; '));
              held(!JSON.stringify(turn).includes(harness.secrets[0] ?? '\0'), () => 'a turn holds a secret');
            },
          });
        });
      }
    }
    return { attacks, close: async () => void (await Promise.all(closing.map((close) => close()))) };
  },
};
