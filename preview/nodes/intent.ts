import type { Component } from '../../kore/format';
import { assignments } from '../inferred';
import { FOLLOW, note } from '../play';
import type { Frame, NodeHandler, Play, PlayedNode } from '../play';
import { noteScriptError, runJobs } from '../scripting';

/** The entry of a dialog, or a call of another dialog: "initiate and return", or "end current and initiate". */
export const intent: NodeHandler = {
  enter: async (play, frame, node, component) => {
    // A sub-intent that exists within this dialog alone belongs to no dialog, or to this one.
    const stays = node.flowTaskId === undefined && (component.dialogId ?? frame.dialog._id) === frame.dialog._id;
    if (stays || frame.dialog.nodes[0]?.nodeId === node.nodeId) return FOLLOW;
    const dialog = play.bot.dialogById.get(node.flowTaskId ?? component.dialogId ?? '');
    if (dialog === undefined) {
      note(play, frame, node.nodeId, 'missing', `the dialog that ${component.name} calls is not in the export`);
      return { next: 'end', why: 'a dialog is missing' };
    }
    const given = await valuesGiven(play, frame, node, component);
    return { next: 'call', dialog, given, replace: node.nodeOptions?.['transitionMode'] === 'endCurrentTask' };
  },
};

/** The values the caller hands over, by where they go in the called dialog's context. */
async function valuesGiven(
  play: Play,
  frame: Frame,
  node: PlayedNode,
  component: Component,
): Promise<ReadonlyMap<string, unknown>> {
  const list = assignments('contextMap' in node ? node.contextMap : undefined);
  const results = await runJobs(
    play,
    frame,
    node.nodeId,
    list.map(({ value }) => ({ as: 'value', code: value })),
    { keep: false },
  );
  results.forEach((result) => noteScriptError(play, frame, node.nodeId, component.name, 'contextMap', result));
  return new Map(list.map(({ target }, i) => [target, results[i]?.ok ? results[i].value : null]));
}
