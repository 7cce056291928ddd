import { isEmpty } from '../../kore/diff/diff';
import { renderHuman } from '../../kore/diff/render-human';
import { diffJson } from '../../kore/diff/render-json';
import { renderMarkdown } from '../../kore/diff/render-markdown';
import { printable } from '../../kore/printable';
import { redactKnown, redactKnownIn } from '../../kore/secrets/mask';
import type { Reporting } from '../reports/wanted';
import type { ComparedSides, DiffOptions } from './comparison';
import { diffReport, type SpecOf } from './diff-report';

/** Prints comparisons: what of what goes to `err`, the differences to `out`. The exit code is 1 when that is asked for. */
export function showDiffs(all: readonly ComparedSides[], options: DiffOptions, { shown, specOf }: Shown): 0 | 1 {
  // What an export holds by mistake is shown nowhere.
  const made = all.map((one) => ({ ...one, diff: redactKnownIn(one.diff) }));
  const { people, remark, write } = shown;
  for (const line of made.flatMap((one) => remarks(one, options, made.length > 1)))
    remark(redactKnown(printable(line)));
  people.out(allOf(made, ({ diff }) => renderHuman(diff, { color: people.color }), '\n\n'));
  write({
    report: diffReport(made, specOf, options.exitCode === true),
    json: jsonOf(made),
    markdown: made.map(({ diff }) => renderMarkdown(diff)).join('\n'),
  });
  return options.exitCode === true && made.some(({ diff }) => !isEmpty(diff)) ? 1 : 0;
}

/** Where comparisons are shown, and how their findings find a file. */
export interface Shown {
  readonly shown: Reporting;
  readonly specOf: SpecOf;
}

/** Several are headed by their integrations. */
const allOf = (made: readonly ComparedSides[], text: (one: ComparedSides) => string, between: string): string =>
  made.length === 1 ? made.map(text).join('') : made.map((one) => `${one.integration}\n${text(one)}`).join(between);

function remarks({ integration, before, after }: ComparedSides, options: DiffOptions, several: boolean): string[] {
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
function jsonOf(made: readonly ComparedSides[]): unknown {
  const [only, second] = made;
  if (only !== undefined && second === undefined) return diffJson(only.diff);
  const integrations = made.map(({ integration, diff }) => ({ integration, ...diffJson(diff) }));
  return { same: made.every(({ diff }) => isEmpty(diff)), integrations };
}
