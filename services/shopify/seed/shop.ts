import { gid } from './ids';
import { SHOP_CURRENCY } from './money';

export const SHOP_URL = 'https://harborandpine.example';

/** Where its pictures are, as its answers say: over https, like Shopify's. The store itself serves them below `/images/`. */
export const PICTURES = `${SHOP_URL}/images/`;

/** The shop itself. `primaryDomain` is on a reserved name, so no link of the seed leads anywhere. */
export const SHOP = {
  __typename: 'Shop',
  id: gid('Shop', '6000000000001'),
  name: 'Harbor & Pine',
  email: 'hello@harborandpine.example',
  contactEmail: 'hello@harborandpine.example',
  myshopifyDomain: 'harbor-and-pine.myshopify.com',
  url: SHOP_URL,
  primaryDomain: { id: gid('Domain', '6100000000001'), host: 'harborandpine.example', url: SHOP_URL, sslEnabled: true },
  currencyCode: SHOP_CURRENCY,
  enabledPresentmentCurrencies: ['USD', 'CAD', 'EUR', 'GBP', 'JPY'],
  ianaTimezone: 'America/Los_Angeles',
  timezoneAbbreviation: 'PST',
  timezoneOffset: '-0800',
  timezoneOffsetMinutes: -480,
  orderNumberFormatPrefix: '#',
  orderNumberFormatSuffix: '',
  taxesIncluded: false,
  weightUnit: 'KILOGRAMS',
  unitSystem: 'METRIC_SYSTEM',
} as const;
