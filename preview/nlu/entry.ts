import type { PatternPiece } from './slots';
import { utteranceKey } from './tokens';

/** Something that can be called by an utterance, and one of the sentences it is called by. */
export interface Entry<T> {
  readonly target: T;
  readonly pieces: readonly PatternPiece[];
  readonly words: ReadonlySet<string>;
  readonly hasSlots: boolean;
  /** It is what the target is called, not a sentence. */
  readonly isName?: true;
}

export const entryOf = <T>(target: T, pieces: readonly PatternPiece[]): Entry<T> => ({
  target,
  pieces,
  words: new Set(pieces.flatMap((piece) => ('word' in piece ? [piece.word] : []))),
  hasSlots: pieces.some((piece) => 'slot' in piece),
});

/** A name as a sentence; no entry when it has no word. */
export function namedEntry<T>(target: T, name: string): readonly Entry<T>[] {
  const words = utteranceKey(name)
    .split(' ')
    .filter((word) => word !== '');
  return words.length === 0
    ? []
    : [
        {
          ...entryOf(
            target,
            words.map((word) => ({ word })),
          ),
          isName: true,
        },
      ];
}
