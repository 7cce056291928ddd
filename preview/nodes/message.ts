import { renderPlaceOf, sendMessage } from '../messages';
import { nluFor } from '../nlu';
import { FOLLOW, WAIT } from '../play';
import type { NodeHandler } from '../play';

/** Says something; with `transitionType: "onInput"` it then waits and its transitions see what was answered. */
export const message: NodeHandler = {
  enter: async (play, frame, node, component) => {
    await sendMessage(play, renderPlaceOf(frame, node.nodeId, component), component.message);
    return node.nodeOptions?.['transitionType'] === 'onInput' ? WAIT : FOLLOW;
  },
  answer: (play, frame, _node, _component, text) => {
    frame.subIntent = nluFor(play.bot, play.language).subIntent(frame.dialog, text)?.nodeId;
    frame.task.utterances.push({ text, used: [] });
    return Promise.resolve(FOLLOW);
  },
};
