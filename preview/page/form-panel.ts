/// <reference lib="dom" />
import type { FormFieldView } from '../web/protocol';
import { element } from './dom';

/**
 * Shows a digital form below the chat; `undefined` takes it away. `onSend` hears the values as the JSON that the form's node
 * takes, and the same in words, once: pressing twice sends nothing twice.
 */
export function showForm(
  holder: HTMLFormElement,
  fields: readonly FormFieldView[] | undefined,
  onSend: (json: string, words: string) => void,
): void {
  holder.hidden = fields === undefined;
  holder.replaceChildren(...(fields ?? []).map(fieldElement));
  if (fields === undefined) return;
  holder.append(element('button', { text: 'Send', attributes: { type: 'submit' } }));
  let isSent = false;
  holder.onsubmit = (event) => {
    event.preventDefault();
    if (isSent) return;
    isSent = true;
    const values = new FormData(holder);
    const said = fields.map(({ key, label, options }, index) => {
      const value = values.get(String(index));
      const text = typeof value === 'string' ? value : '';
      return {
        key,
        value: text,
        words: `${label}: ${options.find((one) => String(one.value) === text)?.title ?? text}`,
      };
    });
    holder.hidden = true;
    onSend(
      JSON.stringify(Object.fromEntries(said.map(({ key, value }) => [key, value]))),
      said.map(({ words }) => words).join('; '),
    );
  };
}

/** Keys of an export may be any text: inputs are named by their place. */
function fieldElement({ label, required, options }: FormFieldView, index: number): HTMLElement {
  const attributes = { name: String(index), ...(required && { required: '' }) };
  const input =
    options.length === 0
      ? element('input', { attributes: { ...attributes, type: 'text' } })
      : element(
          'select',
          { attributes },
          ...(required ? [] : [element('option', { attributes: { value: '' } })]),
          ...options.map(({ title, value }) =>
            element('option', { text: title, attributes: { value: String(value) } }),
          ),
        );
  const name = element('span', { text: required ? `${label} (required)` : label });
  return element('label', { class: 'field wide' }, name, input);
}
