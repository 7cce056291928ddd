import { askedOf } from './input';
import type { Action, Button, Phrase } from './model';
import { placeholders, plainOf, type Text } from './text';

const marks = (text: Text) => placeholders(text).map((p) => p.name);

const marksExactly = (utterance: Phrase, inputs: readonly string[]) => {
  const found = marks(utterance.text);
  return found.length === inputs.length && inputs.every((name) => found.includes(name));
};

/** The first utterance of an action that marks exactly these inputs: what a button says to start it. */
export const utteranceFor = (action: Action, inputs: readonly string[]): Phrase | undefined =>
  action.utterances.find((utterance) => marksExactly(utterance, inputs));

/** The utterance that asks for the next page: the first that begins with the button's title and marks every input that is always asked for. */
export function moreUtterance(action: Action, title: string): Phrase | undefined {
  const inputs = askedOf(action.inputs).flatMap((input) =>
    input.optional || input.hidden || input.when ? [] : [input.name],
  );
  return action.utterances.find(
    (u) => marksExactly(u, inputs) && plainOf(u.text).toLowerCase().startsWith(title.toLowerCase()),
  );
}

/** What a button says: the utterance with the button's values in place of its marks. */
export const sayingOf = (utterance: Phrase, button: Pick<Button, 'with'>): Text =>
  utterance.text.flatMap((part): Text =>
    typeof part === 'string' ? [part] : (button.with.get(part.name)?.text ?? []),
  );
