import type { Dialog } from '../kore/format';
import { chooseTransition, componentAt } from './conditions';
import { fireEvent } from './events';
import { handlerFor } from './nodes/registry';
import { dialogName } from './open-bot';
import { sayOwn } from './own-words';
import { note } from './play';
import type { Frame, PlayResult, Play, PlayedNode, Task } from './play';
import { setContext, setEntity } from './scripting';
import type { CompletedTask } from './turn';
import { beginVisit, tooManyVisits } from './visit';

/** Documented limits: automatic calls of other dialogs without user input, and dialogs open at once. */
export const MAX_HOPS = 25;
export const MAX_STACK_DEPTH = 100;

/** A step of the machinery: enter the node at hand, or deal with what a node wants. */
type Step = PlayResult | { readonly next: 'enter' };

/** Starts a task with the utterance that called it. */
export async function startTask(
  play: Play,
  dialog: Dialog,
  text: string | undefined,
  slots: Task['slots'] = new Map(),
): Promise<void> {
  const task: Task = { utterances: text === undefined ? [] : [{ text, used: [] }], slots, followUps: [] };
  play.stack = [];
  pushFrame(play, dialog, task);
  await drive(play, { next: 'enter' });
}

/** Gives the user's answer to the node that waits for it. */
export async function answerNode(play: Play, text: string): Promise<void> {
  const frame = play.stack.at(-1);
  const node = frame && nodeAt(play, frame);
  const component = node && componentAt(play, node);
  const handler = node && handlerFor(node.type);
  if (frame === undefined) return;
  if (node === undefined || component === undefined || handler?.answer === undefined) {
    await drive(play, { next: 'end-task', why: 'the node takes no answer' });
    return;
  }
  frame.visit = beginVisit(play, frame, node, component.name);
  await drive(play, await timed(frame, () => handler.answer?.(play, frame, node, component, text)));
}

async function drive(play: Play, first: Step): Promise<void> {
  let step: Step | undefined = first;
  while (step !== undefined) {
    const frame = play.stack.at(-1);
    if (frame === undefined) return;
    step = step.next === 'enter' ? await enter(play, frame) : await deal(play, frame, step);
  }
}

async function enter(play: Play, frame: Frame): Promise<Step> {
  const node = nodeAt(play, frame);
  const component = node && componentAt(play, node);
  if (node === undefined || component === undefined) {
    note(
      play,
      frame,
      frame.nodeId,
      'missing',
      node === undefined ? 'the node is not in the dialog' : "the node's component is not in the export",
    );
    return { next: 'end', why: 'something is missing' };
  }
  const tooMany = tooManyVisits(play, frame, node.nodeId, component.name);
  if (tooMany !== undefined) return limit(play, frame, tooMany);
  frame.visit = beginVisit(play, frame, node, component.name);
  return timed(frame, () => handlerFor(node.type).enter(play, frame, node, component));
}

async function deal(play: Play, frame: Frame, outcome: PlayResult): Promise<Step | undefined> {
  switch (outcome.next) {
    case 'wait':
      return undefined;
    case 'goto':
      return goTo(frame, outcome.nodeId);
    case 'follow':
      return follow(play, frame);
    case 'call':
      return call(play, frame, outcome);
    case 'end':
      return finish(play, frame, outcome.why);
    case 'switch':
      note(play, frame, frame.nodeId, 'dialog-discarded', `the user turned to ${dialogName(play.bot, outcome.dialog)}`);
      await startTask(play, outcome.dialog, outcome.text, new Map(outcome.slots));
      return undefined;
    default:
      return endTask(play, frame, outcome.next === 'fail', outcome.why);
  }
}

async function follow(play: Play, frame: Frame): Promise<Step> {
  const node = nodeAt(play, frame);
  if (node === undefined) return { next: 'end', why: 'something is missing' };
  const { target, transition } = await chooseTransition(play, frame, node);
  frame.visit ??= beginVisit(play, frame, node, componentAt(play, node)?.name ?? '');
  frame.visit.transition = transition;
  return goTo(frame, target);
}

