import type { Place } from '../diagnostics/diagnostic';
import type { Phrase, Where } from '../model/model';
import type { Placeholder } from '../model/text';

/** The place of a thing that was written. */
export const placeOf = ({ file, path }: Where): Place => file.at(path);

/** The place of a key, or of one of the keys below a thing. */
export const keyPlace = ({ file, path }: Where, ...below: readonly (string | number)[]): Place =>
  file.keyAt([...path, ...below]);

/** The place of one placeholder inside a phrase. */
export const placeholderPlace = ({ where }: Phrase, { offset, length }: Placeholder): Place =>
  where.file.within(where.path, offset, length);
