import { gid, numericId } from './ids';
import { moneyBag, type Presentment } from './money';
import type { LineItemNode, VariantNode } from './nodes';
import type { WrittenOrder } from './written';

/** A line of an order before it is printed: what was bought, how much of it, and what happened to it. */
export interface OrderLine {
  readonly variant: VariantNode;
  readonly quantity: number;
  readonly returned: number;
  readonly shipped: boolean;
}

/** The lines of a written order; `find` returns a variant by product number and position. */
export function linesOf(written: WrittenOrder, find: (product: number, position: number) => VariantNode): OrderLine[] {
  const shipped = (written.fulfillments ?? []).reduce((sum, f) => sum + (f.lines ?? written.lines.length), 0);
  return written.lines.map(([product, position, quantity], k) => ({
    variant: find(product, position),
    quantity,
    // Cancelling takes every line out of an order.
    returned: written.cancelled ? quantity : (written.returned?.[k] ?? 0),
    shipped: k < shipped,
  }));
}

/** One line item; `discount` is its share of the order's code discount, in cents. */
export function lineItemNode(
  written: WrittenOrder,
  line: OrderLine,
  k: number,
  discount: number,
  presentment: Presentment,
): LineItemNode {
  const { variant, quantity } = line;
  const { product } = variant;
  const plain = variant.title === 'Default Title';
  const total = variant.cents * quantity;
  const fields = {
    variantTitle: plain ? null : variant.title,
    name: plain ? product.title : `${product.title} - ${variant.title}`,
    vendor: product.vendor,
    currentQuantity: quantity - line.returned,
    refundableQuantity: quantity - line.returned,
    unfulfilledQuantity: line.shipped ? 0 : quantity - line.returned,
    requiresShipping: !product.isGiftCard,
    isGiftCard: product.isGiftCard,
    taxable: !product.isGiftCard,
    image: product.media[0]?.image ?? null,
    originalUnitPriceSet: moneyBag(variant.cents, presentment),
    originalTotalSet: moneyBag(total, presentment),
    discountedUnitPriceSet: moneyBag(variant.cents, presentment),
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean }) =>
      moneyBag(withCodeDiscounts ? total - discount : total, presentment),
    totalDiscountSet: moneyBag(0, presentment),
    product,
    variant,
  };
  return {
    __typename: 'LineItem',
    id: gid('LineItem', numericId.lineItem(written.number, k + 1)),
    title: product.title,
    sku: variant.sku,
    quantity,
    ...fields,
  };
}
