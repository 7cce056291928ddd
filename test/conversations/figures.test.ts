import { describe, expect, it } from 'vitest';
import { readableLines } from '../../preview/readable';
import { ORDERS } from '../../services/shopify/seed/orders';
import { parseTranscripts } from '../../generator/transcript/parse';
import { runTranscript } from '../../testing/transcript/run';
import { SHOP } from '../build/specs';
import { runOptions } from './play-all';

/** What adds up to the total; a discount is taken off the subtotal already. */
const PARTS = ['Subtotal', 'Shipping', 'Tax', 'Duties', 'Fees', 'Tip'];

/** The rows of an order as the bot shows them to staff, or to the one whose order it is, by label. */
async function rowsOf(
  order: string,
  options: ReturnType<typeof runOptions>,
  owner?: string,
): Promise<ReadonlyMap<string, string>> {
  const who = owner === undefined ? '' : `@audience shopper\n@session verifiedEmail=${owner}\n`;
  const text = `== one\n@scopes read_orders read_all_orders\n${who}user: where is order ${order}\nbot: ...\n`;
  const [transcript] = parseTranscripts('specs/shopify/figures.chat', text);
  if (transcript === undefined) throw new Error('no transcript');
  const { turns } = await runTranscript(transcript, 'xo10', options);
  const lines = turns.flatMap(({ turn }) => turn.messages.flatMap(({ rtm }) => readableLines(rtm)));
  return new Map(
    lines.flatMap((line) => {
      const [, label, value] = /^\s*([A-Z][\w ()]*): (.*)$/.exec(line) ?? [];
      return label === undefined || value === undefined ? [] : [[label, value]];
    }),
  );
}

const cents = (text: string | undefined) => Math.round(Number((text ?? '0').replace(/[A-Z$€£¥,]|\(.*/g, '')) * 100);

describe('the figures of an order', () => {
  const options = runOptions(undefined, SHOP);
  const names = ORDERS.map(({ number, name }) => name ?? `#${number}`).filter((name) => /^#\d+$/.test(name));

  const addsUp = (name: string, rows: ReadonlyMap<string, string>) => {
    const sum = PARTS.reduce((all, part) => all + cents(rows.get(part)), 0);
    expect([name, sum]).toEqual([name, cents(rows.get('Total'))]);
  };

  it('add up to its total, for every order of the store', async () => {
    let checked = 0;
    for (const name of names) {
      const rows = await rowsOf(name, options);
      if (!rows.has('Total')) continue;
      checked += 1;
      addsUp(name, rows);
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('add up in the currency that a shopper paid in', async () => {
    const paid = [];
    for (const [name, owner] of [
      ['#1005', 'ada@example.com'],
      ['#1012', 'ada@example.com'],
      ['#1106', 'haruto@example.jp'],
      ['#1107', 'chiara@example.net'],
    ] as const) {
      const rows = await rowsOf(name, options, owner);
      addsUp(name, rows);
      paid.push(rows.get('Total')?.charAt(0));
    }
    expect(paid).toEqual(['¥', '€', '¥', '€']);
  });
});
