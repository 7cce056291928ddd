import { sandbox } from '../../sandbox';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readExport } from '../../../kore/read-export';
import { ExportError } from '../../../kore/reading/export-error';
import type { KoreBot } from '../../../kore/format';
import { startConversation } from '../../../preview/conversation';
import { openBot } from '../../../preview/open-bot';
import { botOf, built, specsOf } from '../../build/specs';
import type { Fuzzer } from '../fuzzer';
import { tally, walkThrough } from '../fuzzer';
import { hostileText } from '../hostile';
import { must } from '../judge';

/** Scripts that mean harm, percent-encoded as an export has them. */
const SCRIPTS = [
  'for (;;);',
  'print("x".repeat(1e8))',
  'context.x = new Array(1e9).join("y")',
  '(function f() { f(); })()',
  'this.constructor.constructor("return process")().exit(3)',
  'print(typeof process + typeof require + typeof globalThis.fetch)',
  'context = null',
  'Object.prototype.polluted = 1; context.__proto__.polluted = 1',
  'delete context.session; delete context.entities; entities = 5',
  'throw { toString: null }',
  'print(JSON.stringify({ type: "template", payload: null }))',
].map((code) => encodeURIComponent(code));

const odd: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, '', 'end', [], {}, [null], 1e300, '%', '%7B%7B', '{{x}}'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...SCRIPTS) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.jsonValue() },
);

interface Change {
  readonly kind: 'set' | 'delete' | 'copy' | 'proto';
  readonly at: number;
  readonly other: number;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('set', 'set', 'delete', 'copy', 'proto'),
  at: fc.nat(),
  other: fc.nat(),
  value: odd,
});

type Place = readonly [holder: Record<string, unknown>, key: string];

function placesOf(value: unknown, found: Place[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    found.push([value as Record<string, unknown>, key]);
    placesOf(member, found);
  }
  return found;
}

function mutate(bot: KoreBot, changes: readonly Change[]): string {
  const copy = structuredClone({ dialogs: bot.definition.dialogs, dialogComponents: bot.definition.dialogComponents });
  for (const { kind, at, other, value } of changes) {
    const places = placesOf(copy);
    const [holder, key] = places[at % places.length] ?? [{}, ''];
    const [giver, from] = places[other % places.length] ?? [{}, ''];
    if (kind === 'delete') Reflect.deleteProperty(holder, key);
    else if (kind === 'copy') holder[key] = structuredClone(giver[from]);
    else if (kind === 'set') holder[key] = value;
    else
      Object.defineProperty(holder, '__proto__', {
        value: { polluted: value },
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return JSON.stringify({ ...bot.definition, ...copy });
}

/** An export from a stranger: it is refused, or played in bounded time; nothing is thrown, nothing leaves the sandbox. */
export const playerDefinitions: Fuzzer = {
  name: 'definitions',
  walk: async (how) => {
    const { count, counts } = tally();
    const parcels = botOf(specsOf('parcels'));
    const bots = [built(parcels, 'xo10'), built(parcels, 'xo11')];
    const place = mkdtempSync(join(tmpdir(), 'definition-'));
    const cases = fc.record({ which: fc.nat(1), changes: fc.array(change, { minLength: 1, maxLength: 8 }) });
    try {
      const done = await walkThrough(
        cases,
        async ({ which, changes }) => {
          const bot = bots[which];
          if (!bot) return;
          const file = join(place, which === 0 ? 'botDefinition.json' : 'appDefinition.json');
          writeFileSync(file, mutate(bot, changes));
          writeFileSync(join(place, 'config.json'), JSON.stringify(bot.config));
          const read = await readExport(file).catch((error: unknown) => {
            must(error instanceof ExportError, () => `readExport throws ${String((error as Error).stack)}`);
            return undefined;
          });
          count(read ? 'played' : 'refused');
          if (read && (await play(read))) count('asked');
        },
        how,
      );
      return { cases: done, counts };
    } finally {
      rmSync(place, { recursive: true });
    }
  },
};

const SAID = ['what can you do for me', 'find drop-off points in Bath', 'big', '5', 'book a pickup', '2', 'x'];

/** Whether the bot asked its service for anything. */
async function play(bot: KoreBot): Promise<boolean> {
  const answer = {
    ok: true,
    status: 200,
    headers: {},
    body: '{"data":{"points":[{"kind":"shop","name":"A"}]},"__proto__":{"polluted":1}}',
  } as const;
  const conversation = startConversation(openBot(bot), {
    sandbox,
    transport: { send: () => Promise.resolve(answer) },
    env: { PARCELS_TOKEN: 'canary-0123456789' },
    clock: () => 0,
  });
  let asked = false;
  for (const said of [undefined, ...SAID]) {
    const turn = await (said === undefined ? conversation.connect() : conversation.say(said));
    asked ||= turn.calls.length > 0;
    must(turn.ms < 120_000, () => `a turn took ${turn.ms} ms`);
    const failed = turn.notes.find(({ text }) => text.includes('the player itself failed'));
    must(failed === undefined, () => String(failed?.text));
    must(!/objectfunction|functionfunction/.test(JSON.stringify(turn.messages)), () => 'a script sees the process');
    must(!JSON.stringify({ ...turn, messages: [] }).includes('canary-0123456789'), () => 'a record holds the token');
  }
  must(!('polluted' in Object.prototype), () => 'the prototype of all objects was changed');
  return asked;
}
