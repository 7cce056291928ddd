import { ownValue } from '../../kore/own-value';

/** How a kind of node looks: the shape carries the meaning as well as the colour does. */
export interface NodeLook {
  readonly name: string;
  /** Class in the picture and suffix of the custom properties that hold its colours, `--node-…`. */
  readonly style: string;
  readonly shape: 'round-rectangle' | 'ellipse' | 'hexagon' | 'diamond' | 'tag' | 'barrel' | 'cut-rectangle';
}

const LOOKS: Readonly<Record<string, NodeLook>> = {
  intent: { name: 'Intent', style: 'intent', shape: 'ellipse' },
  entity: { name: 'Entity', style: 'entity', shape: 'tag' },
  service: { name: 'Service', style: 'service', shape: 'barrel' },
  script: { name: 'Script', style: 'script', shape: 'cut-rectangle' },
  message: { name: 'Message', style: 'message', shape: 'round-rectangle' },
  botAction: { name: 'Bot action', style: 'action', shape: 'round-rectangle' },
  logic: { name: 'Logic', style: 'logic', shape: 'diamond' },
  dialogAct: { name: 'Confirmation', style: 'confirmation', shape: 'hexagon' },
};

export const LOOKS_IN_ORDER: readonly NodeLook[] = Object.values(LOOKS);

export const lookOf = (type: string): NodeLook =>
  ownValue(LOOKS, type) ?? { name: type, style: 'logic', shape: 'hexagon' };
