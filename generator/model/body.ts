import type { Phrase } from './phrase';

/** What a request's body is made of. */
export type Body =
  | Phrase
  | number
  | boolean
  | null
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Body> }
  | { readonly kind: 'list'; readonly items: readonly Body[] }
  /** One item for each value of an input; `${item}` in it is that value. */
  | { readonly kind: 'each'; readonly input: Phrase; readonly item: Body };

/** A text of a body, and whether it stands in the item of a list. */
interface BodyText {
  readonly phrase: Phrase;
  readonly inItem: boolean;
}

/** Every text of a body, if there is one. */
export function bodyTexts(body: Body | undefined, inItem = false): readonly BodyText[] {
  if (typeof body !== 'object' || body === null) return [];
  if (!('kind' in body)) return [{ phrase: body, inItem }];
  if (body.kind === 'object') return [...body.members.values()].flatMap((one) => bodyTexts(one, inItem));
  if (body.kind === 'list') return body.items.flatMap((one) => bodyTexts(one, inItem));
  return [{ phrase: body.input, inItem }, ...bodyTexts(body.item, true)];
}