function goTo(frame: Frame, target: string): Step {
  if (target === 'end') return { next: 'end', why: 'end of dialog' };
  if (target === '') return { next: 'end', why: 'not connected' };
  if (target === 'retToFlow') return { next: 'end', why: 'returns to the flow' };
  frame.nodeId = target;
  return { next: 'enter' };
}

function call(play: Play, frame: Frame, { dialog, replace, given }: PlayResult & { readonly next: 'call' }): Step {
  play.turn.hops += 1;
  if (play.turn.hops > MAX_HOPS) return limit(play, frame, `more than ${MAX_HOPS} dialogs called without user input`);
  if (play.stack.length >= MAX_STACK_DEPTH)
    return limit(play, frame, `more than ${MAX_STACK_DEPTH} dialogs inside each other`);
  if (replace) {
    play.stack.pop();
    note(play, frame, frame.nodeId, 'dialog-ended', `${frame.name}: ended for ${dialogName(play.bot, dialog)}`);
  }
  give(pushFrame(play, dialog, frame.task), given);
  return { next: 'enter' };
}

/** Puts what the caller handed over into the called dialog's context: entities and keys of its own, one level deep. */
function give(frame: Frame, given: ReadonlyMap<string, unknown>): void {
  for (const [target, value] of given) {
    const [, entity, key] = /^context\.(?:entities\.(\w+)|(?!session\b|entities\b)(\w+))$/.exec(target) ?? [];
    if (value === null || value === undefined) continue;
    if (entity !== undefined) setEntity(frame, entity, value);
    else if (key !== undefined) setContext(frame, key, value);
  }
}

/** Ends one dialog; the one that called it goes on along the calling node's transitions. */
function finish(play: Play, frame: Frame, why: string): Step | undefined {
  play.stack.pop();
  note(play, frame, frame.nodeId, 'dialog-ended', `${frame.name}: ${why}`);
  const caller = play.stack.at(-1);
  if (caller === undefined) {
    complete(play, frame, 'Fulfilled');
    return undefined;
  }
  caller.visit = undefined;
  return { next: 'follow' };
}

/** Ends the dialog and those that called it; a failure says so through the bot's own event, once in a turn. */
async function endTask(play: Play, frame: Frame, failed: boolean, why: string): Promise<undefined> {
  complete(play, play.stack[0] ?? frame, failed ? 'Failed' : 'Canceled');
  play.stack = [];
  note(play, frame, frame.nodeId, failed ? 'task-failed' : 'dialog-ended', `${frame.name}: ${why}`);
  if (!failed || play.turn.failed) return undefined;
  play.turn.failed = true;
  const next = await fireEvent(play, 'TASK_FAILURE_EVENT');
  if (next !== undefined && next !== 'said') await startTask(play, next, undefined);
  return undefined;
}

function complete(play: Play, { dialog, name }: Frame, reason: CompletedTask['reason']): void {
  play.turn.completed = { dialogId: dialog._id, name, reason };
}

function limit(play: Play, frame: Frame, why: string): Step {
  note(play, frame, frame.nodeId, 'loop-limit', why);
  sayOwn(play, 'loopLimit');
  return { next: 'end-task', why };
}

function pushFrame(play: Play, dialog: Dialog, task: Task): Frame {
  const name = dialogName(play.bot, dialog);
  const context = { intent: name, entities: {} };
  const nodeId = dialog.nodes[0]?.nodeId ?? '';
  const frame: Frame = {
    dialog,
    name,
    task,
    context,
    nodeId,
    wrong: new Map(),
    answers: new Map(),
    searched: new Map(),
    unclear: new Map(),
    forms: new Map(),
    visits: undefined,
  };
  play.stack.push(frame);
  note(play, frame, undefined, 'dialog-started', name);
  return frame;
}

const nodeAt = (play: Play, frame: Frame): PlayedNode | undefined =>
  play.bot.nodes.get(frame.dialog.refId)?.get(frame.nodeId);

async function timed(frame: Frame, act: () => Promise<PlayResult> | undefined): Promise<PlayResult> {
  const { visit } = frame;
  const started = performance.now();
  const outcome = (await act()) ?? { next: 'end', why: 'the node takes no answer' };
  if (visit !== undefined) visit.ms = performance.now() - started;
  return outcome;
}
