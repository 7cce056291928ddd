import { note } from '../play';
import type { NodeHandler } from '../play';

export const agentTransfer: NodeHandler = {
  enter: (play, frame, node) => {
    note(
      play,
      frame,
      node.nodeId,
      'agent-transfer',
      'the platform would hand the conversation over to a person here; the player ends the task',
    );
    return Promise.resolve({ next: 'end-task', why: 'handed to an agent' });
  },
};
