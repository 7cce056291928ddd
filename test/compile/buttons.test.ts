import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { annotate, exampleOf } from '../../generator/compile/nlp';
import type { Action, Button } from '../../generator/model/model';
import { moreUtterance, sayingOf, utteranceFor } from '../../generator/model/utterance';
import { plainOf } from '../../generator/model/text';
import { botOf, built, specsOf } from '../build/specs';

const bot = botOf(specsOf('shopify'));
const action = (id: string): Action => {
  const found = bot.actions.find((a) => a.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
};

/** Every button of an action that starts another one. */
const buttonsOf = (a: Action): readonly Button[] =>
  [...[a.found, a.empty].flatMap((r) => [...r.buttons, ...(r.item?.buttons ?? [])]), ...(a.next?.buttons ?? [])].filter(
    (b) => b.action !== undefined,
  );

test.each(bot.actions.map((a) => [a.id, a] as const))(
  'every button of %s says an utterance of its target',
  (_, own) => {
    for (const button of buttonsOf(own)) {
      const target = action(button.action ?? '');
      const utterance = utteranceFor(target, [...button.with.keys()]);
      expect(utterance).toBeDefined();
      if (!utterance) continue;
      const filledIn = sayingOf(utterance, button).map((p) => (typeof p === 'string' ? p : `<${p.name}>`));
      const fixed = utterance.text.filter((p) => typeof p === 'string');
      for (const piece of fixed) expect(filledIn).toContain(piece);
      expect(filledIn.filter((p) => p.startsWith('<'))).toHaveLength(button.with.size);
    }
  },
);

test('the button for the next page says an utterance that asks for the same things again', () => {
  const paged = bot.actions.filter((a) => a.next?.more !== undefined);
  expect(paged.length).toBeGreaterThan(3);
  for (const a of paged) {
    const utterance = moreUtterance(a, plainOf(a.next?.more?.text ?? []));
    const marks = utterance?.text.flatMap((p) => (typeof p === 'string' ? [] : [p.name]));
    expect([a.id, marks]).toEqual([a.id, a.inputs.map((i) => i.name)]);
  }
});

describe('a training utterance', () => {
  const where = action('get-order-details').where;
  const phrase = (...text: readonly (string | { readonly name: string })[]) => ({
    text: text.map((p) => (typeof p === 'string' ? p : { ...p, filters: [], offset: 0, length: 0 })),
    where,
  });

  test('marks the example that stands for an input, in UTF-16 units', () => {
    const utterance = phrase('😀 where is ', { name: 'order' }, ' and ', { name: 'order' }, '?');
    const { sentence, marks } = annotate(utterance, exampleOf(action('get-order-details')));
    expect(sentence).toBe('😀 where is #1001 and #1001?');
    expect(marks.map((m) => sentence.slice(m.startIndex, m.endIndex))).toEqual(['#1001', '#1001']);
  });

  test('has nothing marked when it names no input', () => {
    expect(annotate(phrase('help me'), () => '').marks).toEqual([]);
  });

  test('of a choice without an example shows its first choice', () => {
    const points = botOf(specsOf('parcels')).actions.find((a) => a.id === 'find-points');
    expect(points && annotate(phrase('a ', { name: 'size' }, ' parcel'), exampleOf(points)).sentence).toBe(
      'a small parcel',
    );
  });
});

/** What a message component prints on a channel, given the action's state. */
function printed(name: string, channel: string, context: object): string {
  const component = built(bot, 'xo10').definition.dialogComponents.find((c) => c.name === name);
  const text = component?.message?.find((m) => m.channel === channel)?.localeData['en'];
  if (text?.type !== 'uxmap') throw new Error(`${name} has no script for ${channel}`);
  let out = '';
  const print = (line: string) => (out += line);
  runInNewContext(`(function () {\n${decodeURIComponent(text.text)}\n})()`, { context, print });
  return out;
}

describe('a carousel’s card', () => {
  const product = {
    productId: '8110000000001',
    product: 'Blue mug',
    vendor: 'Potter',
    price: '$5.00',
    image: '',
    link: '',
  };
  const state = { said: { name: 'mug' }, answer: { products: [product] } };
  const card = (answer: object) =>
    JSON.parse(printed('getProductsByNameFound', 'rtm', { getProductsByName: { ...state, answer } })) as {
      readonly payload: { readonly elements: readonly { readonly buttons?: readonly object[] }[] };
    };

  test('has buttons that say the product’s id', () => {
    expect(card(state.answer).payload.elements[0]?.buttons).toEqual([
      { type: 'postback', title: 'Details', payload: expect.stringMatching(/\b8110000000001\b/) as string },
      { type: 'postback', title: 'Variants', payload: expect.stringMatching(/\b8110000000001\b/) as string },
    ]);
  });

  test('has no button when the id is missing', () => {
    expect(card({ products: [{ ...product, productId: '' }] }).payload.elements[0]?.buttons).toBeUndefined();
  });

  test('is a plain sentence elsewhere', () => {
    expect(printed('getProductsByNameFound', 'default', { getProductsByName: state })).toBe('Blue mug. $5.00. Potter.');
  });
});

test('details that are too long lose a part of their longest line, and no other', () => {
  const items = Array.from({ length: 60 }, (_, i) => ({ quantity: 1, item: `Mug number ${i} of sixty`, variant: '' }));
  const answer = { order: '#1006', items, parcels: [], subtotal: '$590.00', total: '$600.00' };
  const text = printed('getOrderDetailsFound', 'rtm', { getOrderDetails: { answer, said: {} } });
  expect(text).toContain('Mug number 3');
  expect(text).toContain('Total: $600.00');
});
