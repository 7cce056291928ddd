import type { LocalService } from '../services/service';
import type { Store } from '../services/shopify/store';
import type { ShopifyService } from '../services/shopify/service';

/** The local store itself (no other service is one), for tests that look at its data and at what it was asked. */
export const storeOf = (service: LocalService | undefined): Store | undefined =>
  (service as Partial<ShopifyService> | undefined)?.running?.();
