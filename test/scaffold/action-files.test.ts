import { describe, expect, test } from 'vitest';
import type { Draft } from '../../generator/scaffold/draft';
import { actionFiles, takenIn, type TranscriptPlaces } from '../../generator/scaffold/files';
import { readableBot } from '../../generator/scaffold/read-bot';
import { actionText, oneAction, smallBot } from '../compile/small';
import { asked, draftOf, REST } from './drafts';
import { BOT, CHAT, folderOf, type Lines } from './small-folder';

describe('the files of an action', () => {
  const made = (
    draft: Partial<Draft>,
    bot?: ReturnType<typeof smallBot>,
    places: Partial<TranscriptPlaces> = {},
    taken: readonly string[] = [],
  ) => actionFiles('small', draftOf(draft), bot, { chat: CHAT, ...places }, new Set(taken));
  const paths = (...given: Parameters<typeof made>) =>
    made(...given).map(({ path }) => path.replace('specs/small/', ''));
  const chat = (...given: Parameters<typeof made>) => made(...given).find(({ path }) => path === CHAT)?.text;
  const [bot] = oneAction();
  const GRAPHQL = { request: asked('query Q { a }') };

  test('are a spec, a transcript and prepared answers', () => {
    expect(paths({})).toEqual(['get-order.yaml', 'get-order.chat', 'stubs/small.json']);
    expect(chat({})).toContain('@stub stubs/small.json\n@env SMALL_SUBDOMAIN=example\n');
    expect(chat({}, bot)).toContain('@stub stubs/small.json\nuser:');
    const [own] = oneAction({}, { more: 'variables: { SMALL_SUBDOMAIN: { hint: H } }' });
    expect(chat({}, own)).toContain('@env SMALL_SUBDOMAIN=example\n');
  });

  test('add to prepared answers that are there', () => {
    const stub = made({ request: { ...REST, answer: 1 } }, bot, { stub: '[5]' }).at(-1);
    expect(stub).toMatchObject({ path: 'specs/small/stubs/small.json', extends: true });
    expect(JSON.parse(stub?.text ?? '')).toMatchObject([{ json: 1 }, 5]);
    expect(made({})[2]).not.toHaveProperty('extends');
  });

  test('need no prepared answers where something else answers', () => {
    expect(paths({}, bot, { documented: true })).toEqual(['get-order.yaml', 'get-order.chat']);
    expect(paths({}, bot, { documented: true, stub: '[]' })).toEqual(['get-order.yaml', 'get-order.chat']);
    expect(paths(GRAPHQL, bot)).toEqual(['get-order.yaml', 'get-order.chat']);
    expect(chat(GRAPHQL, bot)).not.toContain('@stub');
  });

  test('say what bot.yaml says when the API asks for patience, where that is plain', () => {
    expect(chat(GRAPHQL, bot)).toContain('bot: Busy.');
    const replies = (throttled: string) =>
      oneAction(
        {},
        {
          replies: `replies: { sign-in: S., unauthorized: N., forbidden: N., throttled: ${throttled}, unavailable: A., invalid: W., task-failure: F. }`,
        },
      )[0];
    expect(chat(GRAPHQL, replies('"Busy ${x}."'))).not.toContain('is patient');
    expect(chat(GRAPHQL, replies('{ look: text }'))).not.toContain('is patient');
    expect(chat(GRAPHQL)).not.toContain('is patient');
  });

  test('have sentences that nobody has yet', () => {
    const [taken] = oneAction({ utterances: '["Show me the ORDER!", "find ${x}"]', tests: '[let me see the order]' });
    expect([...takenIn(taken)]).toEqual(['show me the order', 'find $x', 'let me see the order']);
    expect([...takenIn(undefined)]).toEqual([]);
    const known = takenIn(taken);
    const [spec] = actionFiles('small', draftOf(), taken, { chat: CHAT }, known);
    expect(spec?.text).not.toContain('- show me the order\n');
    expect(spec?.text).toContain('tests:\n  - I am interested in the order\n');
    expect(known.has('list all the order')).toBe(true);
  });

  test('keep what is held back beside the spec where others do', () => {
    const beside = smallBot({ 'get-it.yaml': actionText(), 'utterances/get-it.yaml': 'en: { tests: [go on then] }' });
    expect(paths({}, beside)).toEqual([
      'get-order.yaml',
      'utterances/get-order.yaml',
      'get-order.chat',
      'stubs/small.json',
    ]);
    expect(made({}, beside)[0]?.text).not.toContain('tests:');
    const all = ['let me see the order', 'i am interested in the order'];
    expect(paths({}, beside, {}, all)).toEqual(['get-order.yaml', 'get-order.chat', 'stubs/small.json']);
  });
});

describe('a folder', () => {
  const read = (files: Lines) => {
    const { bot, folder } = readableBot(folderOf(files));
    return [bot?.actions.map(({ id }) => id), folder.yaml.map(({ name }) => name)];
  };
  test.each([
    ['as it is', { 'bot.yaml': BOT, 'a.yaml': actionText() }, [['a'], ['bot.yaml', 'a.yaml']]],
    [
      'without what cannot be read',
      { 'bot.yaml': BOT, 'a.yaml': actionText(), 'b.yaml': 'title: [' },
      [['a'], ['bot.yaml', 'a.yaml']],
    ],
    [
      'not at all without bot.yaml',
      { 'bot.yaml': 'name: x', 'a.yaml': actionText() },
      [undefined, ['bot.yaml', 'a.yaml']],
    ],
    ['not at all with nothing', {}, [undefined, []]],
  ])('is read %s', (_, files, wanted) => {
    expect(read(files)).toEqual(wanted);
  });
});
