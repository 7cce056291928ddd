import type { Component } from '../../kore/format';
import { chooseTransition, componentAt } from '../conditions';
import { FOLLOW, note } from '../play';
import type { Frame, NodeHandler, PlayResult, Play, PlayedNode } from '../play';
import { sayOwn } from '../own-words';
import { beginVisit, tooManyVisits } from '../visit';
import { notPlayed } from './not-played';
import { scriptNode } from './script';
import { serviceNode } from './service';
import { ownValue } from '../../kore/own-value';

const INNER: Readonly<Record<string, NodeHandler>> = {
  service: serviceNode,
  script: scriptNode,
  logic: { enter: () => Promise.resolve(FOLLOW) },
};

/** Runs its inner nodes from the root along their own transitions, then goes on along the outer node's. */
export const botAction: NodeHandler = {
  enter: async (play, frame, node, component) => {
    const inner = innerNodes(node, component);
    let current = inner.find((n) => n.level === 'root') ?? inner[0];
    while (current !== undefined) {
      const tooMany = tooManyVisits(play, frame, current.nodeId, component.name);
      if (tooMany !== undefined) return limit(play, frame, node, tooMany);
      const outcome = await runInner(play, frame, current);
      if (outcome.next !== 'goto') return outcome;
      const target = outcome.nodeId;
      current = inner.find((n) => n.nodeId === target);
    }
    return FOLLOW;
  },
};

type Inner = PlayedNode & { readonly level?: string | undefined };

/** The component's list has the transitions, the dialog node's the options. */
function innerNodes(node: PlayedNode, component: Component): readonly Inner[] {
  const placed = new Map((node.nodes ?? []).map((n) => [n.nodeId, n]));
  return (component.nodes ?? []).map((n) => ({ ...placed.get(n.nodeId), ...n, transitions: n.transitions ?? [] }));
}

async function runInner(play: Play, frame: Frame, node: Inner): Promise<PlayResult> {
  const component = componentAt(play, node);
  if (component === undefined) {
    note(play, frame, node.nodeId, 'missing', `an inner node has no component`);
    return { next: 'end-task', why: 'a component is missing' };
  }
  const visit = beginVisit(play, frame, node, component.name);
  const started = performance.now();
  const outcome = await (ownValue(INNER, node.type) ?? notPlayed).enter(play, frame, node, component);
  if (outcome.next === 'follow') {
    const { target, transition } = await chooseTransition(play, frame, node);
    visit.transition = transition;
    visit.ms = performance.now() - started;
    return { next: 'goto', nodeId: target };
  }
  visit.ms = performance.now() - started;
  return outcome;
}

function limit(play: Play, frame: Frame, node: PlayedNode, why: string): PlayResult {
  note(play, frame, node.nodeId, 'loop-limit', why);
  sayOwn(play, 'loopLimit');
  return { next: 'end-task', why };
}
