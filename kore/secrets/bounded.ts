/** No credential is longer; and a matcher that has to remember millions of signs gives up. */
const LONGEST = 65_536;

/** The same pattern, whose repeats of a set of signs end somewhere. */
export function bounded(pattern: RegExp): RegExp {
  const source = pattern.source
    .replace(/\{(\d+),\}/g, `{$1,${LONGEST}}`)
    .replace(/\]\*(?!\?)/g, `]{0,${LONGEST}}`)
    .replace(/(\]|(?<!\[)\\w)\+/g, `$1{1,${LONGEST}}`);
  return new RegExp(source, pattern.flags);
}
