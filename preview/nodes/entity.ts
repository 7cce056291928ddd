import type { Component, MaxRetry, MessageEntry } from '../../kore/format';
import { discard } from '../commands';
import { DEFAULT_RETRIES, exists, FREE_TEXT, HIDDEN, limitOf, OPTIONAL } from '../inferred';
import { renderPlaceOf, readPrinted, renderMessage, sendMessage } from '../messages';
import { nluFor } from '../nlu';
import { dialogName } from '../open-bot';
import { sayOwn } from '../own-words';
import { FOLLOW, note, WAIT } from '../play';
import type { Frame, NodeHandler, PlayResult, Play, PlayedNode } from '../play';
import { entityValue, setContext, setEntity } from '../scripting';
import type { SentMessage } from '../turn';
import type { FoundValue } from '../values/found';
import { findOption } from '../values/options';
import type { Option } from '../values/options';
import { findEntity, optionsOf } from './entity-find';
import type { Search } from './entity-find';
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
    const unclear = frame.unclear.get(node.nodeId);
    frame.unclear.delete(node.nodeId);
    const found = chosenOf(unclear, text) ?? (await findEntity(play, frame, node.nodeId, component, text, true));
    if (found !== undefined && 'several' in found) return askWhich(play, frame, node, component, found.several);
    if (found !== undefined) {
      if (!freeText) rememberIntent(play, frame, switched);
      return take(frame, component, text, found);
    }
    // What answers the question "which of these" with nothing at all leaves the entity empty (documented).
    const otherwise = () =>
      unclear === undefined ? (likelyIntent(play, frame, text) ?? wrongAnswer(play, frame, node, component)) : FOLLOW;
    return switched ?? discard(play, text) ?? otherwise();
  },
};

/** An answer that fits nothing interrupts the question when it is like what starts another dialog (documented; how like is inferred). */
function likelyIntent(play: Play, frame: Frame, text: string): PlayResult | undefined {
  // A number, an address or a piece of code is a wrong answer, not a sentence.
  if (!/^[\p{L}\p{M}\s.,!?¡¿'’…-]+$/u.test(text)) return undefined;
  const meant = nluFor(play.bot, play.language).matchInside(text);
  if (!('dialog' in meant) || meant.dialog === frame.dialog) return undefined;
  return { next: 'switch', dialog: meant.dialog, slots: meant.slots, text };
}

/** An intent beside a value waits for its turn, once (documented: `FollowupIntents`). */
function rememberIntent(play: Play, frame: Frame, intended: PlayResult | undefined): void {
  if (intended?.next === 'switch') frame.task.followUps.push(dialogName(play.bot, intended.dialog));
}

function take(frame: Frame, component: Component, text: string, { value, start, end }: FoundValue): PlayResult {
  frame.task.utterances.push({ text, used: [[start, end]] });
  setEntity(frame, component.name, value);
  return FOLLOW;
}

/** The answer to "which of these": one of them. */
function chosenOf(unclear: readonly Option[] | undefined, text: string): Search {
  const choice = unclear && findOption(unclear, text, true);
  if (choice === undefined) return undefined;
  return choice.kind === 'one' ? choice.found : { several: choice.options };
}

/** Says that the answer fits several options and lists them; the next answer is taken (observed in the vendor's regression suite). */
function askWhich(
  play: Play,
  frame: Frame,
  node: PlayedNode,
  component: Component,
  options: readonly Option[],
): PlayResult {
  frame.unclear.set(node.nodeId, options);
  setContext(frame, 'ambiguousEntityValues', options);
  note(play, frame, node.nodeId, 'ambiguous', options.map(({ title }) => title).join(', '), {
    component: component.name,
  });
  sayOwn(
    play,
    'ambiguous',
    options.map(({ title, value }) => ({ title, say: value })),
    { nodeId: node.nodeId, dialog: frame.name },
  );
  return WAIT;
}

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
  if (leadsOn) return { next: 'goto', nodeId: ref };
  sayOwn(play, 'retriesUsed');
  return { next: 'end-task', why: 'retries used up' };
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
