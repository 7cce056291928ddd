import { note } from '../play';
import type { NodeHandler } from '../play';

export const agentTransfer: NodeHandler = {
  enter: (play, frame, node) => {
    note(play, frame, node.nodeId, 'agent-transfer', 'the conversation goes to a human agent here; the player stops');
    return Promise.resolve({ next: 'end-task', why: 'handed to an agent' });
  },
};
