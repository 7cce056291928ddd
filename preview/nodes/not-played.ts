import { note } from '../play';
import type { NodeHandler } from '../play';

/** Forms, generative AI, search, and every kind of node that is not known: the turn ends here and says so. */
export const notPlayed: NodeHandler = {
  enter: (play, frame, node, component) => {
    note(
      play,
      frame,
      node.nodeId,
      'not-simulated',
      `the player cannot play a ${node.type} node (${component.name}); the task ends here`,
    );
    return Promise.resolve({ next: 'end-task', why: `a ${node.type} node cannot be played` });
  },
};
