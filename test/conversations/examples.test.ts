import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { localBackend } from '../../preview/backend';
import { startConversation } from '../../preview/conversation';
import type { OpenedBot } from '../../preview/open-bot';
import { SERVICE_KINDS } from '../../services/registry';
import { sandbox } from '../sandbox';
import { ROOT } from './play-all';
import { bothTargets } from './variants';

interface Asked {
  readonly utterances?: readonly string[];
  readonly inputs?: Readonly<Record<string, { readonly example?: string }>>;
}
interface Translated {
  readonly actions: Readonly<Record<string, Asked>>;
}

const FOLDER = join(ROOT, 'specs/shopify');
const read = (path: string): unknown => parse(readFileSync(join(FOLDER, path), 'utf8'));
const actions = readdirSync(FOLDER)
  .filter((name) => name.startsWith('get-') && name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

/** The first sentence that has no value in it, so that the bot asks. */
const openSentence = (asked: Asked) => asked.utterances?.find((one) => !one.includes('${'));

/** What is said to be asked, and the example that the question names. */
const questions = actions.flatMap((id) => {
  const own = read(`${id}.yaml`) as Asked;
  const { [id]: translated = {} } = (read('locales/es.yaml') as Translated).actions;
  return Object.entries(own.inputs ?? {})
    .slice(0, 1)
    .flatMap(([name, input]) => [
      { id, language: 'en', sentence: openSentence(own), example: input.example },
      { id, language: 'es', sentence: openSentence(translated), example: translated.inputs?.[name]?.example },
    ]);
});

/** Who tries the bot types what its questions name: the local store has it. */
describe.each(['xo10', 'xo11'] as const)('on %s the example of a question', (target) => {
  let bot: OpenedBot;
  let backend: ReturnType<typeof localBackend>;

  beforeAll(async () => {
    const built = (await bothTargets(ROOT, 'shopify', 'staff'))[target];
    if (built === undefined) throw new Error('not built');
    bot = built;
    const services = SERVICE_KINDS.map((kind) => kind.create({}));
    backend = localBackend(bot, services, { given: {}, known: {} });
    await Promise.all(backend.services.map((service) => service.start()));
  });
  afterAll(() => backend.close());

  it.each(questions)(
    'of $id is in the local store: $language, $example',
    async ({ language, sentence = '', example = '' }) => {
      const { transport, env } = backend;
      const conversation = startConversation(bot, { transport, env, sandbox, language });
      await conversation.say(sentence);
      const { path } = await conversation.say(example);
      expect(path.map(({ component }) => component).join(' ')).toMatch(/Found\b/);
    },
  );
});

it('every action that asks is among them, in both languages', () => {
  expect(questions.every(({ sentence, example }) => sentence !== undefined && example !== undefined)).toBe(true);
  expect(questions.length).toBe(2 * actions.filter((id) => (read(`${id}.yaml`) as Asked).inputs !== undefined).length);
});
