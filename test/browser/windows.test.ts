import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium';
import { compiledLooks, PLACES, type Look } from '../window/looks';
import { admitted, echoed, measure, misbehaviour } from '../window/oracle';
import { LISTED, REFUSED_ADDRESSES, strangersText } from '../window/texts';
import { openWindow, PICTURE, type OpenWindow, type WindowName } from '../window/window';

let browser: Browser;
let looks: readonly Look[];

beforeAll(async () => {
  [browser, looks] = await Promise.all([launch(), compiledLooks()]);
});
afterAll(() => browser?.close());

/** Texts of strangers in one row, so that every place of every look gets its share; the listed ones first. */
const TEXTS = [...LISTED, ...fc.sample(strangersText, { numRuns: 2_000 - LISTED.length, seed: 2026 })];

describe.each(['released', 'next'] as const)('in the window “%s”, on a site without a content policy,', (name) => {
  let window: OpenWindow;
  beforeAll(async () => {
    window = await openWindow(browser, name satisfies WindowName);
  });
  afterAll(() => window?.close());

  test('the text of a stranger is read as it was stored, and does nothing', async () => {
    const measured = await measure(window, looks);
    expect(measured.filter(({ plain }) => plain.drawn.length > 0).length).toBeGreaterThan(12);
    for (let at = 0; at < TEXTS.length; at += 8 * PLACES)
      expect(await misbehaviour(window, measured, TEXTS.slice(at, at + 8 * PLACES))).toEqual([]);
  });

  // The odd places in one window and the even ones in the other; `npm run fuzz` has all in both.
  const shifts = Array.from({ length: PLACES }, (_, i) => i).filter((i) => i % 2 === (name === 'next' ? 1 : 0));
  test.each(shifts)('each listed one in place %i of each look', async (shift) => {
    const measured = await measure(window, looks);
    expect(await misbehaviour(window, measured, [...LISTED.slice(shift), ...LISTED.slice(0, shift)])).toEqual([]);
  });

  test('what a button sends is read as it was stored when the window repeats it', async () => {
    const payloads = looks.flatMap((look) => {
      const said = look.say({ texts: TEXTS.slice(0, PLACES), picture: PICTURE, address: PICTURE });
      return [...JSON.stringify(said).matchAll(/"payload":("(?:[^"\\]|\\.)*")/g)].map(
        ([, text]) => JSON.parse(text ?? '') as string,
      );
    });
    expect(payloads.length).toBeGreaterThan(10);
    expect(await echoed(window, payloads)).toEqual([]);
  });

  test('an address that is not plainly https is no picture and no link', async () => {
    expect(await admitted(window, looks, REFUSED_ADDRESSES)).toEqual([]);
    expect(await admitted(window, looks, [PICTURE])).not.toEqual([]);
  });
});

test('the oracle sees what a text can do', async () => {
  const window = await openWindow(browser, 'released');
  try {
    const raw: Look = { name: 'raw', say: ({ texts }) => ({ text: texts[0] ?? '' }) };
    const measured = await measure(window, [raw]);
    for (const text of ['*b*', 'see https://evil.example/x', '![x](https://evil.example/p.gif)', ':smile:', '#h1 x'])
      expect([text, await misbehaviour(window, measured, [text])]).not.toEqual([text, []]);
    const table: Look = {
      name: 'table',
      say: ({ texts: [text] }) => ({
        type: 'template',
        payload: { template_type: 'table', text: 'x', columns: [['a'], ['b']], elements: [{ Values: [text, 'b'] }] },
      }),
    };
    const tables = await measure(window, [table]);
    const ran = await misbehaviour(window, tables, ['"&gt;&lt;img src=x onerror=window.pwned=1&gt;']);
    expect(ran.join('\n')).toContain('a script ran: 1');
  } finally {
    await window.close();
  }
});
