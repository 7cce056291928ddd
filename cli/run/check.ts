import { templateFolder } from '../../generator/build';
import { inOrder, type Diagnostic } from '../../generator/diagnostics/diagnostic';
import { printDiagnostics } from '../../generator/diagnostics/print';
import { remembering } from '../../generator/engine/engine';
import type { Prepared } from '../../generator/pipeline';
import { pipeline } from '../../generator/pipeline';
import { loadTemplates, type Templates } from '../../generator/render/load';
import { listIntegrations, readSpecs } from '../../generator/source/read';
import { parseTranscripts } from '../../generator/transcript/parse';
import { TranscriptError, type Transcript } from '../../generator/transcript/transcript';
import { TARGETS, type Target } from '../../kore/format';
import type { RunOptions } from '../../testing/transcript/run';
import { specBots } from '../../testing/transcript/spec-bots';
import type { Console } from '../console';
import { dialogsOf, mayReach, playAll, reached, type PlayJob } from './check-play';
import { coverageReport, failures, playedLine } from './check-report';
import { checkScopesOf, type CheckScope } from './check-scope';
import { update } from './check-update';
import { clash, reporting, type ReportRequest } from '../reports/wanted';
import { reportOf, type CheckResult } from './check-findings';
import { plural } from './plural';
import { projectText } from './project-text';

export interface CheckOptions extends ReportRequest {
  readonly target?: Target;
  /** Accept new words in transcripts. */
  readonly update?: boolean;
}

/** Every part of a check needs these. */
interface Checking {
  readonly root: string;
  readonly templates: Templates;
  readonly options: CheckOptions;
  readonly console: Console;
}

/**
 * Builds, checks and plays what concerns the actions that are named, or everything, without touching `dist/`. Exit code 0:
 * all conversations go as written; 1: they do not, or the specs have errors; 2: nothing is called that.
 */
export async function checkCommand(
  root: string,
  named: readonly string[],
  options: CheckOptions,
  console: Console,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<number> {
  const unclear = clash(options);
  if (unclear !== undefined) return console.fail(unclear);
  const ids = listIntegrations(root);
  if (ids.length === 0) return console.fail('There is no specs/<integration>/bot.yaml here.');
  const scopes = checkScopesOf(
    ids.map((id) => readSpecs(root, id)),
    named,
  );
  if (typeof scopes === 'string') return console.fail(scopes);
  const { people, write } = reporting(root, options, env, console);
  const checking = { root, templates: loadTemplates(templateFolder), options, console: people };
  const checked: CheckResult[] = [];
  for (const scope of scopes) checked.push(await checkScope(scope, checking));
  const ok = checked.every((one) => one.ok);
  const report = reportOf(checked);
  write({ report, json: { ok, ...report } });
  return ok ? 0 : 1;
}

async function checkScope(scope: CheckScope, checking: Checking): Promise<CheckResult> {
  const { root, templates, options, console } = checking;
  const start = performance.now();
  const { folder } = scope;
  // Forms of the same bot share what they are made from.
  const run = pipeline(templates, remembering());
  const prepared = run(folder);
  const diagnostics = sayDiagnostics(scope, prepared, console);
  if (!prepared.bot) return { ok: false, diagnostics, plays: [], left: [] };
  const openBot = specBots((id) => (id === folder.id ? folder : readSpecs(root, id)), templates, run);
  const readFile = (path: string) => projectText(root, path);
  const targets = options.target ? [options.target] : TARGETS;
  const dialogs = scope.actions && dialogsOf(prepared.bot, scope.actions);
  try {
    const jobs = await jobsOf(scope, dialogs, targets, { openBot, readFile });
    const plays = (await playAll(jobs, { openBot, readFile })).filter(
      (one) => !dialogs || !isShared(scope, one.transcript) || reached(one, dialogs),
    );
    const wrong = plays.filter(({ problems }) => problems.length > 0);
    const left =
      options.update === true && wrong.length > 0
        ? await update({ ...checking, folder, playing: { openBot, readFile } }, wrong)
        : wrong;
    for (const text of failures(left)) console.err(`${text}\n`);
    console.out(playedLine(plays, left, targets, performance.now() - start));
    console.out(coverageReport(prepared.bot, scope.actions, plays));
    if (options.update !== true && left.some(({ problems }) => problems.every(({ difference }) => difference)))
      console.err(`npm run check -- ${names(scope)} --update  accepts new words in transcripts`);
    return { ok: left.length === 0, diagnostics, plays, left };
  } catch (error) {
    if (!(error instanceof TranscriptError)) throw error;
    console.err(error.message);
    return { ok: false, diagnostics, plays: [], left: [], unplayable: error };
  }
}

const names = ({ folder, actions }: CheckScope): string =>
  actions === undefined || actions.size === 0 ? folder.id : [...actions].join(' ');

const isShared = ({ folder, shared }: CheckScope, { path }: Transcript): boolean =>
  shared.some((name) => path === `${folder.path}/${name}`);

/** Every conversation that is asked for, on each target that it is meant for. */
async function jobsOf(
  { folder, transcripts, shared }: CheckScope,
  dialogs: ReadonlySet<string> | undefined,
  targets: readonly Target[],
  { openBot, readFile }: Pick<RunOptions, 'openBot' | 'readFile'>,
): Promise<readonly PlayJob[]> {
  const read = (name: string) => parseTranscripts(`${folder.path}/${name}`, readFile(`${folder.path}/${name}`));
  const bot = await openBot({ integration: folder.id, target: 'xo10' });
  const all = [
    ...transcripts.flatMap(read),
    ...shared.flatMap(read).filter((one) => !dialogs || mayReach(one, bot, dialogs)),
  ];
  return targets.flatMap((target) =>
    all.filter(({ settings }) => (settings.target ?? target) === target).map((transcript) => ({ transcript, target })),
  );
}

/** Errors, and warnings that are not about other actions. */
function sayDiagnostics(
  { folder, actions }: CheckScope,
  { diagnostics }: Prepared,
  console: Console,
): readonly Diagnostic[] {
  const others = new Set(
    folder.yaml
      .filter(
        ({ name }) => name !== 'bot.yaml' && !name.includes('/') && actions?.has(name.replace(/\.yaml$/, '')) === false,
      )
      .map(({ path }) => path),
  );
  const shown = inOrder(diagnostics).filter((d) => d.severity === 'error' || !others.has(d.place.path));
  if (shown.length > 0) console.err(printDiagnostics(shown, console));
  const errors = shown.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    console.err(`${plural(errors, 'error')}, ${plural(shown.length - errors, 'warning')}. Nothing was played.`);
  return shown;
}
