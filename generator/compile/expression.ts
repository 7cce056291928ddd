import type { Button, Phrase, VariableValue } from '../model/model';
import { type Text, placeholders } from '../model/text';

/** A text as scripts carry it: plain pieces, and names of values to be filled in when the script runs. */
export type Parts = readonly (string | { readonly from: string })[];

/** A text for a script's `fill`. */
export const partsOf = (text: Text): Parts =>
  text.map((part) => (typeof part === 'string' ? part : { from: part.name }));

/** A request value for a script's `valueOf`: constants as they are, texts as parts with their filters. */
export function valueParts(value: VariableValue): unknown {
  if (typeof value !== 'object') return value;
  return value.text.map((part) =>
    typeof part === 'string' ? part : { from: part.name, filters: part.filters.map((f) => [f.name, ...f.args]) },
  );
}

/** A text whose placeholders are all known at build time, such as a prompt with ${example}. */
export const fixedText = (phrase: Phrase, values: Readonly<Record<string, string>>): string =>
  phrase.text.map((part) => (typeof part === 'string' ? part : (values[part.name] ?? ''))).join('');

/** `${env.NAME}` → `{{env.NAME}}`: the platform fills it in. */
export const withVariables = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part : `{{${part.name}}}`)).join('');

/** Whether nothing in the text depends on the conversation. */
export const isFixed = (text: Text): boolean => placeholders(text).length === 0;

/** `data.orders[0].name` → `["data", "orders", "0", "name"]`; `.` is the thing itself. */
export const steps = (path: string): readonly string[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');

/** What a button says: the utterance with the button's values in place of the marks. */
export function sayParts(utterance: Phrase, button: Pick<Button, 'with'>): Parts {
  return utterance.text.flatMap((part): Parts => {
    if (typeof part === 'string') return [part];
    return (button.with.get(part.name)?.text ?? []).map((p) => (typeof p === 'string' ? p : { from: p.name }));
  });
}
