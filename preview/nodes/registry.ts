import { FOLLOW } from '../play';
import type { NodeHandler } from '../play';
import { agentTransfer } from './agent-transfer';
import { botAction } from './bot-action';
import { dialogAct } from './dialog-act';
import { entity } from './entity';
import { form } from './form';
import { intent } from './intent';
import { message } from './message';
import { notPlayed } from './not-played';
import { scriptNode } from './script';
import { serviceNode } from './service';

const HANDLERS: Readonly<Record<string, NodeHandler>> = {
  intent,
  entity,
  message,
  service: serviceNode,
  script: scriptNode,
  botAction,
  dialogAct,
  form,
  digitalFormNode: form,
  agentTransfer,
  logic: { enter: () => Promise.resolve(FOLLOW) },
};

/** How a type of node is played; types nobody knows how to play end the turn. */
export const handlerFor = (type: string): NodeHandler =>
  (Object.hasOwn(HANDLERS, type) ? HANDLERS[type] : undefined) ?? notPlayed;
