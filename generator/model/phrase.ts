import type { Path, YamlFile } from '../source/yaml';
import type { Text } from './text';

/** Where in the specs something was written. */
export interface Where {
  readonly file: YamlFile;
  readonly path: Path;
}

/** A text and its place; the place of a default is the thing that lacks the text. */
export interface Phrase {
  readonly text: Text;
  readonly where: Where;
  /** Of a text that is written as a list: its pieces. One whose value is missing is left out. */
  readonly pieces?: readonly Phrase[];
}

/** A phrase, or its pieces: each where it was written. */
export const phrasePieces = (phrase: Phrase): readonly Phrase[] => phrase.pieces ?? [phrase];
