import { expect, test } from 'vitest';
import { botOf, built, edited, specsOf } from '../build/specs';

const shopify = specsOf('shopify');
const undescribed = edited(shopify, 'get-order-details.yaml', (text) =>
  text.replace(/^descriptions:\n(?: {2}- .*\n)+/m, ''),
);
const dialogOf = (specs: typeof shopify, target: 'xo10' | 'xo11') => {
  const { definition } = built(botOf(specs), target, 'get-order-details');
  const { en, es } = definition.dialogs[0]?.localeData ?? {};
  return { en, es, intent: definition.dialogComponents.find((c) => c.type === 'intent') };
};

test('XO 11 chooses by the sentences about goals, joined as the platform joins them, in each language', () => {
  const { en, es, intent } = dialogOf(shopify, 'xo11');
  expect(en?.shortDesc.split('|$|')).toEqual([
    'When someone wants to know where their parcel is, or whether one order has been paid or shipped.',
    'When someone names an order number and asks about its items, total, tracking or delivery.',
  ]);
  expect(es?.shortDesc.split('|$|')).toHaveLength(2);
  expect(es?.shortDesc).toMatch(/^Cuando alguien/);
  expect(intent?.localeData?.['en']).toMatchObject({ desc: en?.shortDesc });
});

test('without them it reads the description, and then sentences that people say', () => {
  const [first, second, ...more] = dialogOf(undescribed, 'xo11').en?.shortDesc.split('|$|') ?? [];
  expect(first).toMatch(/^Tells the status of one order/);
  expect(second).toMatch(/^When someone says something like: .*; .*; /);
  expect(second).not.toContain('${');
  expect(more).toEqual([]);
});

test('XO 10 chooses by utterances, and shows people one sentence', () => {
  expect(dialogOf(shopify, 'xo10').en?.shortDesc).toMatch(/^Tells the status of one order/);
});
