import { fulfillmentNodes } from './fulfillment-node';
import { gid, numericId } from './ids';
import { lineItemNode, linesOf, type Line } from './line-item-node';
import { moneyBag, SHOP_CURRENCY, shopMoney } from './money';
import type { CustomerNode, OrderNode, VariantNode } from './nodes';
import { daysAfter, daysAgo, type SeedContext } from './seed-clock';
import type { WrittenOrder } from './written';

/** Looks up the objects an order points to. */
export interface OrderSources {
  readonly variant: (product: number, position: number) => VariantNode;
  readonly customer: (n: number) => CustomerNode;
}

/** All sums of an order in cents of the shop's currency. */
function sumsOf(written: WrittenOrder, lines: readonly Line[]) {
  const goods = lines.reduce((sum, l) => sum + l.variant.cents * l.quantity, 0);
  const kept = lines.reduce((sum, l) => sum + l.variant.cents * (l.quantity - l.returned), 0);
  const discount = written.discount ?? 0;
  const shipping = written.shipping ?? 0;
  const tax = Math.round((goods - discount) * (written.taxRate ?? 0));
  const keptTax = Math.round(Math.max(0, kept - discount) * (written.taxRate ?? 0));
  const total = goods - discount + shipping + tax;
  const current = written.cancelled ? 0 : kept - discount + shipping + keptTax;
  const unpaid = ['PENDING', 'AUTHORIZED'].includes(written.financial);
  const refunded = /REFUNDED$/.test(written.financial) ? total - current : 0;
  return { goods, kept, discount, shipping, tax, keptTax, total, current, refunded, outstanding: unpaid ? current : 0 };
}

/** A short code of letters and digits, as confirmation mails show it. */
const confirmation = (number: number): string =>
  `HP${(number * 2_654_435 + 7).toString(36).toUpperCase().slice(-7).padStart(7, 'X')}`;

function moneyFields(written: WrittenOrder, lines: readonly Line[]) {
  const sums = sumsOf(written, lines);
  const bag = (cents: number) =>
    moneyBag(cents, { currency: written.currency ?? SHOP_CURRENCY, rate: written.rate ?? 1 });
  return {
    currencyCode: SHOP_CURRENCY,
    presentmentCurrencyCode: written.currency ?? SHOP_CURRENCY,
    subtotalPriceSet: bag(sums.goods - sums.discount),
    currentSubtotalPriceSet: bag(sums.kept - sums.discount),
    totalShippingPriceSet: bag(sums.shipping),
    totalTaxSet: bag(sums.tax),
    currentTotalTaxSet: bag(sums.keptTax),
    totalDiscountsSet: bag(sums.discount),
    currentTotalDiscountsSet: bag(sums.discount),
    totalPriceSet: bag(sums.total),
    originalTotalPriceSet: bag(sums.total),
    currentTotalPriceSet: bag(sums.current),
    totalRefundedSet: bag(sums.refunded),
    totalReceivedSet: bag(sums.total - sums.outstanding),
    netPaymentSet: bag(sums.total - sums.outstanding - sums.refunded),
    totalOutstandingSet: bag(sums.outstanding),
    totalRefunded: sums.refunded,
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

/** One order, as the Admin schema shapes it. `displayFulfillmentStatus` may be a value the schema does not know. */
export function orderNode(context: SeedContext, written: WrittenOrder, sources: OrderSources): OrderNode {
  const id = numericId.order(written.number);
  const name = written.name ?? `#${written.number}`;
  const createdAt = daysAgo(context, written.age);
  const customer = written.customer === undefined ? null : sources.customer(written.customer);
  const lines = linesOf(written, sources.variant);
  const { totalRefunded, ...money } = moneyFields(written, lines);
  const discountEach = Math.round((written.discount ?? 0) / lines.length);
  const presentment = { currency: written.currency ?? SHOP_CURRENCY, rate: written.rate ?? 1 };
  const lineItems = lines.map((line, k) => lineItemNode(written, line, k, discountEach, presentment));
  const cancelledAt = written.cancelled ? daysAfter(createdAt, Math.min(1, written.age / 2)) : null;
  const refund = {
    id: gid('Refund', numericId.refund(written.number)),
    legacyResourceId: numericId.refund(written.number),
    createdAt: daysAfter(createdAt, Math.min(7, written.age / 2)),
    totalRefundedSet: moneyBag(totalRefunded, presentment),
  };
  const fields = {
    processedAt: createdAt,
    cancelReason: written.cancelled ?? null,
    closed: false,
    confirmed: true,
    test: false,
    returnStatus: written.returnStatus ?? 'NO_RETURN',
    phone: null,
    note: null,
    discountCode: written.codes?.[0] ?? null,
    discountCodes: written.codes ?? [],
    shippingAddress: customer?.defaultAddress ?? null,
    billingAddress: customer?.defaultAddress ?? null,
    subtotalLineItemsQuantity: lines.reduce((sum, l) => sum + l.quantity, 0),
    currentSubtotalLineItemsQuantity: lines.reduce((sum, l) => sum + l.quantity - l.returned, 0),
    fulfillments: fulfillmentNodes(written, name, createdAt, lineItems),
    refunds: totalRefunded > 0 ? [refund] : [],
  };
  return {
    __typename: 'Order',
    id: gid('Order', id),
    legacyResourceId: id,
    name,
    number: written.number,
    confirmationNumber: confirmation(written.number),
    createdAt,
    updatedAt: createdAt,
    cancelledAt,
    closedAt: null,
    customer,
    email: customer ? customer.email : (written.email ?? null),
    displayFinancialStatus: written.financial,
    displayFulfillmentStatus: written.fulfillment,
    tags: [],
    lineItems,
    ...money,
    ...fields,
  };
}
