/** A value found in a text, and where it stands. `doubt` says what the reading took for granted. */
export interface FoundValue {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly doubt?: string;
}

/** What reading a text depends on besides the text. */
export interface ReadingContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** An XO language code, such as `en`. */
  readonly language: string;
  /** An IANA time zone, such as `Asia/Kolkata`: the user's. */
  readonly zone: string;
}

/** A finder may have to load what it finds values with: those libraries are large, and most conversations need none. */
export type Finder = (
  text: string,
  reading: ReadingContext,
) => Promise<FoundValue | undefined> | FoundValue | undefined;

/** A finder that needs nothing but the text. */
export type TextFinder = (text: string) => FoundValue | undefined;

/** The first match of a pattern that has a value. The pattern must not have the flags `g` and `y`. */
export const firstMatch =
  (pattern: RegExp, value: (match: RegExpExecArray) => unknown): TextFinder =>
  (text) => {
    for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const found = value(match);
      if (found !== undefined) return { value: found, start: match.index, end: match.index + match[0].length };
    }
    return undefined;
  };

/** The first finder that finds something. */
export const anyOf =
  (...finders: readonly TextFinder[]): TextFinder =>
  (text) =>
    finders.map((find) => find(text)).find((found) => found !== undefined);
