import type { Place, Report } from '../diagnostics/diagnostic';
import type { Path } from '../source/yaml';
import { fittingFilters } from './filters';
import type { Sentences } from './languages';
import type { Phrase, Where } from './model';
import { parseText, type TextProblem } from './text';

/** Reads phrases out of one written spec; knows where each path was written, in the spec or in a translation. */
export interface Reader {
  readonly report: Report;
  readonly language: string;
  /** What is said where the spec has no words, in the language that is read. */
  readonly sentences: Sentences;
  where(path: Path): Where;
  /** The text at `path` with its placeholders, or `fallback` taken apart instead. */
  phrase(path: Path, written: string | undefined, fallback?: string): Phrase;
}

/** A reader for a spec whose paths `where` resolves. */
export function reader(where: (path: Path) => Where, report: Report, language: string, sentences: Sentences): Reader {
  return {
    report,
    language,
    sentences,
    where,
    phrase: (path, written, fallback = '') => {
      const place = where(path);
      const problem = (p: TextProblem) => {
        const at =
          written === undefined ? place.file.at(place.path) : place.file.within(place.path, p.offset, p.length);
        reportText(report, at, p, path);
      };
      return { text: parseText(written ?? fallback, problem), where: place };
    },
  };
}

/** Says what is wrong inside a text; where it stands decides which filters there are. */
export function reportText(report: Report, at: Place, problem: TextProblem, path: Path): void {
  const { code, details } = problem;
  const [first = '', second = ''] = details;
  if (code === 'placeholder-syntax') report(at, code, first);
  else if (code === 'filter-arguments') report(at, code, first, second);
  else if (path.includes('request')) report(at, code, first, fittingFilters('request'));
  else report(at, 'filter-not-here', first, 'text');
}

/** The same, without the phrase when nothing is written. */
export const optionalPhrase = (read: Reader, path: Path, written: string | undefined): Phrase | undefined =>
  written === undefined ? undefined : read.phrase(path, written);
