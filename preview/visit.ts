import { HISTORY_LENGTH, MAX_NODES_PER_TURN, MAX_VISITS_PER_TURN } from './inferred';
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

/** Counts a visit. Says what is too much: nodes in this turn, or visits of this node by one dialog without user input. */
export function tooManyVisits(play: Play, frame: Frame, nodeId: string, name: string): string | undefined {
  play.turn.nodes += 1;
  if (play.turn.nodes > MAX_NODES_PER_TURN) return `more than ${MAX_NODES_PER_TURN} nodes in one turn`;
  if (frame.visits?.turn !== play.turn) frame.visits = { turn: play.turn, count: new Map() };
  const { count } = frame.visits;
  const visits = (count.get(nodeId) ?? 0) + 1;
  count.set(nodeId, visits);
  return visits > MAX_VISITS_PER_TURN
    ? `${name} was visited more than ${MAX_VISITS_PER_TURN} times without user input`
    : undefined;
}
