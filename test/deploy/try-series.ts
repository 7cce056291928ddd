import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Person } from '../../deploy/context';
import { DeployError } from '../../deploy/errors';
import type { TrialReport, TrialResult } from '../../deploy/first-import/result';
import { tryFirstImport } from '../../deploy/first-import/try';
import { realClock } from '../../deploy/limiter';
import { quietProgress } from '../../deploy/progress';
import { readDeploySettings } from '../../deploy/settings';
import { connect } from '../../deploy/start';
import { build } from '../../generator/build';
import type { Target } from '../../kore/format';
import type { EmulatorOptions } from '../../testing/platform/options';
import { workbench } from './workbench';
import type { Workbench } from './workbench';

const FIXTURES = join(__dirname, '..', 'fixtures');
/** A small bot: what is tried is the platform, not what is said. */
export const INTEGRATION = 'parcels';

/** What `npm run build` writes for a bot, in a folder of its own, which the caller removes. */
export async function builtDist(): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'first-import-'));
  const { files } = await build(FIXTURES, INTEGRATION);
  for (const { path, bytes } of files ?? []) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), bytes);
  }
  return dist;
}

export const nobody: Person = { present: false, showDiff: () => undefined, confirm: () => Promise.resolve(false) };

export interface Tried {
  readonly report: TrialReport;
  readonly page: string;
  readonly b: Workbench;
}

export interface TryIn {
  readonly dist: string;
  /** Told of the workbench as soon as there is one: it is to be closed whatever happens. */
  readonly opened: (b: Workbench) => void;
  readonly options?: Partial<EmulatorOptions> & { readonly target?: Target };
  readonly settings?: Readonly<Record<string, string>>;
  readonly yes?: boolean;
  readonly person?: Person;
}

/** Plays the series against an emulated platform, without waiting, and returns what it wrote, also when it ended early. */
export async function tried({
  dist,
  opened,
  options = {},
  settings = {},
  yes = true,
  person = nobody,
}: TryIn): Promise<Tried> {
  const target = options.target ?? 'xo11';
  const b = await workbench({ perMinute: 100_000, perHour: 100_000, looks: 0, ...options, target });
  opened(b);
  const read = readDeploySettings({ folder: b.folder, environment: undefined, process: settings });
  const clock = { ...realClock, sleep: () => Promise.resolve() };
  const tools = {
    settings: read,
    connect: (s: typeof read) => connect(s, clock),
    clock,
    progress: quietProgress,
    person,
  };
  const where = { target, integration: INTEGRATION, dist, out: b.folder, yes };
  const failure = await tryFirstImport(where, tools).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure !== undefined && !(failure instanceof DeployError)) throw failure as Error;
  const text = readFileSync(join(b.folder, 'first-import-report.json'), 'utf8');
  const page = readFileSync(join(b.folder, 'first-import-report.md'), 'utf8');
  return { report: JSON.parse(text) as TrialReport, page, b };
}

export const outcomes = ({ report }: Tried) => Object.fromEntries(report.results.map((r) => [r.id, r.outcome]));
export const result = ({ report }: Tried, id: TrialResult['id']) => report.results.find((r) => r.id === id);
/** The answer and the setting of the finding that the words of its question name. */
export const answer = ({ report }: Tried, words: RegExp) => {
  const found = report.findings.find((f) => words.test(f.question));
  return `${found?.answer ?? 'none'} ${found?.setting ?? ''}`.trim();
};
