/** Something that fits at a place: what is written, what kind of thing it is, and what is said about it. */
export interface Completion {
  readonly label: string;
  readonly kind: 'filter' | 'input' | 'field' | 'action' | 'path' | 'word' | 'graphql';
  readonly says: string;
}
