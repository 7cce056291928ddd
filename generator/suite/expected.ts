/** What a message must hold: every one of these texts. */
export interface Expected {
  readonly contains: string | { readonly allOf: readonly string[] };
}

/**
 * What a message of a transcript must hold wherever it is shown: as plain text, or as a template, which the platform compares
 * as JSON. So a line is parted where a template keeps its parts apart: label and value, title and subtitle, buttons. What a
 * transcript leaves open (`*`, `...`, a regular expression) is left open here, too.
 */
export function expectedOf(lines: readonly string[]): Expected {
  const texts = [...new Set(lines.flatMap(textsOf))];
  const [only = '', ...more] = texts;
  return { contains: more.length === 0 ? only : { allOf: texts } };
}

function textsOf(line: string): readonly string[] {
  const text = line.trim();
  if (text === '...' || /^\/.+\/$/s.test(text)) return [];
  const buttons = [...text.matchAll(/\[([^\]]+)\]/g)].map(([, title = '']) => title.replace(/ → .*$/, ''));
  const isButtons = buttons.length > 0 && text.replace(/\[[^\]]+\]/g, '').trim() === '';
  return (isButtons ? buttons : [text.replace(/^- /, '').replace(/ \((picture|link)(, (picture|link))*\)$/, '')])
    .flatMap((one) => one.split(/\s?\|\s?|: |(?<!\\)\*|["\\]/))
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}
