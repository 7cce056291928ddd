import { gid, numericId } from './ids';
import { shopMoney } from './money';
import type { CollectionNode, ImageNode, MediaNode, ProductNode, VariantNode } from './nodes';
import { daysAgo, type SeedContext } from './seed-clock';
import { SHOP_URL } from './shop';
import { truncatedText, paragraph } from './text';
import { optionRows, variantNode } from './variant-node';
import { DEFAULTS, type CompleteProduct, type WrittenProduct } from './written';

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

function mediaOf(context: SeedContext, written: CompleteProduct): MediaNode[] {
  return Array.from({ length: written.pictures }, (_, k) => {
    const id = `${numericId.product(written.n)}-${k + 1}`;
    const image = imageNode(context, id, k === 0 ? written.title : `${written.title}, view ${k + 1}`);
    const preview = { image, status: 'READY' } as const;
    return {
      __typename: 'MediaImage',
      id: gid('MediaImage', id.replace('-', '')),
      mediaContentType: 'IMAGE',
      alt: image.altText,
      status: 'READY',
      image,
      preview,
    };
  });
}

/** Figures that sum up the variants. */
function summary(written: CompleteProduct, variants: readonly VariantNode[]) {
  const prices = variants.map((v) => v.cents);
  const was = written.was === 0 ? null : shopMoney(written.was);
  const tracked = !written.giftCard;
  return {
    hasOnlyDefaultVariant: 'Title' in written.options,
    tracksInventory: tracked,
    totalInventory: variants.reduce((sum, v) => sum + v.inventoryQuantity, 0),
    hasOutOfStockVariants: tracked && variants.some((v) => v.inventoryQuantity <= 0),
    variantsCount: { count: variants.length, precision: 'EXACT' },
    priceRangeV2: { minVariantPrice: shopMoney(Math.min(...prices)), maxVariantPrice: shopMoney(Math.max(...prices)) },
    compareAtPriceRange: was && { minVariantCompareAtPrice: was, maxVariantCompareAtPrice: was },
  };
}

/** Texts, options and links. */
function details(written: CompleteProduct, handle: string, online: boolean, media: readonly MediaNode[]) {
  const text = written.description ?? `${written.title}: made in small runs, packed by hand, sent within two days.`;
  return {
    description: ({ truncateAt }: { truncateAt?: number }) => truncatedText(text, truncateAt),
    descriptionHtml: paragraph(text),
    options: Object.entries(written.options).map(([name, values], k) => ({
      id: gid('ProductOption', `${numericId.product(written.n)}${k}`),
      name,
      position: k + 1,
      values,
    })),
    onlineStoreUrl: online ? `${SHOP_URL}/products/${handle}` : null,
    featuredMedia: media[0] ?? null,
    featuredImage: media[0]?.image ?? null,
    images: media.map((m) => m.image),
    mediaCount: { count: media.length, precision: 'EXACT' },
  };
}

/** One product with its variants, as the Admin schema shapes it. */
export function productNode(context: SeedContext, plain: WrittenProduct): ProductNode {
  const written: CompleteProduct = { ...DEFAULTS, ...plain };
  const id = numericId.product(written.n);
  const online = written.status === 'ACTIVE' && !written.unpublished;
  const handle = handleOf(written.title, written.n);
  const media = mediaOf(context, written);
  const createdAt = daysAgo(context, written.age);
  const variants: VariantNode[] = [];
  const collections: CollectionNode[] = [];
  const inCollection = (args: { id: string }): boolean => collections.some((c) => c.id === args.id);
  const node: Omit<ProductNode, keyof ReturnType<typeof summary>> = {
    __typename: 'Product',
    id: gid('Product', id),
    legacyResourceId: id,
    title: written.title,
    handle,
    vendor: written.vendor,
    productType: written.type,
    status: written.status,
    tags: written.tags,
    isGiftCard: written.giftCard,
    createdAt,
    updatedAt: daysAgo(context, written.age / 2),
    publishedAt: online ? createdAt : null,
    media,
    variants,
    collections,
    ...{ inCollection },
    ...details(written, handle, online, media),
  };
  variants.push(...optionRows(written).map((row, k) => variantNode(written, row, k, node, () => product)));
  const product: ProductNode = Object.assign(node, summary(written, variants));
  return product;
}
