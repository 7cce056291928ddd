import { expect, it } from 'vitest';
import type { Component, NodeOptions } from '../../kore/format';
import { say } from './build-bot';
import type { Way } from './build-bot';
import { codes, talkTo, texts } from './talk';

const named = (text: string) => ({ message: [say(text)] });

/** The last texts after each line, with a form of these parts. */
async function filled(parts: readonly object[] | undefined, lines: readonly string[], more: Partial<Component> = {}) {
  const conversation = talkTo({
    forms: parts === undefined ? [] : [{ refId: 'f', name: 'Contact', components: parts }],
    dialogs: [
      {
        name: 'Go',
        nodes: [
          {
            id: 'form',
            name: 'Form',
            type: 'form',
            to: 'done',
            with: { resourceId: 'f', ...named('Fill this in.'), errorMessage: [say('Wrong.')], ...more },
          },
          { id: 'done', type: 'message', with: named('{{JSON.stringify(context.forms)}}') },
        ],
      },
    ],
  });
  const turns = [await conversation.say('Go')];
  for (const line of lines) turns.push(await conversation.say(line));
  return { texts: turns.map(texts), codes: turns.flatMap(codes) };
}

const NAME = { key: 'name', label: 'Name?', required: true };
const NOTE = { key: 'note', label: 'Note?' };
const SIZE = { key: 'size', label: 'Size?', options: ['small', 'large'] };

it.each<[parts: object[], lines: string[], last: string[]]>([
  [[], [], ['Fill this in.', '{"Contact":{}}']],
  [[NAME], [], ['Fill this in.', 'Name?']],
  [[NAME], ['Ann '], ['{"Contact":{"name":"Ann"}}']],
  [[NAME, NOTE], ['Ann'], ['Note?']],
  [[NAME, NOTE], ['Ann', 'hi'], ['{"Contact":{"name":"Ann","note":"hi"}}']],
  [[SIZE], ['huge'], ['Wrong.', 'Size?']],
  [[SIZE], ['Large!'], ['{"Contact":{"size":"large"}}']],
  [[NAME, NOTE], ['{"name":"Ann","other":1}'], ['{"Contact":{"name":"Ann","note":""}}']],
  [[NAME, NOTE], ['Ann', '{"note":5}'], ['{"Contact":{"name":"","note":"5"}}']],
  [[NAME], ['{"name"'], ['{"Contact":{"name":"{\\"name\\""}}']],
  [[NAME], ['[1]'], ['{"Contact":{"name":"[1]"}}']],
  [[NAME], ['cancel'], ['The task is discarded.']],
])('a form of %j answered with %j', async (parts, lines, last) => {
  expect((await filled(parts, lines)).texts.at(-1)).toEqual(last);
});

it('a form that is not in the export ends its task, and is noted', async () => {
  const found = await filled(undefined, []);
  expect(found.codes).toContain('missing');
  expect(found.texts.flat()).not.toContain('Fill this in.');
});

it('a form says its last message only when it has one', async () => {
  const last = async (submitMessage: unknown) => (await filled([NAME], ['Ann'], { submitMessage })).texts.at(-1)?.[0];
  const done = '{"Contact":{"name":"Ann"}}';
  expect([await last([say('Thanks.')]), await last([]), await last('Thanks.')]).toEqual(['Thanks.', done, done]);
});

const YES: Way = [[{ dialogAct: 'yes' }, 'yes'], [{ dialogAct: 'no' }, 'no'], 'else'];

async function confirmed(
  target: 'xo10' | 'xo11',
  lines: readonly string[],
  to: Way,
  options?: object,
  more: Partial<Component> = {},
) {
  const conversation = talkTo(
    {
      dialogs: [
        {
          name: 'Go',
          nodes: [
            {
              id: 'c',
              name: 'Sure',
              type: 'dialogAct',
              to,
              with: { ...named('Sure?'), ...more },
              ...(options && { options: options as NodeOptions }),
            },
            ...['yes', 'no', 'else', 'other'].map((id) => ({ id, type: 'message', with: named(id) })),
          ],
        },
        { name: 'Help desk', says: ['call the desk'], nodes: [{ id: 'h', type: 'message', with: named('desk') }] },
      ],
    },
    {},
    target,
  );
  let last = await conversation.say('Go');
  for (const line of lines) last = await conversation.say(line);
  return texts(last);
}

const retries = (retry_limit: number, more: object) => ({
  eventOptions: { defaultMaxRetry: { retry_limit, ...more } },
});
const NO_ELSE: Way = [[{ dialogAct: 'yes' }, 'yes'], ''];
const UP = 'I could not get what I need to go on, so this task ends here.';

it.each<[target: 'xo10' | 'xo11', lines: string[], to: Way, options: object | undefined, first: string]>([
  ['xo10', ['yes'], YES, undefined, 'yes'],
  ['xo10', ['no'], YES, undefined, 'no'],
  ['xo10', ['blue'], YES, undefined, 'else'],
  ['xo11', ['blue'], YES, undefined, 'Sure?'],
  ['xo11', ['blue', 'yes'], YES, undefined, 'yes'],
  ['xo10', ['blue'], NO_ELSE, undefined, 'Sure?'],
  ['xo11', ['a', 'b', 'c', 'd'], YES, undefined, 'Sure?'],
  ['xo11', ['a', 'b', 'c', 'd', 'f'], YES, undefined, 'else'],
  ['xo11', ['a'], YES, retries(2, {}), 'Sure?'],
  ['xo11', ['a', 'b'], YES, retries(2, {}), 'else'],
  ['xo11', ['a', 'b'], NO_ELSE, retries(2, {}), UP],
  ['xo11', ['a'], YES, retries(1, { action: 'executeNode', ref: 'other' }), 'other'],
  ['xo11', ['a'], YES, retries(1, { action: 'executeNode', ref: '' }), 'else'],
  ['xo11', ['a'], YES, retries(1, { action: 'endOfDialog', ref: 'other' }), 'else'],
  ['xo10', ['call the desk'], YES, undefined, 'desk'],
  ['xo11', ['cancel'], YES, undefined, 'The task is discarded.'],
])('on %s a confirmation answered with %j', async (target, lines, to, options, first) => {
  expect((await confirmed(target, lines, to, options))[0]).toBe(first);
});

it.each<[synonyms: unknown, said: string]>([
  [{ yes: ['aye aye sir', 5] }, 'yes'],
  [{ yes: 'aye aye sir' }, 'else'],
  [['aye aye sir'], 'else'],
])('a confirmation with the words %j hears "sir, aye aye sir" as %s', async (synonyms, said) => {
  const more = { localeData: { en: { synonyms } } } as unknown as Partial<Component>;
  expect((await confirmed('xo10', ['sir, aye aye sir'], YES, undefined, more))[0]).toBe(said);
});
