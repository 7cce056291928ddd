import type { Component } from '../../kore/format';
import { isRecord } from '../../kore/record';
import { discard } from '../commands';
import { yesOrNo } from '../confirmation';
import { limitOf, sayIn } from '../inferred';
import { renderPlaceOf, sendMessage } from '../messages';
import { nluFor } from '../nlu';
import { inLanguage } from '../open-bot';
import { sayOwn } from '../own-words';
import { FOLLOW, note, WAIT } from '../play';
import type { Frame, NodeHandler, PlayResult, Play, PlayedNode } from '../play';
import type { SentMessage } from '../turn';

/** A confirmation (`dialogAct`): asks, and its transitions test the answer. */
export const dialogAct: NodeHandler = {
  enter: async (play, frame, node, component) => {
    frame.answers.delete(node.nodeId);
    await ask(play, frame, node, component);
    return WAIT;
  },
  answer: async (play, frame, node, component, text) => {
    const answer = yesOrNo(text, play.language, ownWords(play, component));
    if (answer !== undefined) {
      frame.answers.set(node.nodeId, answer);
      return FOLLOW;
    }
    const match = nluFor(play.bot, play.language).matchExact(text);
    if (match.kind === 'exact') return { next: 'switch', dialog: match.dialog, slots: match.slots, text };
    const discarded = discard(play, text);
    if (discarded !== undefined) return discarded;
    return takesElse(play, node) ? FOLLOW : askAgain(play, frame, node, component);
  },
};

/**
 * XO 10 goes along the else at the first answer that is neither yes nor no (observed in the vendor's regression suite). What
 * XO 11 does first, now that its confirmations have retries, is open: it asks again here.
 */
const takesElse = ({ bot }: Play, { transitions }: PlayedNode): boolean =>
  bot.target === 'xo10' && transitions.some((way) => 'default' in way && way.default !== '');

async function askAgain(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<PlayResult> {
  const wrong = (frame.wrong.get(node.nodeId) ?? 0) + 1;
  frame.wrong.set(node.nodeId, wrong);
  const { retry_limit, action, ref } = node.nodeOptions?.eventOptions?.defaultMaxRetry ?? {};
  if (wrong < limitOf(retry_limit)) {
    await ask(play, frame, node, component);
    return WAIT;
  }
  frame.wrong.delete(node.nodeId);
  note(play, frame, node.nodeId, 'retries-exceeded', `${component.name} was not answered with yes or no`);
  if (action === 'executeNode' && ref !== undefined && ref !== '') return { next: 'goto', nodeId: ref };
  if (node.transitions.some((way) => 'default' in way && way.default !== '')) return FOLLOW;
  sayOwn(play, 'retriesUsed');
  return { next: 'end-task', why: 'retries used up' };
}

const ask = (play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<boolean> =>
  sendMessage(play, renderPlaceOf(frame, node.nodeId, component), component.message, (message) =>
    withButtons(message, play.language),
  );

/** The component's synonyms for yes and no. */
function ownWords(play: Play, component: Component): { readonly yes: string[]; readonly no: string[] } {
  const own = inLanguage(play.bot, component.localeData, play.language)?.['synonyms'];
  const words = (name: string) => {
    const listed = isRecord(own) ? own[name] : undefined;
    return Array.isArray(listed) ? listed.filter((word) => typeof word === 'string') : [];
  };
  return { yes: words('yes'), no: words('no') };
}

/** The web channel shows a confirmation with Yes and No as quick replies (documented). */
const withButtons = (message: SentMessage, language: string): SentMessage => {
  if (message.rtm.template !== undefined) return message;
  const reply = (title: string, payload: string) => ({ content_type: 'text', title, payload });
  const { yes, no } = sayIn(language);
  const quick_replies = [reply(yes, 'yes'), reply(no, 'no')];
  const payload = { template_type: 'quick_replies', text: message.rtm.text, quick_replies };
  return { ...message, rtm: { text: message.rtm.text, template: { type: 'template', payload } } };
};
