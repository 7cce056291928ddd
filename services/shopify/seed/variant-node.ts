import { gid, numericId } from './ids';
import { moneyScalar } from './money';
import type { ProductNode, VariantNode } from './nodes';
import type { CompleteProduct } from './written';

/** All combinations of a product's option values, the last option turning fastest. */
export function optionRows({ options }: CompleteProduct): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** The variant of one combination; `k` counts from 0. */
export function variantNode(
  written: CompleteProduct,
  row: Record<string, string>,
  k: number,
  owner: Pick<ProductNode, 'status' | 'media' | 'createdAt' | 'updatedAt'>,
  product: () => ProductNode,
): VariantNode {
  const id = numericId.variant(written.n, k + 1);
  const stock = written.giftCard ? 0 : (written.stock[k % written.stock.length] ?? 0);
  const steps = Object.values(written.options).at(-1)?.length ?? 1;
  const cents = written.cents + (k % steps) * written.step;
  const title = Object.values(row).join(' / ');
  const sku = `P${written.n}-${k + 1}`;
  const tracked = !written.giftCard;
  const fields = {
    displayName: `${written.title} - ${title}`,
    compareAtPrice: written.was > cents ? moneyScalar(written.was) : null,
    availableForSale: owner.status === 'ACTIVE' && (!tracked || stock > 0),
    inventoryPolicy: 'DENY',
    sellableOnlineQuantity: stock,
    inventoryItem: { id: gid('InventoryItem', `1${id}`), tracked, sku },
    selectedOptions: Object.entries(row).map(([name, value]) => ({ name, value })),
    media: owner.media.slice(0, 1),
    image: owner.media[0]?.image ?? null,
    taxable: tracked,
    createdAt: owner.createdAt,
    updatedAt: owner.updatedAt,
  };
  const node = {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', id),
    legacyResourceId: id,
    title,
    sku,
    position: k + 1,
    price: moneyScalar(cents),
    cents,
    inventoryQuantity: stock,
    ...fields,
  };
  return Object.defineProperty(node, 'product', { get: product, enumerable: true }) as typeof node & {
    readonly product: ProductNode;
  };
}
