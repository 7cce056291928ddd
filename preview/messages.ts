import type { Component, MessageEntry, MessageText } from '../kore/format';
import { isRecord } from '../kore/record';
import { fillTemplate } from './expression';
import { decodedText, inLanguage } from './open-bot';
import { note } from './play';
import type { Frame, Play } from './play';
import { noteScriptError, runJobs } from './scripting';
import type { Rendered, SentMessage, Template } from './turn';

interface Place {
  readonly nodeId: string;
  readonly component: string;
  readonly frame: Frame | undefined;
}

/**
 * Renders a list of message entries for both channels: `rtm` has its own entry or shows what `default` shows. Of several
 * entries for one channel the conversation's `choose` picks. Undefined when the list is empty.
 */
export async function renderMessage(
  play: Play,
  place: Place,
  entries: readonly MessageEntry[] | undefined,
): Promise<SentMessage | undefined> {
  const visit = nextVisit(play, place.nodeId);
  const byDefault = pick(play, place.nodeId, visit, entries, 'default');
  const byRtm = pick(play, place.nodeId, visit, entries, 'rtm');
  const fallback = byDefault ?? byRtm ?? textOf(play, entries?.[0]);
  if (fallback === undefined) return undefined;
  const where = { nodeId: place.nodeId, dialog: frameName(place.frame) };
  if (byRtm === undefined || byDefault === undefined) {
    const both = await render(play, place, fallback, true);
    return { default: both, rtm: both, ...where };
  }
  if (play.channel === 'rtm') {
    const looked = await render(play, place, byDefault, false);
    return { default: looked, rtm: await render(play, place, byRtm, true), ...where };
  }
  const looked = await render(play, place, byRtm, false);
  return { default: await render(play, place, byDefault, true), rtm: looked, ...where };
}

const frameName = (frame: Frame | undefined) => frame?.name ?? '';

function nextVisit(play: Play, nodeId: string): number {
  const visit = play.visits.get(nodeId) ?? 0;
  play.visits.set(nodeId, visit + 1);
  return visit;
}

/** Renders and sends; false when there was nothing to say. */
export async function sendMessage(
  play: Play,
  place: Place,
  entries: readonly MessageEntry[] | undefined,
  dress: (m: SentMessage) => SentMessage = (m) => m,
): Promise<boolean> {
  const message = await renderMessage(play, place, entries);
  if (message === undefined) {
    note(play, place.frame, place.nodeId, 'empty-message', `${place.component} has no message`, {
      component: place.component,
    });
    return false;
  }
  const dressed = dress(message);
  const shown = play.channel === 'rtm' ? dressed.rtm : dressed.default;
  if (shown.text.trim() === '' && shown.template === undefined) {
    note(play, place.frame, place.nodeId, 'empty-message', `${place.component} says nothing`, {
      component: place.component,
    });
  }
  play.turn.messages.push(dressed);
  return true;
}

/** Where a component's texts are rendered. */
export const renderPlaceOf = (frame: Frame, nodeId: string, component: Component): Place => ({
  frame,
  nodeId,
  component: component.name,
});

function pick(
  play: Play,
  nodeId: string,
  visit: number,
  entries: readonly MessageEntry[] | undefined,
  channel: string,
): MessageText | undefined {
  const variants = (entries ?? []).filter((entry) => entry.channel === channel);
  if (variants.length === 0) return undefined;
  const chosen = play.choose(variants.length, { nodeId, visit });
  return textOf(play, variants[Math.min(Math.max(Math.trunc(chosen), 0), variants.length - 1)]);
}

const textOf = (play: Play, entry: MessageEntry | undefined) => inLanguage(play.bot, entry?.localeData, play.language);

async function render(
  play: Play,
  { frame, nodeId, component }: Place,
  { type, text }: MessageText,
  keep: boolean,
): Promise<Rendered> {
  const plain = decodedText(play.bot, text);
  if (type !== 'uxmap') return { text: await fillTemplate(play, frame, nodeId, component, plain, keep) };
  const [result] = await runJobs(play, frame, nodeId, [{ as: 'script', code: plain }], { keep });
  if (result === undefined) return { text: '' };
  noteScriptError(play, frame, nodeId, component, 'message', result);
  return readPrinted(result.printed);
}

/** What a message script printed: a template when it is one, else text. */
export function readPrinted(printed: string): Rendered {
  const parsed = printed.trimStart().startsWith('{') ? parse(printed) : undefined;
  if (!isRecord(parsed)) return { text: printed };
  const { type, payload, text } = parsed;
  if (type === 'template' && isRecord(payload))
    return { text: ownText(payload), template: parsed as unknown as Template };
  if (typeof text === 'string') return { text };
  return isRecord(payload) && typeof payload['text'] === 'string' ? { text: payload['text'] } : { text: printed };
}

const ownText = (payload: Record<string, unknown>): string => {
  const said = payload['text'] ?? payload['heading'] ?? payload['title'];
  return typeof said === 'string' ? said : '';
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
