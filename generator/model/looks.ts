/** A part that a reply can have. */
export type ReplyPart = 'text' | 'title' | 'image' | 'rows' | 'links' | 'each' | 'item' | 'columns' | 'buttons';

export interface Look {
  /** What the look cannot do without. */
  readonly needs: readonly ReplyPart[];
  /** Every part that it shows. */
  readonly shows: readonly ReplyPart[];
  readonly says: string;
}

/** How a reply can appear on a web chat. The JavaScript of each look is `templates/messages/<look>.js.hbs`. */
export const looks = {
  text: { needs: ['text'], shows: ['text'], says: 'a plain sentence' },
  details: {
    needs: ['title', 'rows'],
    shows: ['title', 'text', 'image', 'rows', 'links', 'buttons'],
    says: 'labels and values',
  },
  list: { needs: ['each', 'item'], shows: ['text', 'each', 'item'], says: 'at most 4 things' },
  carousel: { needs: ['each', 'item'], shows: ['text', 'each', 'item'], says: 'cards with pictures' },
  table: { needs: ['each', 'columns'], shows: ['text', 'each', 'columns'], says: 'rows and columns' },
  buttons: { needs: ['text', 'buttons'], shows: ['text', 'buttons'], says: 'a sentence with buttons below it' },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof looks;

export const lookNames = Object.keys(looks) as readonly LookName[];
