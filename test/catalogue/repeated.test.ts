import { describe, expect, test, vi } from 'vitest';
import { pipeline } from '../../generator/pipeline';
import { readSpecs } from '../../generator/source/read';
import { type KoreBot, TARGETS } from '../../kore/format';
import { startConversation, type Conversation } from '../../preview/conversation';
import { openBot } from '../../preview/open-bot';
import { createSession } from '../../preview/session';
import type { HttpRequest, HttpResult, Transport } from '../../preview/transport';
import type { Turn } from '../../preview/turn';
import { templates } from '../build/specs';
import { json } from '../preview/talk';
import { sandbox } from '../sandbox';

const DONE = json({ ticket: { id: 7 } }, 201);
const LOST: HttpResult = { ok: false, kind: 'timeout', message: 'no answer' };

const built = pipeline(templates)(readSpecs(__dirname, 'zendesk'));

/** The windows of one person: each has a conversation of its own, and all have one session; and what they sent. */
function windowsOf(target: (typeof TARGETS)[number], answers: readonly (HttpResult | Promise<HttpResult>)[] = []) {
  const bot = openBot(JSON.parse(JSON.stringify(built.koreBot?.(target))) as KoreBot);
  const left = [...answers];
  const sent: HttpRequest[] = [];
  const transport: Transport = {
    send: (request) => {
      sent.push(request);
      return Promise.resolve(left.shift() ?? DONE);
    },
  };
  const env = { ZENDESK_SUBDOMAIN: 'example', ZENDESK_BASIC: 'eA==' };
  const { BotUserSession } = createSession();
  let now = Date.UTC(2026, 10, 23, 12);
  // Every look at the clock is a moment later.
  const clock = () => (now += 1);
  const open = () => startConversation(bot, { transport, sandbox, env, clock, shared: { BotUserSession } });
  return { one: open(), other: open(), sent };
}

const last = (turn: Turn | undefined) => turn?.messages.at(-1)?.default.text ?? '';

const ASKS = {
  'a plain question': ['delete ticket 35436'],
  'a question with inputs to change': ['open a ticket about printers', 'It blinks.', 'high'],
} as const;

async function ask(window: Conversation, sentences: readonly string[]): Promise<string> {
  let turn: Turn | undefined;
  for (const sentence of sentences) turn = await window.say(sentence);
  return last(turn);
}

describe.each(TARGETS)('what writes is sent once on %s', (target) => {
  describe.each(Object.entries(ASKS))('%s', (_, sentences) => {
    test('when yes is said twice at once', async () => {
      const { one, sent } = windowsOf(target);
      await ask(one, sentences);
      await Promise.all([one.say('yes'), one.say('yes'), one.say('yes')]);
      expect(sent).toHaveLength(1);
    });

    test('when two windows ask, and hear yes one after the other', async () => {
      const { one, other, sent } = windowsOf(target);
      await ask(one, sentences);
      expect(await ask(other, sentences)).not.toContain('already');
      await one.say('yes');
      expect(last(await other.say('yes'))).toMatch(/^I sent this a short while ago, so it may have happened already\./);
      await other.say('no');
      expect(sent).toHaveLength(1);
    });

    test('when another window hears yes while it is on its way', async () => {
      let arrive: (answer: HttpResult) => void = () => undefined;
      const { one, other, sent } = windowsOf(target, [new Promise((resolve) => (arrive = resolve))]);
      await ask(one, sentences);
      await ask(other, sentences);
      const first = one.say('yes');
      await vi.waitFor(() => expect(sent).toHaveLength(1));
      expect(last(await other.say('yes'))).toMatch(/^I sent this a short while ago/);
      arrive(DONE);
      await first;
      await other.say('no');
      expect(sent).toHaveLength(1);
    });

    test('and again in the other window after another yes', async () => {
      const { one, other, sent } = windowsOf(target);
      await ask(one, sentences);
      await ask(other, sentences);
      await one.say('yes');
      await other.say('yes');
      await other.say('yes');
      expect(sent).toHaveLength(2);
    });

    test('when the answer was lost, until the question that says so is answered', async () => {
      const { one, other, sent } = windowsOf(target, [LOST, LOST]);
      await ask(one, sentences);
      await one.say('yes');
      for (const window of [one, other]) {
        expect(await ask(window, sentences)).toMatch(/^I sent this a short while ago/);
        await window.say('no');
      }
      expect(sent).toHaveLength(1);
      await ask(other, sentences);
      await other.say('yes');
      expect(sent).toHaveLength(2);
      const keys = sent.map(({ headers }) => headers['Idempotency-Key']);
      expect(keys[0]).toBe(keys[1]);
    });

    test('when the same is asked for again after it was done, with a question and without a warning', async () => {
      const { one, sent } = windowsOf(target);
      await ask(one, sentences);
      await one.say('yes');
      expect(await ask(one, sentences)).not.toContain('already');
      expect(sent).toHaveLength(1);
      await one.say('yes');
      expect(sent).toHaveLength(2);
    });
  });
});
