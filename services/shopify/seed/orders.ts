import { ADA_ORDERS } from './ada-orders';
import { CUSTOMERS } from './customers';
import { pick, randomFrom } from './random';
import type { WrittenFulfillment, WrittenOrder } from './written';

/** Orders whose number, name or buyer is a case of its own. */
const ODD: readonly WrittenOrder[] = [
  {
    number: 1101,
    name: 'EN1001',
    customer: 4,
    age: 9,
    financial: 'PAID',
    fulfillment: 'UNFULFILLED',
    shipping: 500,
    lines: [[6, 1, 1]],
  },
  {
    number: 1102,
    name: '1102-A',
    customer: 5,
    age: 8,
    financial: 'PARTIALLY_PAID',
    fulfillment: 'SCHEDULED',
    shipping: 500,
    lines: [[7, 1, 2]],
  },
  {
    number: 1103,
    email: 'guest@example.com',
    age: 7,
    financial: 'PAID',
    fulfillment: 'FULFILLED',
    shipping: 500,
    lines: [[8, 1, 1]],
    fulfillments: [
      { status: 'IN_TRANSIT', after: 1, estimatedAfter: 9, tracking: [['Royal Mail', 'AB123456789GB', null]] },
    ],
  },
  {
    number: 1104,
    email: 'ada@example.com',
    age: 5,
    financial: 'PAID',
    fulfillment: 'UNFULFILLED',
    shipping: 500,
    lines: [[9, 1, 1]],
  },
  {
    number: 1105,
    customer: 6,
    age: 4,
    financial: 'AUTHORIZED',
    fulfillment: 'UNFULFILLED',
    shipping: 500,
    lines: [[107, 1, 1]],
  },
  {
    number: 1106,
    customer: 7,
    age: 11,
    financial: 'PAID',
    fulfillment: 'FULFILLED',
    shipping: 2500,
    currency: 'JPY',
    rate: 149.3,
    lines: [[123, 1, 1]],
    fulfillments: [
      {
        status: 'ATTEMPTED_DELIVERY',
        after: 3,
        tracking: [['Yamato', '4000-1234-5678', 'https://track.kuronekoyamato.co.jp/english/tracking']],
      },
    ],
  },
  {
    number: 1107,
    customer: 3,
    age: 36,
    financial: 'PARTIALLY_REFUNDED',
    fulfillment: 'FULFILLED',
    returnStatus: 'IN_PROGRESS',
    shipping: 2500,
    currency: 'EUR',
    rate: 0.92,
    lines: [[101, 1, 2]],
    returned: [1],
    fulfillments: [
      { status: 'DELIVERED', after: 1, deliveredAfter: 8, tracking: [['DHL Express', '4818240421', null]] },
    ],
  },
  {
    number: 1108,
    customer: 9,
    age: 2,
    financial: 'VOIDED',
    fulfillment: 'UNFULFILLED',
    cancelled: 'FRAUD',
    lines: [[118, 1, 5]],
  },
];

const CURRENCIES = [
  ['USD', 1],
  ['USD', 1],
  ['USD', 1],
  ['EUR', 0.92],
  ['GBP', 0.78],
  ['CAD', 1.37],
] as const;
const STATES = [
  ['PAID', 'FULFILLED'],
  ['PAID', 'FULFILLED'],
  ['PAID', 'UNFULFILLED'],
  ['PAID', 'PARTIALLY_FULFILLED'],
  ['PENDING', 'UNFULFILLED'],
  ['REFUNDED', 'UNFULFILLED'],
] as const;

function generated(count: number, firstNumber: number, oldest: number, newest: number, seed: number): WrittenOrder[] {
  const random = randomFrom(seed);
  const buyers = CUSTOMERS.filter((c) => c.n > 10);
  return Array.from({ length: count }, (_, k): WrittenOrder => {
    const [currency, rate] = pick(random, CURRENCIES);
    const [financial, fulfillment] = pick(random, STATES);
    const age = oldest - ((oldest - newest) * (k + 1)) / count;
    const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, (): [number, number, number] => [
      1 + Math.floor(random() * 27),
      1,
      1 + Math.floor(random() * 3),
    ]);
    const shipped: WrittenFulfillment = {
      status: age > 9 ? 'DELIVERED' : 'IN_TRANSIT',
      after: 1,
      ...(age > 9 ? { deliveredAfter: 6 } : { estimatedAfter: 8 }),
      lines: fulfillment === 'FULFILLED' ? lines.length : 1,
      tracking: [['USPS', `94001118992231974${String(10000 + firstNumber + k)}`, null]],
    };
    return {
      number: firstNumber + k,
      ...(k % 9 === 8 ? { email: `guest${firstNumber + k}@example.com` } : { customer: pick(random, buyers).n }),
      age,
      financial,
      fulfillment,
      shipping: 595,
      taxRate: 0.08,
      currency,
      rate,
      lines,
      ...(financial === 'REFUNDED' ? { cancelled: 'CUSTOMER', returned: lines.map(([, , quantity]) => quantity) } : {}),
      ...(fulfillment.endsWith('FULFILLED') && fulfillment !== 'UNFULFILLED' ? { fulfillments: [shipped] } : {}),
    };
  });
}

/** 144 orders: Ada's 16, eight odd ones, 90 of the last 56 days and 30 that are older than 60 days. */
export const ORDERS: readonly WrittenOrder[] = [
  ...ADA_ORDERS,
  ...ODD,
  ...generated(90, 1201, 56, 0.2, 17),
  ...generated(30, 801, 420, 62, 23),
];
