import type { Component, MaxRetry, MessageEntry } from '../../kore/format';
import type { Option } from '../entity-values';
import { DEFAULT_RETRIES, DISCARD_COMMANDS, exists, FREE_TEXT, HIDDEN, limitOf, OPTIONAL } from '../inferred';
import { renderPlaceOf, readPrinted, renderMessage, sendMessage } from '../messages';
import { nluFor } from '../nlu';
import { utteranceKey } from '../nlu/tokens';
import { FOLLOW, note, WAIT } from '../play';
import type { Frame, NodeHandler, PlayResult, Play, PlayedNode } from '../play';
import { entityValue, setEntity } from '../scripting';
import type { SentMessage } from '../turn';
import { findEntity, optionsOf } from './entity-find';
import { fillFromSaid } from './entity-prefill';

/** Collects one value: skipped when it is known, filled from what was said, else asked for until the retries are used up. */
export const entity: NodeHandler = {
  enter: async (play, frame, node, component) => {
    if (exists(entityValue(frame, component.name))) return FOLLOW;
    if (await fillFromSaid(play, frame, node, component)) return FOLLOW;
    if (node.nodeOptions?.promptOptions === HIDDEN) return useDefault(play, frame, node, component);
    await sendMessage(
      play,
      renderPlaceOf(frame, node.nodeId, component),
      component.message,
      await dressing(play, frame, node, component),
    );
    return WAIT;
  },
  answer: async (play, frame, node, component, text) => {
    const freeText = FREE_TEXT.includes(component.entityType ?? 'label');
    const intended = nluFor(play.bot, play.language).matchExact(text);
    const switched: PlayResult | undefined =
      intended.kind === 'exact' ? { next: 'switch', dialog: intended.dialog, slots: intended.slots, text } : undefined;
    if (switched !== undefined && prefersIntent(node, freeText)) return switched;
    const found = await findEntity(play, frame, node.nodeId, component, text, true);
    if (found !== undefined) {
      frame.task.utterances.push({ text, used: [[found.start, found.end]] });
      setEntity(frame, component.name, found.value);
      return FOLLOW;
    }
    if (switched !== undefined) return switched;
    if (DISCARD_COMMANDS.includes(utteranceKey(text))) return { next: 'end-task', why: 'discarded by the user' };
    return wrongAnswer(play, frame, node, component);
  },
};

/** Free text takes every answer as its value unless told otherwise; other types follow `precedence`. */
function prefersIntent(node: PlayedNode, freeText: boolean): boolean {
  if (!freeText) return node.nodeOptions?.precedence === 'intentOverEntity';
  const handling = node.nodeOptions?.['inputHandlingOptions'] ?? 'useAsEntityValue';
  return handling !== 'useAsEntityValue';
}

async function wrongAnswer(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<PlayResult> {
  const about = { component: component.name };
  const type = component.entityType ?? 'value';
  note(play, frame, node.nodeId, 'entity-rejected', `the answer holds no ${type} for ${component.name}`, about);
  if (node.nodeOptions?.promptOptions === OPTIONAL) return FOLLOW;
  const wrong = (frame.wrong.get(node.nodeId) ?? 0) + 1;
  frame.wrong.set(node.nodeId, wrong);
  const { retry_limit, action, ref } = retries(node);
  if (wrong < limitOf(retry_limit)) {
    const prompts = (component.errorMessage ?? []).length > 0 ? component.errorMessage : component.message;
    await sendMessage(
      play,
      renderPlaceOf(frame, node.nodeId, component),
      prompts,
      await dressing(play, frame, node, component),
    );
    return WAIT;
  }
  frame.wrong.delete(node.nodeId);
  note(play, frame, node.nodeId, 'retries-exceeded', `${component.name} was answered wrong ${wrong} times`, about);
  const leadsOn = action === 'executeNode' && ref !== undefined && ref !== '';
  return leadsOn ? { next: 'goto', nodeId: ref } : { next: 'end-task', why: 'retries used up' };
}

const retries = (node: PlayedNode): MaxRetry =>
  node.nodeOptions?.eventOptions?.defaultMaxRetry ?? { retry_limit: DEFAULT_RETRIES, action: 'endOfDialog' };

/** A hidden entity is never asked for; it may have a default value, which is written like a message. */
async function useDefault(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<PlayResult> {
  const written = node.nodeOptions?.['defaultValue'];
  const entries = (Array.isArray(written) ? written : [written]).filter(isEntry);
  const rendered = await renderMessage(play, renderPlaceOf(frame, node.nodeId, component), entries);
  const text = typeof written === 'string' ? written : rendered?.default.text;
  if (text !== undefined && text !== '') setEntity(frame, component.name, readPrinted(text).text);
  return FOLLOW;
}

const isEntry = (value: unknown): value is MessageEntry =>
  typeof value === 'object' && value !== null && 'localeData' in value;

/** The web channel shows the options of a list under a plain prompt: up to three as buttons, more as quick replies (documented). */
async function dressing(
  play: Play,
  frame: Frame,
  node: PlayedNode,
  component: Component,
): Promise<(message: SentMessage) => SentMessage> {
  const options = await optionsOf(play, frame, node.nodeId, component);
  return (message) =>
    options.length === 0 || message.rtm.template !== undefined ? message : withOptions(message, options);
}

function withOptions(message: SentMessage, options: readonly Option[]): SentMessage {
  const { text } = message.rtm;
  const shown = options
    .slice(0, 10)
    .map(({ title, value }) => ({ title: title.length > 20 ? `${title.slice(0, 18)}..` : title, payload: value }));
  const payload =
    shown.length <= 3
      ? { template_type: 'button', text, buttons: shown.map((option) => ({ type: 'postback', ...option })) }
      : {
          template_type: 'quick_replies',
          text,
          quick_replies: shown.map((option) => ({ content_type: 'text', ...option })),
        };
  return { ...message, rtm: { text, template: { type: 'template', payload } } };
}
