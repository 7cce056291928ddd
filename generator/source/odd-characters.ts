import type { Place, Report } from '../diagnostics/diagnostic';

/** Characters that nobody sees, and that no text needs: they hide what stands there, or turn it around. */
const HIDDEN = /[\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Spaces that are none for YAML and for us: right between two words of a text, wrong where something is structure. */
const SPACE = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const AS_STRUCTURE = new RegExp(
  `(?<=^[ \\t]*)[${SPACE}]|(?<=^[ \\t]*-)[${SPACE}]|(?<=^[ \\t]*(?:- )?[\\w-]*)[${SPACE}](?=[\\w-]*:(?:\\s|$))|(?<=^[ \\t]*(?:- )?[\\w-]+:)[${SPACE}]|(?<=\\$\\{[^}\\n]{0,200})[${SPACE}]`,
  'gm',
);

/** What an author calls them. */
const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\ufeff': 'a byte order mark',
  '\u2060': 'a word joiner',
};

/**
 * Names every character of a file that looks like a space, or like nothing, where it does harm. Whether one of them stands in
 * the structure: what a parser says of the file is then its echo.
 */
export function reportOddCharacters(
  text: string,
  place: (start: number, end: number) => Place,
  report: Report,
): boolean {
  const say = (pattern: RegExp, isSpace: boolean) => {
    const all = [...text.matchAll(pattern)];
    for (const { 0: character, index } of all) {
      const code = character.codePointAt(0) ?? 0;
      const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      const name = NAMES[character] ?? (isSpace ? 'a space of another kind' : 'an invisible character');
      report(place(index, index + 1), 'odd-character', name, point, isSpace);
    }
    return all.length > 0;
  };
  if (!/[^\0-\u00ff]|[\u00a0\u00ad]/.test(text)) return false;
  say(HIDDEN, false);
  return say(AS_STRUCTURE, true);
}

/** The first line that Git wrote into a file which two people have changed, or undefined. */
export function mergeMarker(text: string): { readonly start: number; readonly end: number } | undefined {
  const found = /^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}\r?$/m.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
