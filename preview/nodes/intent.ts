import { FOLLOW, note } from '../play';
import type { NodeHandler } from '../play';

/** The entry of a dialog, or a call of another dialog: "initiate and return", or "end current and initiate". */
export const intent: NodeHandler = {
  enter: (play, frame, node, component) => {
    const isEntry = node.flowTaskId === undefined && component.dialogId === frame.dialog._id;
    if (isEntry || frame.dialog.nodes[0]?.nodeId === node.nodeId) return Promise.resolve(FOLLOW);
    const dialog = play.bot.dialogById.get(node.flowTaskId ?? component.dialogId ?? '');
    if (dialog === undefined) {
      note(play, frame, node.nodeId, 'missing', `the dialog that ${component.name} calls is not in the export`);
      return Promise.resolve({ next: 'end', why: 'a dialog is missing' });
    }
    if ('contextMap' in node)
      note(play, frame, node.nodeId, 'not-simulated', 'contextMap is not played: nothing is copied back');
    return Promise.resolve({
      next: 'call',
      dialog,
      replace: node.nodeOptions?.['transitionMode'] === 'endCurrentTask',
    });
  },
};
