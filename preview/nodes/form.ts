import type { Component } from '../../kore/format';
import { isRecord } from '../../kore/record';
import { discard } from '../commands';
import { formFields } from '../form-fields';
import type { FormField } from '../form-fields';
import { placeholderLink } from '../inferred';
import { renderPlaceOf, sendMessage } from '../messages';
import { FOLLOW, note, WAIT } from '../play';
import type { Frame, NodeHandler, Play, PlayedNode, PlayResult } from '../play';
import { setContext } from '../scripting';
import { findOption } from '../values/options';
import { ownValue } from '../../kore/own-value';

/**
 * A digital form, asked field by field; on the platform it opens in the chat window or a browser. A client of the channel
 * may send all fields at once, as JSON. Its values stand under `context.forms.<form>` (observed in exports).
 */
export const form: NodeHandler = {
  enter: async (play, frame, node, component) => {
    const fields = formFields(play.bot, component);
    if (fields === undefined) {
      note(play, frame, node.nodeId, 'missing', `the form of ${component.name} is not in the export`);
      return { next: 'end-task', why: 'a form is missing' };
    }
    frame.forms.set(node.nodeId, {});
    setContext(frame, component.name, { formLink: placeholderLink });
    await sendMessage(play, renderPlaceOf(frame, node.nodeId, component), component.message);
    return askNext(play, frame, node, component);
  },
  answer: async (play, frame, node, component, text) => {
    const fields = formFields(play.bot, component) ?? [];
    const filled = frame.forms.get(node.nodeId) ?? {};
    const sent = parsed(text);
    if (sent !== undefined) {
      frame.forms.set(node.nodeId, {
        ...filled,
        ...Object.fromEntries(fields.map(({ key }) => [key, ownValue(sent, key) ?? ''])),
      });
      return askNext(play, frame, node, component);
    }
    const discarded = discard(play, text);
    if (discarded !== undefined) return discarded;
    const field = fields.find(({ key }) => !Object.hasOwn(filled, key));
    const value = field && valueOf(field, text);
    if (field !== undefined && value !== undefined) frame.forms.set(node.nodeId, { ...filled, [field.key]: value });
    else await sendMessage(play, renderPlaceOf(frame, node.nodeId, component), component.errorMessage);
    return askNext(play, frame, node, component);
  },
};

async function askNext(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<PlayResult> {
  const fields = formFields(play.bot, component) ?? [];
  const filled = frame.forms.get(node.nodeId) ?? {};
  const next = fields.find(({ key }) => !Object.hasOwn(filled, key));
  if (next !== undefined) {
    askFor(play, frame, node, next);
    return WAIT;
  }
  frame.forms.delete(node.nodeId);
  const forms = isRecord(frame.context['forms']) ? frame.context['forms'] : {};
  setContext(frame, 'forms', { ...forms, [formName(play, component)]: filled });
  const submit: unknown = component['submitMessage'];
  if (Array.isArray(submit) && submit.length > 0)
    await sendMessage(play, renderPlaceOf(frame, node.nodeId, component), submit as Component['message']);
  return FOLLOW;
}

function askFor(play: Play, frame: Frame, { nodeId }: PlayedNode, { label, options }: FormField): void {
  const quick_replies = options.map(({ title, value }) => ({ content_type: 'text', title, payload: value }));
  const template = {
    type: 'template' as const,
    payload: { template_type: 'quick_replies', text: label, quick_replies },
  };
  const listed = [label, ...options.map(({ title }) => `- ${title}`)].join('\n');
  play.turn.messages.push({
    default: { text: listed },
    rtm: options.length === 0 ? { text: label } : { text: label, template },
    own: true,
    nodeId,
    dialog: frame.name,
  });
}

function valueOf({ options, required }: FormField, text: string): string | undefined {
  if (options.length > 0) {
    const choice = findOption(options, text, true);
    return choice?.kind === 'one' ? String(choice.found.value) : undefined;
  }
  return text.trim() === '' && required ? undefined : text.trim();
}

function parsed(text: string): Readonly<Record<string, string>> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one as string)]))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Scripts find a form by its own name. */
const formName = (play: Play, component: Component): string => {
  const forms: unknown = play.bot.kore.definition['forms'];
  const found = Array.isArray(forms)
    ? forms.filter(isRecord).find((one) => one['refId'] === component['resourceId'])
    : {};
  const name = found?.['name'];
  return typeof name === 'string' ? name : component.name;
};
