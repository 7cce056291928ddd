/** What a way says and the room that takes, in pixels of the picture. */
export interface LabelSize {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Characters in a line, as far as words allow. */
const LINE = 14;
const CHARACTER = { width: 7, height: 16 };
const PADDING = 8;

/** Breaks a label into lines between its words; an operator stays with what it compares with. */
export function labelSize(label: string): LabelSize {
  if (label === '') return { text: '', width: 0, height: 0 };
  const lines = label
    .replaceAll(/([=≠<>≤≥]) /g, '$1\u00a0')
    .split(' ')
    .reduce<string[]>((broken, word) => {
      const last = broken.at(-1);
      if (last === undefined || last.length + 1 + word.length > LINE) return [...broken, word];
      return [...broken.slice(0, -1), `${last} ${word}`];
    }, []);
  const longest = Math.max(...lines.map((line) => line.length));
  const height = lines.length * CHARACTER.height + PADDING;
  return { text: lines.join('\n'), width: longest * CHARACTER.width + PADDING, height };
}
