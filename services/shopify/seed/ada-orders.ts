import type { WrittenOrder } from './written';

const UPS = (number: string): readonly [string, string, string] => [
  'UPS',
  number,
  `https://www.ups.com/track?tracknum=${number}`,
];
const paid = { customer: 1, financial: 'PAID', fulfillment: 'FULFILLED', shipping: 795, taxRate: 0.1 } as const;

/** Ada's orders #1001 to #1014, all within 60 days, each a case of its own; #901 and #902 are older. */
export const ADA_ORDERS: readonly WrittenOrder[] = [
  {
    ...paid,
    number: 1001,
    age: 44,
    lines: [
      [1, 1, 2],
      [102, 1, 1],
    ],
    fulfillments: [
      {
        status: 'DELIVERED',
        after: 1,
        deliveredAfter: 5,
        tracking: [UPS('1Z999AA10123456784'), UPS('1Z999AA10123456785')],
      },
    ],
  },
  {
    ...paid,
    number: 1002,
    age: 40,
    fulfillment: 'PARTIALLY_FULFILLED',
    discount: 1470,
    codes: ['WARM10'],
    lines: [
      [102, 2, 1],
      [2, 1, 1],
    ],
    fulfillments: [
      {
        status: 'IN_TRANSIT',
        after: 2,
        estimatedAfter: 43,
        lines: 1,
        tracking: [
          [
            'USPS',
            '9400111899223197428490',
            'https://tools.usps.com/go/TrackConfirmAction?tLabels=9400111899223197428490',
          ],
        ],
      },
    ],
  },
  {
    ...paid,
    number: 1003,
    age: 36,
    financial: 'PARTIALLY_REFUNDED',
    returnStatus: 'RETURNED',
    lines: [
      [101, 1, 2],
      [118, 1, 1],
    ],
    returned: [1],
    fulfillments: [{ status: 'DELIVERED', after: 1, deliveredAfter: 4, tracking: [UPS('1Z999AA10123456790')] }],
  },
  {
    ...paid,
    number: 1004,
    age: 33,
    financial: 'REFUNDED',
    fulfillment: 'UNFULFILLED',
    cancelled: 'CUSTOMER',
    lines: [[1, 2, 1]],
    returned: [1],
  },
  {
    ...paid,
    number: 1005,
    age: 30,
    currency: 'JPY',
    rate: 149.3,
    lines: [
      [1, 1, 1],
      [204, 1, 3],
    ],
    fulfillments: [
      { status: 'OUT_FOR_DELIVERY', after: 20, estimatedAfter: 30, tracking: [['DHL Express', '4818240420', null]] },
    ],
  },
  {
    ...paid,
    number: 1006,
    age: 27,
    lines: Array.from(
      { length: 60 },
      (_, k) => [k < 27 ? k + 1 : k < 47 ? 201 + k - 27 : 103, k < 47 ? 1 : k - 46, 1 + (k % 3)] as const,
    ),
    fulfillments: [
      {
        status: 'DELIVERED',
        after: 2,
        deliveredAfter: 9,
        tracking: [
          UPS('1Z999AA10123456795'),
          UPS('1Z999AA10123456796'),
          UPS('1Z999AA10123456797'),
          UPS('1Z999AA10123456798'),
        ],
      },
    ],
  },
  { ...paid, number: 1007, age: 23, fulfillment: 'UNFULFILLED', lines: [[203, 1, 4]] },
  { ...paid, number: 1008, age: 20, fulfillment: 'AWAITING_DRONE', lines: [[105, 1, 1]] },
  { ...paid, number: 1009, age: 17, financial: 'PENDING', fulfillment: 'ON_HOLD', lines: [[123, 1, 1]] },
  {
    ...paid,
    number: 1010,
    age: 14,
    fulfillment: 'PARTIALLY_FULFILLED',
    lines: [
      [3, 1, 1],
      [4, 1, 1],
      [5, 1, 1],
    ],
    fulfillments: [
      { status: 'DELIVERED', after: 1, deliveredAfter: 3, lines: 1, tracking: [UPS('1Z999AA10123456800')] },
      { status: 'DELAYED', after: 2, estimatedAfter: 16, lines: 1, tracking: [['FedEx', '612345678901', null]] },
    ],
  },
  {
    ...paid,
    number: 1011,
    age: 10,
    lines: [
      [107, 1, 1],
      [108, 1, 1],
      [106, 1, 1],
    ],
    fulfillments: [{ status: 'READY_FOR_PICKUP', after: 1, tracking: [] }],
  },
  { ...paid, number: 1012, age: 6, currency: 'EUR', rate: 0.92, lines: [[119, 1, 1]], fulfillment: 'IN_PROGRESS' },
  {
    ...paid,
    number: 1013,
    age: 3,
    shipping: 0,
    taxRate: 0,
    fulfillment: 'FULFILLED',
    lines: [[104, 2, 1]],
    fulfillments: [{ status: 'FULFILLED', after: 0, tracking: [] }],
  },
  {
    ...paid,
    number: 1014,
    age: 1,
    fulfillment: 'UNFULFILLED',
    lines: [
      [1, 1, 1],
      [122, 1, 1],
    ],
  },
  {
    ...paid,
    number: 901,
    age: 75,
    lines: [[113, 1, 2]],
    fulfillments: [{ status: 'DELIVERED', after: 1, deliveredAfter: 6, tracking: [UPS('1Z999AA10123456701')] }],
  },
  {
    ...paid,
    number: 902,
    age: 190,
    financial: 'REFUNDED',
    cancelled: 'INVENTORY',
    fulfillment: 'UNFULFILLED',
    lines: [[114, 1, 1]],
    returned: [1],
  },
];
