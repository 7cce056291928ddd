import { prepare } from '../../generator/build';
import { inOrder, type Diagnostic } from '../../generator/diagnostics/diagnostic';
import { printDiagnostics } from '../../generator/diagnostics/print';
import { didYouMean } from '../../generator/diagnostics/suggest';
import { plainOf } from '../../generator/model/text';
import type { Prepared } from '../../generator/pipeline';
import { listIntegrations } from '../../generator/source/read';
import { diffBots } from '../../kore/diff/diff-bots';
import { asIncrementalImport } from '../../kore/diff/incremental';
import type { KoreBot, Target } from '../../kore/format';
import { ExportError } from '../../kore/reading/export-error';
import type { Console } from '../console';
import { findingsOf } from '../reports/report';
import { clash, reporting, type ReportRequest } from '../reports/wanted';
import type { ComparedSides, DiffOptions } from './comparison';
import { exportSide, isExport, revisionSide, SPECS, usualSide } from './diff-sides';
import type { DiffSide } from './diff-sides';
import type { SpecOf } from './diff-report';
import { RevisionError } from './revision';
import { showDiffs } from './show-diffs';

/** Ends the command: the specs have errors, which people have been told already. */
class SpecErrors extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super('The specs have errors, so there is nothing to compare.');
    this.diagnostics = diagnostics;
  }
}

/**
 * Says how two bots differ in meaning: two exports, an export and a revision, or either of them and the specs. Exit code
 * 0; 1 with `exitCode` when they differ, or when the specs have errors; 2 wrong usage.
 */
export async function diffCommand(
  root: string,
  options: DiffOptions,
  console: Console,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  const wanted = wantedOf(options);
  const unclear = clash(wanted);
  if (unclear !== undefined) return console.fail(unclear);
  const shown = reporting(root, wanted, env, console);
  try {
    const specs = specsOf(root, shown.people);
    const made = await compare(root, options, specs);
    if (typeof made === 'string') return console.fail(made);
    return showDiffs(made, options, { shown, specOf: specs.fileOf });
  } catch (error) {
    if (error instanceof ExportError || error instanceof RevisionError) return console.fail(error.message);
    if (!(error instanceof SpecErrors)) throw error;
    const report = { findings: findingsOf(error.diagnostics), tests: [] };
    shown.write({ report, json: { ok: false, ...report }, markdown: error.message });
    return 1;
  }
}

/** `--json` and `--markdown` are one more form, printed. */
const wantedOf = ({ json, markdown, format = [], output = [] }: DiffOptions): ReportRequest => ({
  format: [...format, ...(json === true ? ['json' as const] : []), ...(markdown === true ? ['markdown' as const] : [])],
  output,
});

/** The comparisons that were asked for, or why there are none. */
async function compare(root: string, options: DiffOptions, specs: Specs): Promise<readonly ComparedSides[] | string> {
  const { before, after = SPECS } = options;
  const exported = async (named: string | undefined) =>
    named !== undefined && isExport(root, named) ? exportSide(root, named) : undefined;
  const [old, now] = [await exported(before), await exported(after)];
  if (old !== undefined && now !== undefined) return [compared(undefined, old, now)];
  const live = old ?? now;
  const ids = integrations(root, options, live, specs);
  if (typeof ids === 'string') return ids;
  const side = async (named: string | undefined, id: string, target: Target | undefined): Promise<DiffSide> => {
    if (named === undefined) return usualSide(root, id, target);
    if (named !== SPECS) return revisionSide(root, named, id, target ?? 'xo11');
    return { bot: specs.bot(id, target ?? 'xo11'), what: 'the specs', from: 'specs', notes: [] };
  };
  const made: ComparedSides[] = [];
  for (const id of ids) {
    const one = old ?? (await side(before, id, live?.bot.target ?? options.target));
    made.push(compared(id, one, now ?? (await side(after, id, one.bot.target))));
  }
  return made;
}

/** Which integrations are compared: the one that was named, those that are in an export, else all. Or why there is none. */
function integrations(
  root: string,
  { integration }: DiffOptions,
  live: DiffSide | undefined,
  specs: Specs,
): readonly string[] | string {
  const known = listIntegrations(root);
  if (known.length === 0) return 'There is no specs/<integration>/bot.yaml here.';
  if (integration !== undefined)
    return known.includes(integration)
      ? [integration]
      : `There is no integration "${integration}".${didYouMean(integration, known)}`;
  const ids = live === undefined ? known : kin(live.bot, known, specs);
  return ids.length > 0
    ? ids
    : `${live?.what} has no dialog of any integration here. Say which: --integration ${known.join(', ')}`;
}

/** What an import of specs leaves in a live bot is not gone from it. */
function compared(integration: string | undefined, before: DiffSide, after: DiffSide): ComparedSides {
  const isImport = before.from === 'export' && after.from !== 'export';
  const diff = isImport
    ? asIncrementalImport(diffBots(before.bot, after.bot), { utterances: 'append' })
    : diffBots(before.bot, after.bot);
  return { integration, before, after, diff };
}

/** The specs as they are. */
interface Specs {
  readonly bot: (id: string, target: Target) => KoreBot;
  readonly fileOf: SpecOf;
}

/** Builds each integration once. Throws `SpecErrors` when one has errors, which `console` has been told then. */
function specsOf(root: string, console: Console): Specs {
  const prepared = new Map<string, Prepared>();
  const built = new Map<string, KoreBot>();
  const of = (id: string) => {
    const one = prepared.get(id) ?? prepare(root, id);
    prepared.set(id, one);
    return one;
  };
  const make = (id: string, target: Target) => {
    const { koreBot, diagnostics } = of(id);
    if (koreBot) return koreBot(target);
    const error = new SpecErrors(inOrder(diagnostics));
    console.err(printDiagnostics(error.diagnostics, console));
    console.err(error.message);
    throw error;
  };
  return {
    bot: (id, target) => {
      const bot = built.get(`${id} ${target}`) ?? make(id, target);
      built.set(`${id} ${target}`, bot);
      return bot;
    },
    fileOf: (id, title) =>
      of(id).bot?.actions.find((action) => plainOf(action.title.text) === title)?.title.where.file.path,
  };
}

/** The integrations whose dialogs are in an export; the only one there is, whatever is in it. */
function kin(bot: KoreBot, known: readonly string[], specs: Specs): readonly string[] {
  if (known.length === 1) return known;
  const there = new Set(bot.definition.dialogs.map((d) => d.refId));
  const found: string[] = [];
  for (const id of known) {
    const { dialogs, defaultDialogId } = specs.bot(id, bot.target).definition;
    if (dialogs.some((d) => d.refId !== defaultDialogId && there.has(d.refId))) found.push(id);
  }
  return found;
}
