import type { Button, Phrase } from '../../model/model';
import { placeholders } from '../../model/text';
import { sayingOf, utteranceFor } from '../../model/utterance';
import { among, type Expression } from '../expressions';
import type { Resolver } from './scope';
import type { Setting } from './setting';
import { address, atMost, filled, whenComplete } from './texts';

/** Whether people can say it: no long number is part of it. */
export const isSayable = (phrases: readonly Phrase[], find: Resolver): boolean =>
  !phrases.some(({ text }) => placeholders(text).some(find.isLongNumber));

/** A button as templates print it: it says something, or opens a page. */
export interface ButtonView {
  readonly title: Expression;
  readonly say?: Expression;
  readonly url?: Expression;
  readonly each?: Expression | null;
}

/** The buttons of a reply. */
export const buttonViews = (buttons: readonly Button[], setting: Setting, find: Resolver): readonly ButtonView[] =>
  buttons.map((button) => buttonView(button, setting, find));

/** A button, with what it finds in `find`. */
export function buttonView(button: Button, setting: Setting, find: Resolver): ButtonView {
  const { say, url, ...view } = alwaysShown(button, setting, find);
  const tests = [...(button.when ?? [])].map(([name, values]) => among(find.held({ name }), values));
  const shown = (then: Expression): Expression => (tests.length === 0 ? then : { kind: 'given', tests, then });
  return { ...view, ...(say && { say: shown(say) }), ...(url && { url: shown(url) }) };
}

function alwaysShown(button: Button, { locale: locale }: Setting, find: Resolver): ButtonView {
  const title = buttonTitle(button.title, find);
  if (button.url) return { title, url: address(button.url, find) };
  if (button.say) return { title, say: filled(button.say, find) };
  if (button.agent) return { title, say: filled(locale.texts.agent?.utterances[0], find) };
  const target = locale.actions.find((a) => a.id === button.action);
  const utterance = target && utteranceFor(target, [...button.with.keys()]);
  // Without one of its values there is nothing to say.
  const saying = sayingOf(utterance ?? button.title, button);
  return { title, say: whenComplete(saying.map((part) => (typeof part === 'string' ? part : find.value(part)))) };
}

/** The buttons of a template, and which kinds of them there are. */
export function buttonList(buttons: readonly ButtonView[]): Readonly<Record<string, unknown>> {
  return {
    buttons,
    says: buttons.some((button) => button.say),
    opens: buttons.some((button) => button.url),
  };
}

/** At most as long as a button's title may be. */
export function buttonTitle(title: Phrase, find: Resolver): Expression {
  return atMost(filled(title, find), 20);
}
