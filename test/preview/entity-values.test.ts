import { expect, it, vi } from 'vitest';
import type { Component } from '../../kore/format';
import { say } from './build-bot';
import { codes, talkTo, texts } from './talk';

/** What is said to answers to one question, and what is noted beside the dialog's own course. */
async function answers(component: Partial<Component>, ...lines: readonly string[]) {
  const conversation = talkTo({
    dialogs: [
      {
        name: 'Ask',
        nodes: [
          {
            id: 'e',
            name: 'Value',
            type: 'entity',
            to: 'done',
            with: { message: [say('Value?')], errorMessage: [say('Wrong.')], ...component },
          },
          { id: 'done', type: 'message', with: { message: [say('{{JSON.stringify(context.entities.Value)}}')] } },
        ],
      },
    ],
  });
  await conversation.say('Ask');
  const turns = [];
  for (const line of lines) turns.push(await conversation.say(line));
  const noted = new Set(turns.flatMap(codes).filter((code) => /missing|simulated|ambiguous/.test(code)));
  return [turns.flatMap(texts).at(-1), ...noted];
}

const listed = (allowedValues: unknown) =>
  ({ entityType: 'list_of_values', localeData: { en: { allowedValues } } }) as unknown as Partial<Component>;
const values = [
  { title: 'Blue Mug', value: 'bm', synonyms: ['azure', 5] },
  'odd',
  { value: 'only' },
  { title: 77, value: '' },
  { title: 'Grey Mug', value: 'gm', synonyms: 'ash' },
];

it.each<[component: Partial<Component>, answer: string, said: unknown[]]>([
  [listed({ values }), 'azure', ['"bm"']],
  [listed({ values }), 'only', ['"only"']],
  [listed({ values }), '77', ['"77"']],
  [listed({ values }), 'odd', ['Wrong.']],
  [listed({ values }), 'ash', ['Wrong.']],
  [listed({ values }), 'mug', ['That could be more than one of these. Which one do you mean?', 'ambiguous']],
  [listed({ values, variable: '' }), 'grey mug', ['"gm"']],
  [listed({ values, variable: 5 }), 'grey mug', ['"gm"']],
  [listed({ values: 'none' }), 'grey mug', ['"grey mug"', 'not-simulated']],
  [{ entityType: 'list_of_items_lookup', lookupValues: [{ title: 'X1', value: 'x' }] }, 'x1', ['"x"']],
  [{ entityType: 'list_of_values', lookupValues: [{ title: 'X1', value: 'x' }] }, 'x1', ['"x"']],
  [{ entityType: 'label', lookupValues: [{ title: 'X1', value: 'x' }] }, 'x1', ['"x1"']],
  [{ entityType: 'label', isArray: true }, 'a, b; c and d', ['["a","b","c","d"]']],
  [{ entityType: 'label', isArray: true }, 'a', ['["a"]']],
  [{ entityType: 'label', isArray: true }, ', ;', ['Wrong.']],
  [{ ...listed({ values }), isArray: true }, 'azure, only', ['["bm","only"]']],
  [{ ...listed({ values }), isArray: true }, 'azure, green', ['["bm"]']],
  [
    { ...listed({ values }), isArray: true },
    'azure, mug',
    ['That could be more than one of these. Which one do you mean?', 'ambiguous'],
  ],
  [{ entityType: 'location' }, ' Rome ', ['{"formatted_address":"Rome"}']],
  [{ entityType: 'odd_type' }, 'x', ['"x"', 'not-simulated']],
  [{ entityType: 'description' }, 'x', ['"x"']],
  [{ entityType: 'regex' }, 'x', ['Wrong.', 'missing']],
  [{ entityType: 'regex', regexPattern: 'EN\\d+' }, 'it is EN12 now', ['"EN12"']],
  [{ entityType: 'regex', regexPattern: '/en(\\d+)/gi' }, 'it is EN12', ['"EN12"']],
  [{ entityType: 'regex', regexPattern: 'z*' }, 'EN12', ['Wrong.']],
])('the question %j answered with %j: %j', async (component, answer, said) => {
  expect(await answers(component, answer)).toEqual(said);
});

it('of several options one is chosen by the next answer', async () => {
  expect(await answers(listed({ values }), 'mug', 'grey')).toEqual(['"gm"', 'ambiguous']);
});

it('the machine is asked for its time zone when a date is read, and not before', async () => {
  const asked = vi.spyOn(Intl, 'DateTimeFormat');
  await answers({ entityType: 'number' }, '5');
  expect(asked).not.toHaveBeenCalled();
  expect(await answers({ entityType: 'date' }, 'March 5 2026')).toEqual(['"2026-03-05"']);
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
});
