import type { NodeType } from '../format';

/** The types of nodes and components that exports are known to hold (observed), played or not. */
export const KNOWN_NODE_TYPES: ReadonlySet<string> = new Set<NodeType | 'digitalFormNode' | 'sdkWebhook'>([
  'intent',
  'entity',
  'service',
  'script',
  'message',
  'botAction',
  'logic',
  'dialogAct',
  'form',
  'agentTransfer',
  'generativeai',
  'digitalFormNode',
  'sdkWebhook',
]);
