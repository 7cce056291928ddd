import { describe, expect, test } from 'vitest';
import { batchTests } from '../../generator/batch/batch-test';
import { check } from '../../generator/check';
import { collect } from '../../generator/diagnostics/diagnostic';
import { TARGETS } from '../../kore/format';
import { botOf, built, edited, specsOf } from '../build/specs';

const ANSWERS = `answers:
  thanks:
    title: Thanks
    description: When someone thanks.
    utterances: [thanks, thank you so much]
    tests: [cheers]
    text: You are welcome.
    buttons:
      - { title: Points, action: find-points }
`;
/** As messages have it. */
const SAID = encodeURIComponent('You are welcome.');

const folder = edited(specsOf('parcels'), 'bot.yaml', (text) => `${text}\n${ANSWERS}`);
const bot = botOf(folder);

describe.each(TARGETS)('an answer of bot.yaml on %s', (target) => {
  const { definition } = built(bot, target);
  const dialog = definition.dialogs.find((one) => one.localeData?.['en']?.['name'] === 'Thanks');

  test('is a dialog that people can start, and that says its text', () => {
    expect(dialog?.isHidden).not.toBe(true);
    expect(JSON.stringify(definition).includes(SAID)).toBe(true);
    expect((definition.sentences ?? []).map((s) => s.sentence)).toEqual(
      expect.arrayContaining(['thanks', 'thank you so much']),
    );
  });

  test("does not stand in an action's own zip", () => {
    expect(JSON.stringify(built(bot, target, 'find-points').definition).includes(SAID)).toBe(false);
  });

  test('changes no id of the other dialogs', () => {
    const ids = (of: typeof bot) => built(of, target).definition.dialogs.map((one) => one._id);
    const before = ids(botOf(specsOf('parcels')));
    expect(ids(bot).filter((id) => id !== dialog?._id)).toEqual(before);
  });
});

test('what is held back of an answer is in the batch tests, under its title', () => {
  const [json] = batchTests(bot).filter(({ path }) => path.endsWith('batch-test.json'));
  expect(JSON.parse(json?.bytes.toString('utf8') ?? '')).toMatchObject({
    testCases: expect.arrayContaining([{ input: 'cheers', intent: 'Thanks' }]) as unknown,
  });
});

test.each([
  ['a button that leads nowhere', 'action: find-points }', 'action: find-pionts }', 'unknown-action'],
  ['a sentence that an action has', '[thanks,', '[where is the nearest drop-off point,', 'duplicate-utterance'],
  ['the title of an action', 'title: Thanks', 'title: Find drop-off points', 'duplicate-title'],
  ['a placeholder', 'You are welcome.', 'You are welcome, ${name}.', 'unknown-placeholder'],
])('%s in an answer is a mistake', (_, from, to, code) => {
  const { report, diagnostics } = collect();
  const broken = edited(folder, 'bot.yaml', (text) => text.replace(from, to));
  check(botOf(broken), broken, report);
  expect(diagnostics.map((d) => d.code)).toContain(code);
});
