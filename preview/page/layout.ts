import type { FlowEdge } from '../web/protocol';
import type { LabelSize } from './way-labels';

/** In pixels of the picture. */
export const NODE = { width: 136, height: 42 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A way as it is drawn: between nodes that hold no others, with its bends and, if it says anything, its label's middle. */
export interface EdgeRoute {
  readonly edge: FlowEdge;
  readonly source: string;
  readonly target: string;
  readonly points: readonly Point[];
  readonly label?: Point & LabelSize;
}

export interface FlowLayout {
  /** The middle of each node that holds no others. */
  readonly nodes: ReadonlyMap<string, Point>;
  readonly ways: readonly EdgeRoute[];
  /** Of a node. */
  readonly size: typeof NODE;
}
