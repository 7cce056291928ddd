import { fulfillmentNodes } from './fulfillment-node';
import { gid, numericId } from './ids';
import { lineItemNode, linesOf, type OrderLine } from './line-item-node';
import { moneyBag, SHOP_CURRENCY, shopMoney } from './money';
import type { CustomerNode, LineItemNode, OrderNode, VariantNode } from './nodes';
import { daysAfter, daysAgo, type SeedContext } from './seed-clock';
import type { WrittenOrder } from './written';

/** Looks up the objects an order points to. */
export interface OrderSources {
  readonly variant: (product: number, position: number) => VariantNode;
  readonly customer: (n: number) => CustomerNode;
}

/** All sums of an order in cents of the shop's currency; a list is a sum of its parts. */
function sumsOf(written: CompleteOrder, lines: readonly OrderLine[]) {
  const goods = lines.reduce((sum, l) => sum + l.variant.cents * l.quantity, 0);
  const kept = lines.reduce((sum, l) => sum + l.variant.cents * (l.quantity - l.returned), 0);
  const discount = written.discount;
  const shipping = written.shipping;
  const tax = Math.round((goods - discount) * written.taxRate);
  const keptTax = Math.round(Math.max(0, kept - discount) * written.taxRate);
  const total = [goods - discount, shipping, tax];
  const current = written.cancelled ? [] : [kept - discount, shipping, keptTax];
  const unpaid = ['PENDING', 'AUTHORIZED'].includes(written.financial);
  const refunded = /REFUNDED$/.test(written.financial) ? [...total, ...negative(current)] : [];
  return {
    goods,
    kept,
    discount,
    shipping,
    tax,
    keptTax,
    total,
    current,
    refunded,
    outstanding: unpaid ? current : [],
  };
}

const negative = (parts: readonly number[]) => parts.map((part) => -part);

/** A short code of letters and digits, as confirmation mails show it. */
const confirmation = (number: number): string =>
  `HP${(number * 2_654_435 + 7).toString(36).toUpperCase().slice(-7).padStart(7, 'X')}`;

function moneyFields(written: CompleteOrder, lines: readonly OrderLine[]) {
  const sums = sumsOf(written, lines);
  const bag = (cents: number | readonly number[]) => moneyBag(cents, written);
  return {
    currencyCode: SHOP_CURRENCY,
    presentmentCurrencyCode: written.currency,
    subtotalPriceSet: bag(sums.goods - sums.discount),
    currentSubtotalPriceSet: bag(written.cancelled ? 0 : sums.kept - sums.discount),
    totalShippingPriceSet: bag(sums.shipping),
    currentShippingPriceSet: bag(written.cancelled ? 0 : sums.shipping),
    currentTotalDutiesSet: null,
    currentTotalAdditionalFeesSet: null,
    totalTipReceivedSet: bag(0),
    taxesIncluded: false,
    totalTaxSet: bag(sums.tax),
    currentTotalTaxSet: bag(written.cancelled ? 0 : sums.keptTax),
    totalDiscountsSet: bag(sums.discount),
    currentTotalDiscountsSet: bag(written.cancelled ? 0 : sums.discount),
    totalPriceSet: bag(sums.total),
    originalTotalPriceSet: bag(sums.total),
    currentTotalPriceSet: bag(sums.current),
    totalRefundedSet: bag(sums.refunded),
    totalReceivedSet: bag([...sums.total, ...negative(sums.outstanding)]),
    netPaymentSet: bag([...sums.total, ...negative(sums.outstanding), ...negative(sums.refunded)]),
    totalOutstandingSet: bag(sums.outstanding),
    refundedParts: sums.refunded,
    shippingLine:
      sums.shipping > 0
        ? {
            title: 'Standard',
            originalPriceSet: bag(sums.shipping),
            discountedPriceSet: bag(sums.shipping),
            price: shopMoney(sums.shipping).amount,
          }
        : null,
  };
}

/** A written order with every default in place. */
type CompleteOrder = WrittenOrder & typeof DEFAULTS;

const DEFAULTS = {
  returned: [] as readonly number[],
  returnStatus: 'NO_RETURN',
  shipping: 0,
  taxRate: 0,
  discount: 0,
  codes: [] as readonly string[],
  currency: SHOP_CURRENCY as string,
  rate: 1,
};

function refundsOf(written: CompleteOrder, createdAt: string, parts: readonly number[]): object[] {
  if (parts.reduce((sum, part) => sum + part, 0) === 0) return [];
  const id = numericId.refund(written.number);
  return [
    {
      id: gid('Refund', id),
      legacyResourceId: id,
      createdAt: daysAfter(createdAt, Math.min(7, written.age / 2)),
      totalRefundedSet: moneyBag(parts, written),
    },
  ];
}

function lineItemsOf(written: CompleteOrder, lines: readonly OrderLine[]): LineItemNode[] {
  const discountEach = Math.round(written.discount / lines.length);
  return lines.map((line, k) => lineItemNode(written, line, k, discountEach, written));
}

/** What becomes of the order: states, addresses, quantities, parcels. */
function progress(
  written: CompleteOrder,
  customer: CustomerNode | null,
  lines: readonly OrderLine[],
  createdAt: string,
) {
  return {
    processedAt: createdAt,
    cancelReason: written.cancelled ?? null,
    closed: false,
    confirmed: true,
    test: false,
    returnStatus: written.returnStatus,
    phone: null,
    note: null,
    discountCode: written.codes[0] ?? null,
    discountCodes: written.codes,
    shippingAddress: customer?.defaultAddress ?? null,
    billingAddress: customer?.defaultAddress ?? null,
    subtotalLineItemsQuantity: lines.reduce((sum, l) => sum + l.quantity, 0),
    currentSubtotalLineItemsQuantity: lines.reduce((sum, l) => sum + l.quantity - l.returned, 0),
  };
}

/** One order, as the Admin schema shapes it. `displayFulfillmentStatus` may be a value the schema does not know. */
export function orderNode(context: SeedContext, plain: WrittenOrder, sources: OrderSources): OrderNode {
  const written: CompleteOrder = { ...DEFAULTS, ...plain };
  const id = numericId.order(written.number);
  const name = written.name ?? `#${written.number}`;
  const createdAt = daysAgo(context, written.age);
  const customer = written.customer === undefined ? null : sources.customer(written.customer);
  const lines = linesOf(written, sources.variant);
  const { refundedParts, ...money } = moneyFields(written, lines);
  const lineItems = lineItemsOf(written, lines);
  const parts = {
    fulfillments: fulfillmentNodes(written, name, createdAt, lineItems),
    refunds: refundsOf(written, createdAt, refundedParts),
  };
  const node: OrderNode = {
    __typename: 'Order',
    id: gid('Order', id),
    legacyResourceId: id,
    name,
    number: written.number,
    confirmationNumber: confirmation(written.number),
    createdAt,
    updatedAt: createdAt,
    cancelledAt: written.cancelled === undefined ? null : daysAfter(createdAt, Math.min(1, written.age / 2)),
    closedAt: null,
    customer,
    email: customer ? customer.email : (written.email ?? null),
    displayFinancialStatus: written.financial,
    displayFulfillmentStatus: written.fulfillment,
    tags: [],
    lineItems,
    ...money,
    ...progress(written, customer, lines, createdAt),
    ...parts,
  };
  for (const part of [...parts.fulfillments, ...parts.refunds]) Object.assign(part, { order: node });
  return node;
}
