import type { Place } from '../diagnostics/diagnostic';
import type { Phrase, Where } from '../model/model';
import { dataAt } from '../model/overlay';
import type { Placeholder } from '../model/text';

/** The place of a thing that was written. */
export const placeOf = ({ file, path }: Where): Place => file.at(path);

/** The place of a key, or of one of the keys below a thing. */
export const keyPlace = ({ file, path }: Where, ...below: readonly (string | number)[]): Place =>
  file.keyAt([...path, ...below]);

/** The place of a word inside a text, or of the whole text where the word is not written so. */
export function wordPlace({ file, path }: Where, word: string): Place {
  const text = dataAt(file.data, path);
  const at = typeof text === 'string' ? text.indexOf(word) : -1;
  return at < 0 ? file.at(path) : file.within(path, at, word.length);
}

/** The place of one placeholder inside a phrase. */
export const placeholderPlace = ({ where }: Phrase, { offset, length }: Placeholder): Place =>
  where.file.within(where.path, offset, length);

/** The place of a filter's name inside one placeholder. */
export function wordPlaceIn(phrase: Phrase, placeholder: Placeholder, word: string): Place {
  const { file, path } = phrase.where;
  const text = dataAt(file.data, path);
  const at = typeof text === 'string' ? text.indexOf(word, text.indexOf('|', placeholder.offset)) : -1;
  return at < 0 ? placeholderPlace(phrase, placeholder) : file.within(path, at, word.length);
}
