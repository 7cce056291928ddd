import { isEmpty } from '../../kore/diff/diff';
import { renderHuman } from '../../kore/diff/render-human';
import { diffJson } from '../../kore/diff/render-json';
import { renderMarkdown } from '../../kore/diff/render-markdown';
import { printable } from '../../kore/printable';
import type { Console } from '../console';
import type { Comparison, DiffOptions } from './comparison';

/** Prints comparisons: what of what goes to `err`, the differences to `out`. The exit code is 1 when that is asked for. */
export function showDiffs(made: readonly Comparison[], options: DiffOptions, console: Console): 0 | 1 {
  const texts = made.map((one) => {
    for (const line of remarks(one, options, made.length > 1)) console.err(printable(line));
    if (options.markdown === true) return renderMarkdown(one.diff);
    return renderHuman(one.diff, { color: console.color });
  });
  if (options.json === true) console.out(JSON.stringify(jsonOf(made), null, 2));
  else if (options.markdown === true || made.length === 1) console.out(texts.join('\n'));
  else console.out(made.map((one, i) => `${one.integration}\n${texts[i]}`).join('\n\n'));
  return options.exitCode === true && made.some(({ diff }) => !isEmpty(diff)) ? 1 : 0;
}

function remarks({ integration, before, after }: Comparison, options: DiffOptions, several: boolean): string[] {
  const about = several ? `${integration}: ` : '';
  const other =
    before.bot.target !== after.bot.target ? [`(one side is ${before.bot.target}, the other ${after.bot.target})`] : [];
  const asked = options.target !== undefined && options.target !== before.bot.target;
  return [
    `${about}${before.what} → ${after.what}`,
    ...[before, after].flatMap(({ what, notes }) => notes.map((note) => `In ${what}: ${note}`)),
    ...other,
    ...(asked ? [`(compared as ${before.bot.target}, which is what the other side is)`] : []),
  ];
}

/** One comparison is one object; several are listed by integration. */
function jsonOf(made: readonly Comparison[]): unknown {
  const [only, second] = made;
  if (only !== undefined && second === undefined) return diffJson(only.diff);
  const integrations = made.map(({ integration, diff }) => ({ integration, ...diffJson(diff) }));
  return { same: made.every(({ diff }) => isEmpty(diff)), integrations };
}
