import fc from 'fast-check';
import { expect, test } from 'vitest';
import { descriptionsDiffer } from '../../generator/check/descriptions';
import type { Bot } from '../../generator/model/model';
import { botOf, specsOf } from '../build/specs';

const bot = botOf(specsOf('parcels'));
const [action] = bot.actions;
const where = action?.title.where;

/** What the rule says of these sentences, one for each action: for each that is reported, the first action that is like it. */
function reported(sentences: readonly string[]): readonly string[] {
  const actions = sentences.map((text, i) => ({ ...action, id: `a${i}`, descriptions: [{ text: [text], where }] }));
  const said: string[] = [];
  const many = { ...bot, locales: [{ ...bot.locales[0], actions }] } as unknown as Bot;
  descriptionsDiffer(many, (_place, _code, ...args: readonly unknown[]) => void said.push(String(args[0])), {
    bytes: () => undefined,
    files: [],
  });
  return said;
}

/** The same, sentence by sentence. */
function compared(sentences: readonly string[]): readonly string[] {
  const words = sentences.map((text) => new Set(text.split(' ').filter((word) => word.length >= 4)));
  return words.flatMap((one, i) => {
    const twin = words.slice(0, i).findIndex((other) => {
      const shared = [...one].filter((word) => other.has(word)).length;
      return shared / new Set([...one, ...other]).size >= 0.75;
    });
    return twin < 0 ? [] : [`a${twin}`];
  });
}

test('finds what comparing every two sentences finds', () => {
  const word = fc.constantFrom('order', 'where', 'show', 'list', 'parcel', 'about', 'price', 'of', 'a');
  const sentence = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
      expect(reported(sentences)).toEqual(compared(sentences));
    }),
    { numRuns: 1_000 },
  );
});

test('ten thousand sentences take no time', () => {
  const sentences = Array.from(
    { length: 10_000 },
    (_, i) => `list every order of customer number${i} from shop${i % 97}`,
  );
  const start = process.cpuUsage();
  reported(sentences);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
});
