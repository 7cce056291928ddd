import Ajv from 'ajv/dist/2020';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../generator/build';
import { expectedOf, type Expected } from '../../generator/suite/expected';
import { conversationTests, type Suite } from '../../generator/suite/conversation-test';
import schema from '../../generator/suite/suite.schema.json';
import { parseTranscripts } from '../../generator/transcript/parse';
import type { Rendered } from '../../preview/turn';
import { startHarness } from '../../testing/transcript/harness';
import { runOptions } from '../conversations/play-all';
import { botOf, SHOP, specsOf, templates } from '../build/specs';

/** Compares words, as Kore.ai's own runner does: in order, without capitals and without what stands between them. */
const wordsIn = (text: string) =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean)
    .join(' ')} `;
const holds = (got: string, wanted: string) => wordsIn(got).includes(wordsIn(wanted));

function fits({ contains }: Expected, got: string): boolean {
  return typeof contains === 'string' ? holds(got, contains) : contains.allOf.every((text) => holds(got, text));
}

/** A text, or a template as JSON; a line break in it is one. */
const shown = ({ text, template }: Rendered) =>
  template === undefined ? text : JSON.stringify(template).replaceAll('\\n', ' ');

type Case = Suite['testCases'][number];

/** Plays a case as the platform would. What fails is told; nothing fails in a sound one. */
async function play(one: Case, target: 'xo10' | 'xo11', language: string): Promise<readonly string[]> {
  const head = `== ${one.name}\n@bot shopify\n@language ${language}\nuser: hello\n`;
  const [transcript] = parseTranscripts('specs/shopify/case.chat', head);
  if (!transcript) throw new Error('no transcript');
  const harness = await startHarness(transcript, target, runOptions(undefined, SHOP));
  const failures: string[] = [];
  try {
    for (const { input, outputs } of one.messages) {
      const { messages } = await harness.conversation.say(input);
      if (messages.length !== outputs.length) failures.push(`${input}: ${messages.length} messages`);
      for (const [i, output] of outputs.entries()) {
        const got = messages[i] ? shown(messages[i].rtm) : '';
        if (!fits(output, got)) failures.push(`${input}: ${JSON.stringify(output.contains)} is not in ${got}`);
      }
    }
  } finally {
    await harness.close();
  }
  return failures;
}

let suites: readonly { readonly path: string; readonly bytes: Buffer; readonly suite: Suite }[];
beforeAll(async () => {
  const { files = [] } = await build(SHOP, 'shopify', templates);
  suites = files
    .filter(({ path }) => /\/conversation-test/.test(path))
    .map((file) => ({ ...file, suite: JSON.parse(file.bytes.toString('utf8')) as Suite }));
});

test('there is a suite for each language, of the observed shape and within the limit', () => {
  expect(suites.map(({ path }) => path)).toEqual([
    'shopify/conversation-test.json',
    'shopify/conversation-test.es.json',
  ]);
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  for (const { suite, bytes } of suites) {
    expect([validate(suite), validate.errors]).toEqual([true, null]);
    expect(bytes.length).toBeLessThanOrEqual(2_000_000);
    expect(suite.testCases.length).toBeGreaterThan(3);
  }
  expect(suites[0]?.suite.testCases.length).toBeGreaterThan(10);
});

test.each(['xo10', 'xo11'] as const)('on %s a case ends as its transcript says', async (target) => {
  for (const { path, suite } of suites)
    // Each case is a transcript, and these are all played on both; a part of them shows that a case says the same.
    for (const one of suite.testCases.filter((_, i) => i % 4 === (target === 'xo10' ? 0 : 2)))
      expect([one.name, await play(one, target, path.includes('.es.') ? 'es' : 'en')]).toEqual([one.name, []]);
});

test('a case fails when the bot says something else, more, or less', async () => {
  const [one] = suites[0]?.suite.testCases ?? [];
  if (!one) throw new Error('no case');
  const [first, ...rest] = one.messages;
  if (!first) throw new Error('no message');
  const changed = (outputs: readonly Expected[]): Case => ({ ...one, messages: [{ ...first, outputs }, ...rest] });
  expect(await play(changed([{ contains: 'nothing of the kind' }]), 'xo10', 'en')).not.toEqual([]);
  expect(await play(changed([]), 'xo10', 'en')).not.toEqual([]);
  expect(await play(changed([...first.outputs, { contains: 'more' }]), 'xo10', 'en')).not.toEqual([]);
});

describe('what a message must hold', () => {
  test.each([
    [
      ['Order #1001', '  Placed: Oct 10, 2026'],
      ['Order #1001', 'Placed', 'Oct 10, 2026'],
    ],
    [
      ['- Bags | From 20 EUR (picture, link)', '  [See products] [More → https://a.example]'],
      ['Bags', 'From 20 EUR', 'See products', 'More'],
    ],
    [
      ['It was * days ago', '...', '/any.*/', '---'],
      ['It was', 'days ago'],
    ],
    [['Say "hello" and go'], ['Say', 'hello', 'and go']],
  ])('%j', (lines, texts) => {
    expect(expectedOf(lines)).toEqual({ contains: { allOf: texts } });
  });
});

test('only what can happen there goes into a suite, and it is parted before it grows too large', () => {
  const bot = botOf(specsOf('shopify'));
  const chat = (text: string) => conversationTests(bot, [{ path: 'specs/shopify/a.chat', text }]);
  expect(chat('== a\n@credentials clientCredentials\nuser: hello there\nbot: Hi\n')).toEqual([]);
  expect(chat('== a\n@store fault throttled\nuser: hello there\nbot: Hi\n')).toEqual([]);
  expect(chat('this is no transcript')).toEqual([]);
  const long = Array.from({ length: 600 }, (_, i) => `== c${i}\nuser: hello there\nbot: ${'words '.repeat(700)}${i}\n`);
  const files = chat(long.join('\n'));
  expect(files.map(({ path }) => path)).toEqual(['shopify/conversation-test.json', 'shopify/conversation-test-2.json']);
  for (const { bytes } of files) expect(bytes.length).toBeLessThanOrEqual(2_000_000);
});
