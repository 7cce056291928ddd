import { HISTORY_LENGTH } from './inferred';
import type { Frame, MutableVisit, Play, PlayedNode } from './play';

/** Records a stop at a node, in the turn and in `context.history`. */
export function beginVisit(play: Play, frame: Frame, node: PlayedNode, component: string): MutableVisit {
  const visit: MutableVisit = { dialog: frame.name, nodeId: node.nodeId, type: node.type, component, ms: 0 };
  play.turn.path.push(visit);
  const history = Array.isArray(play.globals['history']) ? (play.globals['history'] as unknown[]) : [];
  const stop = {
    nodeId: node.nodeId,
    state: 'processed',
    type: node.type,
    componentName: component,
    timestamp: new Date(play.clock()).toISOString(),
  };
  play.globals = { ...play.globals, history: [...history.slice(1 - HISTORY_LENGTH), stop] };
  return visit;
}
