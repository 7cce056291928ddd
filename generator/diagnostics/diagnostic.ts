import { printable } from '../../kore/printable';
import { messages } from './messages';
import { warnings } from './warnings';
import { maskSecrets } from './secrets';

/** A stretch of one source file, in UTF-16 offsets. `end` is exclusive; an empty stretch points between two characters. */
export interface Place {
  /** As shown to the author: relative to where they run the command, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Code = Extract<keyof typeof messages, string>;
export type Severity = 'error' | 'warning';

/** One thing an author should know. Errors stop the build; warnings do not. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
}

/** Says `code` about `place`; the rest are the arguments of that code's sentence in `messages.ts`. */
export type Report = <C extends Code>(place: Place, code: C, ...details: Parameters<(typeof messages)[C]>) => void;

/** Collects diagnostics: stages report and go on, so that one run shows every problem. */
export interface Collector {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
  readonly hasErrors: () => boolean;
}

/** As many findings of one kind in one file are shown; of more it is said how many there are. */
const MOST = 20;

/** What looks like a credential is blotted out here, so that nothing that shows a diagnostic can show it. */
export function collect(): Collector {
  const diagnostics: Diagnostic[] = [];
  const counts = new Map<string, { found: number; more?: number }>();
  const masked = new Map<string, string>();
  const mask = (text: string) => {
    const known = masked.get(text) ?? maskSecrets(text);
    masked.set(text, known);
    return known;
  };
  let errors = 0;
  const made = <C extends Code>(place: Place, code: C, details: Parameters<(typeof messages)[C]>): Diagnostic => {
    const sentence = messages[code] as (...args: readonly unknown[]) => string;
    const severity = warnings.has(code) ? 'warning' : 'error';
    const message = printable(maskSecrets(sentence(...details.map(shown))));
    // Only what is shown is looked up in the file.
    return { code, severity, message, place: { ...place, text: mask(place.text) } };
  };
  const report: Report = (place, code, ...details) => {
    const count = counts.get(`${place.path}\0${code}`) ?? { found: 0 };
    counts.set(`${place.path}\0${code}`, count);
    count.found += 1;
    if (!warnings.has(code)) errors += 1;
    if (count.found <= MOST) return void diagnostics.push(made(place, code, details));
    const more = warnings.has(code) ? 'more-warnings' : 'more-errors';
    count.more ??= diagnostics.push(made(place, more, [code, 0])) - 1;
    const first = diagnostics[count.more] as Diagnostic;
    diagnostics[count.more] = { ...first, message: messages[more](code, count.found - MOST) };
  };
  return { report, diagnostics, hasErrors: () => errors > 0 };
}

/** Longest detail that a sentence repeats whole. */
const LONGEST = 300;

/** A detail as it is told: nobody reads a sentence of a megabyte. */
const shown = (detail: unknown): unknown =>
  typeof detail === 'string' && detail.length > LONGEST ? `${detail.slice(0, LONGEST)}…` : detail;

/** A report that passes on only what concerns one file. */
export const onlyAbout = (path: string, report: Report): Report =>
  ((place: Place, code: Code, ...details: never[]) => {
    if (place.path === path)
      (report as (place: Place, code: Code, ...details: never[]) => void)(place, code, ...details);
  }) as Report;

/** Sorted by file and position, each problem once: the order in which they are shown. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const start = (d: Diagnostic) => `${d.place.path}\0${String(d.place.start)}`;
  // A placeholder that is badly written names nothing: that its name is unknown would be an echo.
  const unread = new Set(diagnostics.filter((d) => d.code === 'placeholder-syntax').map(start));
  return [...diagnostics]
    .sort(
      (a, b) =>
        compare(a.place.path, b.place.path) ||
        a.place.start - b.place.start ||
        compare(a.code, b.code) ||
        compare(a.message, b.message),
    )
    .filter((d) => {
      if (d.code === 'unknown-placeholder' && unread.has(start(d))) return false;
      const key = `${start(d)}\0${d.code}\0${d.message}`;
      return seen.has(key) ? false : seen.add(key);
    });
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
