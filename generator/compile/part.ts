import type { Bot } from '../model/model';
import type { PlacedComponent, PlacedDialog } from './layout';
import { trainingUtterances, type StartedBy } from './nlp';
import type { Piece } from './plan';

/** What a bot says of a dialog that it lists: its identity, its components and how many utterances start it. */
export interface Listing {
  readonly id: string;
  readonly refId: string;
  /** In the default language. */
  readonly name: string;
  /** In the order of their ids, as every export lists them. */
  readonly components: readonly Pick<PlacedComponent, 'id' | 'refId' | 'name' | 'type'>[];
  /** By language. */
  readonly utterances: Readonly<Record<string, number>>;
}

/** A dialog with everything that it brings into a bot. */
export interface Part extends Listing {
  readonly components: readonly PlacedComponent[];
  readonly dialog: Piece;
  readonly sentences: readonly Piece[];
}

/** The part of a bot that is one dialog, and what starts it; without that nothing that people say does. */
export function partOf(bot: Bot, dialog: PlacedDialog, by?: StartedBy): Part {
  const utterances = by ? trainingUtterances(bot, dialog, by) : [];
  const count = (language: string) => utterances.filter((one) => one.view['language'] === language).length;
  return {
    id: dialog.id,
    refId: dialog.refId,
    name: dialog.flow.names[bot.locales[0].language]?.name ?? '',
    components: distinct(dialog.components),
    utterances: Object.fromEntries(bot.locales.map(({ language }) => [language, count(language)])),
    dialog: dialog.piece,
    sentences: utterances,
  };
}

/** What is left of a part when its pieces are not needed any more. */
export const listingOf = ({ id, refId, name, components, utterances }: Part): Listing => ({
  id,
  refId,
  name,
  components: components.map((one) => ({ id: one.id, refId: one.refId, name: one.name, type: one.type })),
  utterances,
});

/** Sorts by id, as exports are sorted; what several dialogs place is listed once. */
export const distinct = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...new Map(list.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
