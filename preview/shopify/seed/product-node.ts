import { gid, numericId } from './ids';
import { moneyScalar, shopMoney } from './money';
import type { ImageNode, MediaNode, ProductNode, VariantNode } from './nodes';
import { daysAgo, type SeedContext } from './seed-clock';
import { SHOP_URL } from './shop';
import { cut } from './text';
import type { WrittenProduct } from './written';

/** `Trail Map: "North Loop"` → `trail-map-north-loop`; a title without Latin letters gets its number. */
export function handleOf(title: string, n: number): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words ? words.join('-') : `item-${n}`;
}

/** The picture with this id, as the store's own `/images/<id>.svg`. */
export function imageNode(context: SeedContext, id: string, altText: string): ImageNode {
  return { id: gid('ImageSource', id), url: () => context.imageUrl(id), altText, width: 600, height: 600 };
}

function mediaOf(context: SeedContext, written: WrittenProduct): MediaNode[] {
  return Array.from({ length: written.pictures ?? 1 }, (_, k) => {
    const id = `${numericId.product(written.n)}-${k + 1}`;
    const image = imageNode(context, id, k === 0 ? written.title : `${written.title}, view ${k + 1}`);
    return {
      __typename: 'MediaImage',
      id: gid('MediaImage', id.replace('-', '')),
      mediaContentType: 'IMAGE',
      alt: image.altText,
      status: 'READY',
      image,
      preview: { image, status: 'READY' },
    };
  });
}

/** All combinations of the options' values, the last option turning fastest. */
function combinations(options: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** What a product holds beside its variants. */
function summary(context: SeedContext, written: WrittenProduct, variants: readonly VariantNode[]) {
  const options = written.options ?? { Title: ['Default Title'] };
  const prices = variants.map((v) => v.cents);
  const description =
    written.description ?? `${written.title}: made in small runs, packed by hand, sent within two days.`;
  const was = written.was === undefined ? null : shopMoney(written.was);
  return {
    description: ({ truncateAt }: { truncateAt?: number }) => cut(description, truncateAt),
    descriptionHtml: `<p>${description.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>`,
    hasOnlyDefaultVariant: written.options === undefined,
    tracksInventory: written.giftCard !== true,
    totalInventory: written.giftCard ? 0 : variants.reduce((sum, v) => sum + v.inventoryQuantity, 0),
    hasOutOfStockVariants: written.giftCard !== true && variants.some((v) => v.inventoryQuantity <= 0),
    variantsCount: { count: variants.length, precision: 'EXACT' },
    priceRangeV2: { minVariantPrice: shopMoney(Math.min(...prices)), maxVariantPrice: shopMoney(Math.max(...prices)) },
    compareAtPriceRange: was && { minVariantCompareAtPrice: was, maxVariantCompareAtPrice: was },
    options: Object.entries(options).map(([name, values], k) => ({
      id: gid('ProductOption', `${numericId.product(written.n)}${k}`),
      name,
      position: k + 1,
      values,
    })),
    createdAt: daysAgo(context, written.age ?? 90),
    updatedAt: daysAgo(context, (written.age ?? 90) / 2),
  };
}

function variantNode(
  written: WrittenProduct,
  product: ProductNode,
  row: Record<string, string>,
  k: number,
): VariantNode {
  const id = numericId.variant(written.n, k + 1);
  const stock = written.giftCard ? 0 : (written.stock?.[k % written.stock.length] ?? 25);
  const steps = Object.values(written.options ?? {}).at(-1)?.length ?? 1;
  const cents = written.cents + (k % steps) * (written.step ?? 0);
  const title = Object.values(row).join(' / ');
  const image = product.media[0]?.image ?? null;
  const fields = {
    displayName: `${written.title} - ${title}`,
    compareAtPrice: written.was === undefined ? null : moneyScalar(written.was),
    availableForSale: product.status === 'ACTIVE' && (written.giftCard === true || stock > 0),
    inventoryPolicy: 'DENY',
    sellableOnlineQuantity: stock,
    inventoryItem: {
      id: gid('InventoryItem', `1${id}`),
      tracked: written.giftCard !== true,
      sku: `P${written.n}-${k + 1}`,
    },
    selectedOptions: Object.entries(row).map(([name, value]) => ({ name, value })),
    media: product.media.slice(0, 1),
    image,
    taxable: written.giftCard !== true,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
  };
  return {
    __typename: 'ProductVariant',
    id: gid('ProductVariant', id),
    legacyResourceId: id,
    title,
    sku: `P${written.n}-${k + 1}`,
    position: k + 1,
    price: moneyScalar(cents),
    cents,
    inventoryQuantity: stock,
    product,
    ...fields,
  };
}

/** One product with its variants, as the Admin schema shapes it. */
export function productNode(context: SeedContext, written: WrittenProduct): ProductNode {
  const id = numericId.product(written.n);
  const status = written.status ?? 'ACTIVE';
  const online = status === 'ACTIVE' && !written.unpublished;
  const handle = handleOf(written.title, written.n);
  const media = mediaOf(context, written);
  const variants: VariantNode[] = [];
  const node: ProductNode = {
    __typename: 'Product',
    id: gid('Product', id),
    legacyResourceId: id,
    title: written.title,
    handle,
    vendor: written.vendor ?? 'Harbor & Pine',
    productType: written.type,
    status,
    tags: written.tags ?? [],
    isGiftCard: written.giftCard ?? false,
    publishedAt: online ? daysAgo(context, written.age ?? 90) : null,
    media,
    variants,
    collections: [],
    ...{
      onlineStoreUrl: online ? `${SHOP_URL}/products/${handle}` : null,
      featuredMedia: media[0] ?? null,
      featuredImage: media[0]?.image ?? null,
      images: media.map((m) => m.image),
      mediaCount: { count: media.length, precision: 'EXACT' },
    },
    createdAt: '',
    updatedAt: '',
    totalInventory: 0,
    priceRangeV2: { minVariantPrice: shopMoney(0), maxVariantPrice: shopMoney(0) },
  };
  variants.push(
    ...combinations(written.options ?? { Title: ['Default Title'] }).map((row, k) =>
      variantNode(written, node, row, k),
    ),
  );
  return Object.assign(node, summary(context, written, variants));
}
