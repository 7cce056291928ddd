import { sandbox } from '../../sandbox';
import fc from 'fast-check';
import { DISCARD_COMMANDS } from '../../../preview/inferred';
import { withinLimits } from '../../../testing/transcript/checks/limits';
import { noBugs } from '../../../testing/transcript/checks/notes';
import { safeRequests } from '../../../testing/transcript/checks/requests';
import { soundTexts } from '../../../testing/transcript/checks/texts';
import { shownButtons } from '../../../preview/readable';
import type { PlayedTurn } from '../../../testing/transcript/run';
import { startHarness, type Harness } from '../../../testing/transcript/harness';
import type { Transcript } from '../../../generator/transcript/transcript';
import { FAULT_KINDS, type StoreFaultKind } from '../../../services/shopify/protocol/faults';
import type { Turn } from '../../../preview/turn';
import { ownDataOnly } from '../../conversations/own-data-only';
import { SHOP } from '../../build/specs';
import { botBuilder } from '../../conversations/variants';
import type { Fuzzer } from '../fuzzer';
import { tally, walkThrough } from '../fuzzer';
import { hostileText } from '../hostile';
import { must } from '../judge';

/** One thing a person does. A click presses the button with this number of those shown last. */
type Act =
  | { readonly say: string }
  | { readonly click: number }
  | { readonly fault: StoreFaultKind }
  | { readonly wait: number };

/** Sentences that start an action, and answers to what the actions ask. */
const SENTENCES: readonly string[] = [
  ...['hi', 'help me get started', 'where is my order', 'where is order #1001', 'where is order 5600000001006'],
  ...['show me all collections', 'show more', 'find products', 'show me mugs', 'details of product 7700000000001'],
  ...['find the customer ada@example.com', 'orders of customer 6400000000001', 'cancel', 'yes', 'no', 'stop', '2', ''],
  ...[
    '#1001',
    '1001',
    '#1003',
    '5600000001001',
    'ada@example.com',
    '6400000000001',
    '2900000000001',
    'mug',
    '"mug" OR *',
  ],
  ...['gid://shopify/Order/5600000001001', 'gid://shopify/Product/1', '0', '-1', 'name:*', 'x'.repeat(2000)],
];

/** `slow` and `big` cost time, and the transcripts have them. */
const FAULTS = FAULT_KINDS.filter((kind) => kind !== 'slow' && kind !== 'big');

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(20).map((click) => ({ click })) },
  { weight: 5, arbitrary: fc.constantFrom(...SENTENCES).map((say) => ({ say })) },
  { weight: 3, arbitrary: hostileText.map((say) => ({ say })) },
  { weight: 1, arbitrary: fc.constantFrom(...FAULTS).map((fault) => ({ fault })) },
  { weight: 1, arbitrary: fc.constantFrom(1000, 3_600_000, 90_000_000).map((wait) => ({ wait })) },
);

const CHECKS = [soundTexts, withinLimits, noBugs, safeRequests, ownDataOnly];

/** More than this a turn does not take: its calls and scripts have limits of their own. */
const LONGEST_TURN_MS = 60_000;

const walkOf = (audience: string, language: string, credentials: string, signedIn: boolean): Transcript => ({
  name: 'a walk',
  path: 'test/fuzz',
  line: 1,
  steps: [],
  settings: {
    bot: 'shopify',
    audience,
    language,
    credentials,
    env: {},
    session: signedIn ? { verifiedEmail: 'ada@example.com' } : {},
  },
});

/** Random walks over the shop's bots on both targets: whatever is said and whatever the store does, every reply is sound. */
export const playerWalks: Fuzzer = {
  name: 'player',
  walk: async (how) => {
    const { count, counts } = tally();
    const openBot = botBuilder(SHOP);
    const cases = fc.record({
      target: fc.constantFrom('xo10' as const, 'xo11' as const),
      audience: fc.constantFrom('staff', 'staff', 'shopper'),
      credentials: fc.constantFrom('accessToken', 'accessToken', 'clientCredentials'),
      language: fc.constantFrom('en', 'en', 'es'),
      signedIn: fc.boolean(),
      acts: fc.array(act, { minLength: 4, maxLength: 14 }),
    });
    const done = await walkThrough(
      cases,
      async ({ target, audience, language, credentials, signedIn, acts }) => {
        const transcript = walkOf(audience, language, credentials, signedIn);
        const harness = await startHarness(transcript, target, { openBot, readFile: () => '', sandbox });
        try {
          const turns: PlayedTurn[] = [];
          await turnOf(harness, transcript, turns, undefined);
          for (const one of acts) {
            if ('fault' in one) await harness.store?.faults.next(one.fault);
            else if ('wait' in one) harness.clock.advance(one.wait);
            else await turnOf(harness, transcript, turns, one);
            count(Object.keys(one)[0] ?? '');
          }
        } finally {
          await harness.close();
        }
      },
      how,
    );
    return { cases: done, counts };
  },
};

async function turnOf(
  harness: Harness,
  transcript: Transcript,
  turns: PlayedTurn[],
  one: { readonly say: string } | { readonly click: number } | undefined,
): Promise<void> {
  const last = turns.at(-1)?.turn;
  const buttons = last === undefined ? [] : shownButtons(last).filter((b) => b.payload !== undefined);
  const said = one === undefined ? undefined : 'say' in one ? one.say : buttons[one.click % buttons.length]?.payload;
  if (one !== undefined && said === undefined) return;
  const turn = await (said === undefined ? harness.conversation.connect() : harness.conversation.say(said));
  const input = said === undefined ? { kind: 'connect' as const } : { kind: 'say' as const, text: said };
  turns.push({ said, turn, step: { line: 1, before: [], input, bot: [], voice: [], after: [] } });
  must(turn.ms < LONGEST_TURN_MS, () => `a turn took ${Math.round(turn.ms)} ms`);
  const problems = CHECKS.flatMap((check) => check(harness, turns, transcript));
  must(problems.length === 0, () => `after ${JSON.stringify(turns.map((t) => t.said))}: ${problems.join('\n')}`);
  must(
    said === undefined || !isSilent(turn) || DISCARD_COMMANDS.includes(said),
    () => `nothing is said to ${JSON.stringify(said)}`,
  );
}

/** Only who ends a task gets no answer: on the platform that one is the account's, not the bot's. */
const isSilent = ({ messages, calls }: Turn): boolean => messages.length === 0 && calls.length === 0;
