import type { Bot, Phrase, RestRequest } from '../model/model';
import { outsideOf } from '../model/request-phrases';
import { placeholders } from '../model/text';
import { withVariables } from './expression';

/** The headers that a request has of its own: as the export has them, and the values that the script puts into them. */
export interface OwnHeaders {
  /** By name; `{{context.<key>.headers.<n>}}` where a value stands. */
  readonly texts: (key: string) => Readonly<Record<string, string>>;
  readonly values: readonly { readonly name: string; readonly phrase: Phrase }[];
}

/** Numbers the values of a request's own headers: `header0`, `header1` … */
export function ownHeaders({ headers }: Pick<RestRequest, 'headers'>): OwnHeaders {
  const all = [...headers].map(([name, phrase], i) =>
    placeholders(phrase.text).every((one) => outsideOf(one.name)?.from === 'env')
      ? { name, text: withVariables(phrase.text) }
      : { name, phrase, value: `header${i}` },
  );
  return {
    texts: (key) =>
      Object.fromEntries(
        all.map(({ name, text, value }) => [name, text ?? `{{context.${key}.headers.${value}}}`] as const),
      ),
    values: all.flatMap((one) => (one.value === undefined ? [] : [{ name: one.value, phrase: one.phrase }])),
  };
}

/** The headers of every request of a bot. */
export const botHeaders = (bot: Bot): Readonly<Record<string, string>> =>
  Object.fromEntries([...bot.service.headers].map(([name, value]) => [name, withVariables(value.text)]));

/** Headers laid over one another, the last one first: a header has one value, however its name is written. */
export function layered(...layers: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  const all = new Map<string, readonly [string, string]>();
  for (const layer of layers)
    for (const [name, value] of Object.entries(layer)) all.set(name.toLowerCase(), [name, value]);
  return Object.fromEntries(all.values());
}
