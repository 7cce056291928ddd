import type { Component } from '../../kore/format';
import { REUSE_NEVER, REUSE_USED } from '../inferred';
import { note } from '../play';
import type { Frame, Play, PlayedNode, Utterance } from '../play';
import { setEntity } from '../scripting';
import type { FoundValue } from '../values/found';
import { findEntity } from './entity-find';

/**
 * Fills an entity from what was said before it was asked for: the part its training utterance marked, else a value of its
 * type in words no other entity has taken. Each utterance is searched once per node, so that an entity a script has
 * emptied is asked for again.
 */
export async function fillFromSaid(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<boolean> {
  const { task } = frame;
  const slot = task.slots.get(component._id);
  task.slots.delete(component._id);
  if (node.nodeOptions?.reuseOptions === REUSE_NEVER) return false;
  const first = task.utterances[0];
  if (slot !== undefined && first !== undefined) {
    const found = await findEntity(play, frame, node.nodeId, component, slot.text, true);
    if (found !== undefined && 'value' in found) {
      const marked = { value: found.value, start: slot.start, end: slot.end };
      const all = await followed(play, frame, node, component, first.text, marked);
      return take(play, frame, node, component, first, all);
    }
  }
  return fillFromUtterances(play, frame, node, component);
}

/** What a sentence marks may be the first of several values: those that follow it belong to it. */
async function followed(
  play: Play,
  frame: Frame,
  { nodeId }: PlayedNode,
  component: Component,
  text: string,
  marked: FoundValue,
): Promise<FoundValue> {
  if (component.isArray !== true) return marked;
  const { start, end } = marked;
  const found = await findEntity(play, frame, nodeId, component, text.slice(start), false);
  if (found === undefined || !('value' in found) || found.start > 0 || start + found.end <= end) return marked;
  return { value: found.value, start, end: start + found.end };
}

async function fillFromUtterances(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<boolean> {
  const { utterances } = frame.task;
  const from = frame.searched.get(node.nodeId) ?? 0;
  frame.searched.set(node.nodeId, utterances.length);
  for (const utterance of utterances.slice(from).reverse()) {
    const text = node.nodeOptions?.reuseOptions === REUSE_USED ? utterance.text : unused(utterance);
    const found = await findEntity(play, frame, node.nodeId, component, text, false);
    if (found !== undefined && 'value' in found) return take(play, frame, node, component, utterance, found);
  }
  return false;
}

function take(
  play: Play,
  frame: Frame,
  node: PlayedNode,
  component: Component,
  utterance: Utterance,
  found: FoundValue,
): true {
  utterance.used.push([found.start, found.end]);
  setEntity(frame, component.name, found.value);
  note(play, frame, node.nodeId, 'entity-filled', `${component.name} was filled from what was said`, {
    component: component.name,
  });
  return true;
}

/** The utterance with the words other entities took blanked out, positions kept. */
const unused = ({ text, used }: Utterance): string =>
  used.reduce(
    (left, [start, end]) => left.slice(0, start) + ' '.repeat(Math.max(end - start, 0)) + left.slice(end),
    text,
  );
