import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../build/specs';
import { talkTo } from '../preview/talk';

const script = /`verify-sign-in\.js`:\n\n```js\n([^]*?)```/.exec(
  readFileSync(join(PROJECT, 'SIGN-IN.md'), 'utf8'),
)?.[1];
const SECRET = 'a secret of thirty-two characters';
const NOW = Date.UTC(2026, 0, 15, 12);
const seconds = (later: number) => Math.floor(NOW / 1000) + later;

/** Whom the bot believes to be signed in after a message with this custom data. */
async function believed(customData: unknown, { secret = SECRET, before = undefined as string | undefined } = {}) {
  const conversation = talkTo(
    {
      dialogs: [
        {
          name: 'Sign in',
          says: ['hello there'],
          nodes: [{ id: 'verify', type: 'script', with: { script: encodeURIComponent(script ?? '') } }],
        },
      ],
      secured: { SIGN_IN_SECRET: '' },
    },
    {
      env: { SIGN_IN_SECRET: secret },
      clock: () => NOW,
      ...(before !== undefined && { session: { BotUserSession: { verifiedEmail: before } } }),
    },
  );
  const turn = await conversation.say('hello there', { customData });
  expect(turn.notes.map(({ code, text }) => `${code} ${text}`).filter((note) => note.startsWith('script'))).toEqual([]);
  return conversation.session().BotUserSession['verifiedEmail'];
}

const signed = (claims: Record<string, unknown>, secret = SECRET, header: Record<string, unknown> = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256', ...header }).sign(new TextEncoder().encode(secret));

const good = { email: 'ada@example.com', aud: 'shop-bot', exp: seconds(600) };
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the recipe for signing in', () => {
  test('believes what the site has signed', async () => {
    expect(script).toBeDefined();
    expect(await believed({ signInToken: await signed(good) })).toBe('ada@example.com');
    const other = { ...good, email: 'zoë.müller@例え.example' };
    expect(await believed({ signInToken: await signed(other, SECRET.repeat(3)) }, { secret: SECRET.repeat(3) })).toBe(
      other.email,
    );
    for (const length of [32, 55, 56, 63, 64, 65, 119, 120]) {
      const secret = 'k'.repeat(length);
      expect(await believed({ signInToken: await signed(good, secret) }, { secret })).toBe('ada@example.com');
    }
  });

  const forged: readonly (readonly [string, () => unknown])[] = [
    ['an address in custom data', () => ({ verifiedEmail: 'ada@example.com', email: 'ada@example.com' })],
    ['no token', () => undefined],
    ['an empty token', () => ({ signInToken: '' })],
    [
      'a token of another secret',
      async () => ({ signInToken: await signed(good, 'another secret of 32 characters!') }),
    ],
    ['a token without a signature', () => ({ signInToken: `${base64({ alg: 'none' })}.${base64(good)}.` })],
    [
      'algorithm none with a signature',
      () => {
        const body = `${base64({ alg: 'none' })}.${base64(good)}`;
        return { signInToken: `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}` };
      },
    ],
    [
      'another person in a signed token',
      async () => {
        const [head, , signature] = (await signed(good)).split('.');
        return { signInToken: `${head}.${base64({ ...good, email: 'eve@example.com' })}.${signature}` };
      },
    ],
    ['a token that has expired', async () => ({ signInToken: await signed({ ...good, exp: seconds(-1) }) })],
    ['a token that never expires', async () => ({ signInToken: await signed({ email: good.email, aud: good.aud }) })],
    ['a token for too long', async () => ({ signInToken: await signed({ ...good, exp: seconds(86_400) }) })],
    ['a time as a text', async () => ({ signInToken: await signed({ ...good, exp: '9999999999' }) })],
    ['a token for another bot', async () => ({ signInToken: await signed({ ...good, aud: 'other' }) })],
    ['an address that is none', async () => ({ signInToken: await signed({ ...good, email: ['ada@example.com'] }) })],
    ['more than three parts', async () => ({ signInToken: `${await signed(good)}.x` })],
    ['a signature that was cut', async () => ({ signInToken: (await signed(good)).slice(0, -1) })],
    ['an object', () => ({ signInToken: { toString: 'x' } })],
  ];
  test.each(forged)('does not believe %s', async (_, make) => {
    expect(await believed(await make())).toBeUndefined();
    expect(await believed(await make(), { before: 'ada@example.com' })).toBeUndefined();
  });

  test.each([
    ['nothing was sent', {}],
    ['a message without a payload', { lastMessage: {} }],
    ['a payload of nothing', { lastMessage: { messagePayload: null } }],
    ['a page that tells nothing', { lastMessage: { messagePayload: { botInfo: null } } }],
    ['custom data of nothing', { lastMessage: { messagePayload: { botInfo: { customData: null } } } }],
  ])('forgets who was signed in before also with %s', (_, sent) => {
    const session = new Map([['verifiedEmail', 'ada@example.com']]);
    runInNewContext(`(() => {${script}\n})()`, {
      context: { session: { BotUserSession: sent } },
      env: { SIGN_IN_SECRET: SECRET },
      BotUserSession: session,
    });
    expect([...session]).toEqual([]);
  });

  test('believes nobody while the secret is short or not set', async () => {
    expect(await believed({ signInToken: await signed(good, 'short') }, { secret: 'short' })).toBeUndefined();
    expect(await believed({ signInToken: await signed(good) }, { secret: '' })).toBeUndefined();
  });
});
