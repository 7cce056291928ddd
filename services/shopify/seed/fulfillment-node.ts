import { gid, numericId } from './ids';
import type { LineItemNode } from './nodes';
import { daysAfter } from './seed-clock';
import type { WrittenFulfillment, WrittenOrder } from './written';

/** The fulfilments of an order, each with the next of its line items. */
export function fulfillmentNodes(
  written: WrittenOrder,
  name: string,
  createdAt: string,
  lineItems: readonly LineItemNode[],
): object[] {
  let next = 0;
  return (written.fulfillments ?? []).map((f, k) => {
    const sent = lineItems.slice(next, next + (f.lines ?? lineItems.length));
    next += sent.length;
    return fulfillmentNode(written.number, `${name}-F${k + 1}`, f, k, createdAt, sent);
  });
}

function fulfillmentNode(
  order: number,
  name: string,
  written: WrittenFulfillment,
  k: number,
  createdAt: string,
  sent: readonly LineItemNode[],
): object {
  const id = numericId.fulfillment(order, k + 1);
  const at = (days: number | undefined): string | null => (days === undefined ? null : daysAfter(createdAt, days));
  return {
    __typename: 'Fulfillment',
    id: gid('Fulfillment', id),
    legacyResourceId: id,
    name,
    status: 'SUCCESS',
    displayStatus: written.status,
    createdAt: at(written.after),
    updatedAt: at(written.deliveredAfter ?? written.after),
    inTransitAt: at(written.after),
    estimatedDeliveryAt: at(written.estimatedAfter),
    deliveredAt: at(written.deliveredAfter),
    totalQuantity: sent.reduce((sum, line) => sum + line.quantity, 0),
    trackingInfo: written.tracking.map(([company, number, url]) => ({ company, number, url: url ?? null })),
    fulfillmentLineItems: sent.map((lineItem) => ({
      id: lineItem.id.replace('LineItem', 'FulfillmentLineItem'),
      quantity: lineItem.quantity,
      lineItem,
    })),
  };
}
