import type { Component } from '../../kore/format';
import { DISCARD_COMMANDS, limitOf, NO, sayIn, YES } from '../inferred';
import { renderPlaceOf, sendMessage } from '../messages';
import { nluFor } from '../nlu';
import { utteranceKey } from '../nlu/tokens';
import { inLanguage } from '../open-bot';
import { FOLLOW, note, WAIT } from '../play';
import type { NodeHandler, Play } from '../play';
import { isRecord } from '../session';
import type { SentMessage } from '../turn';

/** A confirmation (`dialogAct`): asks, and its transitions test the answer. */
export const dialogAct: NodeHandler = {
  enter: async (play, frame, node, component) => {
    frame.answers.delete(node.nodeId);
    await sendMessage(play, renderPlaceOf(frame, node.nodeId, component), component.message, (message) =>
      withButtons(message, play.language),
    );
    return WAIT;
  },
  answer: async (play, frame, node, component, text) => {
    const answer = readAnswer(play, component, text);
    if (answer !== undefined) {
      frame.answers.set(node.nodeId, answer);
      return FOLLOW;
    }
    const match = nluFor(play.bot, play.language).matchExact(text);
    if (match.kind === 'exact') return { next: 'switch', dialog: match.dialog, slots: match.slots, text };
    if (DISCARD_COMMANDS.includes(utteranceKey(text))) return { next: 'end-task', why: 'discarded by the user' };
    const wrong = (frame.wrong.get(node.nodeId) ?? 0) + 1;
    frame.wrong.set(node.nodeId, wrong);
    if (wrong >= limitOf(node.nodeOptions?.eventOptions?.defaultMaxRetry?.retry_limit)) {
      note(play, frame, node.nodeId, 'retries-exceeded', `${component.name} was not answered with yes or no`);
      return { next: 'end-task', why: 'retries used up' };
    }
    await sendMessage(play, renderPlaceOf(frame, node.nodeId, component), component.message, (message) =>
      withButtons(message, play.language),
    );
    return WAIT;
  },
};

function readAnswer(play: Play, component: Component, text: string): 'yes' | 'no' | undefined {
  const key = utteranceKey(text);
  const own = inLanguage(play.bot, component.localeData, play.language)?.['synonyms'];
  const words = (name: 'yes' | 'no', common: readonly string[]) => {
    const listed = isRecord(own) ? own[name] : undefined;
    return [...common, ...(Array.isArray(listed) ? listed.filter((w) => typeof w === 'string').map(utteranceKey) : [])];
  };
  if (words('yes', YES).includes(key)) return 'yes';
  return words('no', NO).includes(key) ? 'no' : undefined;
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
