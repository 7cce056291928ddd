import type { Component, MessageEntry } from '../../kore/format';

/** A text that a golden keeps in a file of its own. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A component as a person can read it: its percent-encoded texts decoded, the long ones in files of their own (`.js`
 * what runs, `.txt` what is said) that the rest names.
 */
export function readable(component: Component): { readonly rest: object; readonly texts: readonly TextFile[] } {
  const texts: TextFile[] = [];
  const out = (suffix: string, encoded: string): string => {
    const path = `${component.name}${suffix}`;
    texts.push({ path, text: `${decodeURIComponent(encoded)}\n` });
    return `→ texts/${path}`;
  };
  const messages = (list: readonly MessageEntry[], part: string) =>
    list.map(({ channel, localeData }) => ({
      channel,
      localeData: Object.fromEntries(
        Object.entries(localeData).map(([language, { type, text }]) => {
          const ending = type === 'uxmap' ? 'js' : 'txt';
          return [language, { type, text: out(`.${part}${channel}.${language}.${ending}`, text) }];
        }),
      ),
    }));
  const { script, message, errorMessage, payload, endPoint } = component;
  const rest = {
    ...component,
    ...(script === undefined ? {} : { script: out('.js', script) }),
    ...(message ? { message: messages(message, '') } : {}),
    ...(errorMessage ? { errorMessage: messages(errorMessage, 'again.') } : {}),
    ...(payload?.value === undefined ? {} : { payload: { ...payload, value: decodeURIComponent(payload.value) } }),
    ...(endPoint ? { endPoint: { ...endPoint, path: decodeURI(endPoint.path) } } : {}),
  };
  return { rest, texts };
}
