import type { ServiceKind } from './service';
import { shopify } from './shopify/service';

/** Every kind of service that can be stood in for. Another one is a folder and a line here. */
export const SERVICE_KINDS: readonly ServiceKind[] = [shopify];
