import type { Component, Condition, Test } from '../kore/format';
import { fillTemplate } from './expression';
import { compareOperands } from './inferred';
import { dialogName } from './open-bot';
import { note } from './play';
import type { Frame, Play, PlayedNode } from './play';
import { entityValue, noteScriptError, runJobs, visibleValue } from './scripting';

export interface Chosen {
  /** A node id, `end`, `retToFlow`, or empty when the way leads nowhere. */
  readonly target: string;
  readonly transition: number | 'default' | 'none';
}

/** The first rule that holds, else the default (documented: If, Else-If, Else). `none` when there is neither. */
export async function chooseTransition(play: Play, frame: Frame, node: PlayedNode): Promise<Chosen> {
  for (const [index, transition] of node.transitions.entries()) {
    if (!('if' in transition)) return { target: transition.default, transition: 'default' };
    if (await holds(play, frame, node, transition.if)) return { target: transition.then, transition: index };
  }
  return { target: '', transition: 'none' };
}

async function holds(play: Play, frame: Frame, node: PlayedNode, condition: Condition): Promise<boolean> {
  if (condition.conjoin === undefined || condition.tests === undefined) return testHolds(play, frame, node, condition);
  for (const test of condition.tests) {
    const held = await testHolds(play, frame, node, test);
    if (condition.conjoin === 'or' ? held : !held) return held;
  }
  return condition.conjoin !== 'or';
}

async function testHolds(play: Play, frame: Frame, node: PlayedNode, test: Test): Promise<boolean> {
  const op = test.op ?? '';
  const value = await fillTemplate(play, frame, node.nodeId, '', String(test.value ?? ''));
  if (test.dialogAct !== undefined) return frame.answers.get(node.nodeId) === test.dialogAct;
  if (test.intent !== undefined) return intentHolds(play, frame, test.intent);
  if (test.field !== undefined) return compareOperands(fieldValue(play, frame, test.field), op, value);
  if (test.context !== undefined)
    return compareOperands(await contextValue(play, frame, node, test.context), op, value);
  note(play, frame, node.nodeId, 'unfinished-condition', unfinished(play, node, test));
  return false;
}

function intentHolds(play: Play, frame: Frame, nodeId: string): boolean {
  if (frame.subIntent === nodeId) return true;
  const target = play.bot.nodes.get(frame.dialog.refId)?.get(nodeId);
  const dialog = target && play.bot.dialogById.get(target.flowTaskId ?? componentAt(play, target)?.dialogId ?? '');
  const waiting = dialog === undefined ? -1 : frame.task.followUps.indexOf(dialogName(play.bot, dialog));
  if (waiting < 0) return false;
  frame.task.followUps.splice(waiting, 1);
  return true;
}

/** A rule that was begun in the builder and never finished tests nothing. */
function unfinished(play: Play, node: PlayedNode, { op, value }: Test): string {
  const begun = [op, value].filter((part) => part !== undefined && part !== '').join(' ');
  const name = componentAt(play, node)?.name ?? node.nodeId;
  return `a rule of ${name} says ${begun === '' ? 'nothing' : `only "${begun}"`} and not what is compared: it never holds`;
}

function fieldValue(play: Play, frame: Frame, nodeId: string): unknown {
  const target = play.bot.nodes.get(frame.dialog.refId)?.get(nodeId);
  const component = target && componentAt(play, target);
  return component === undefined ? undefined : entityValue(frame, component.name);
}

export const componentAt = (play: Play, node: { readonly componentId: string }): Component | undefined =>
  play.bot.componentById.get(node.componentId);

const PATH = /^context((?:\.[A-Za-z_$][\w$-]*|\[\d+\]|\["[^"\]]*"\]|\['[^'\]]*'\])+)$/;

/** A plain path is read directly; anything else is an expression. */
async function contextValue(play: Play, frame: Frame, node: PlayedNode, expression: string): Promise<unknown> {
  const bare = expression
    .trim()
    .replace(/^\{\{([\s\S]*)\}\}$/, '$1')
    .trim();
  const path = PATH.exec(bare)?.[1];
  if (path !== undefined) {
    const [first = '', ...rest] = path.match(/[^.[\]"']+/g) ?? [];
    return noneIfEmpty([first, ...rest], rest.reduce<unknown>(step, visibleValue(play, frame, first)));
  }
  const [result] = await runJobs(play, frame, node.nodeId, [{ as: 'value', code: bare }]);
  if (result?.ok) return result.value;
  if (result) noteScriptError(play, frame, node.nodeId, '', `condition ${bare}`, result);
  return undefined;
}

/** The list of follow-up intents is always there; a condition asks whether there is any. */
const noneIfEmpty = (keys: readonly string[], value: unknown): unknown =>
  keys.join('.') === 'FollowupIntents' && Array.isArray(value) && value.length === 0 ? undefined : value;

const step = (value: unknown, key: string): unknown => {
  if (typeof value === 'string') return key === 'length' ? value.length : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
};
