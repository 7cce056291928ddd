import type { DeployOptions, Person } from '../../deploy/context';
import { DeployError, UsageError } from '../../deploy/errors';
import type { Failure } from '../../deploy/errors';
import { quietProgress } from '../../deploy/progress';
import { runDeploy } from '../../deploy/run-deploy';
import type { DeployOutcome } from '../../deploy/run-deploy';
import { readDeploySettings } from '../../deploy/settings';
import { startDeploy } from '../../deploy/start';
import type { Workbench } from './workbench';

const USUAL: Omit<DeployOptions, 'target'> = {
  only: [],
  utterances: 'append',
  settings: true,
  publish: false,
  comment: 'test',
  dryRun: false,
  yes: true,
  newBot: false,
  batchTest: false,
  unrelated: false,
  repin: false,
};

const ABSENT: Person = { present: false, showDiff: () => undefined, confirm: () => Promise.resolve(false) };

/** A deployment inside this process, with the workbench's `.env` and these settings over it. */
export async function deploy(
  bench: Workbench,
  options: Partial<DeployOptions> = {},
  settings: Readonly<Record<string, string>> = {},
  person: Person = ABSENT,
  environment?: string,
): Promise<DeployOutcome> {
  const read = readDeploySettings({ folder: bench.folder, environment, process: settings });
  const all = { ...USUAL, target: read.target ?? 'xo11', ...options };
  return runDeploy(await startDeploy(all, read, { cwd: bench.folder, progress: quietProgress, person }));
}

/** The failure of a deployment that must fail. */
export async function failureOf(run: Promise<unknown>): Promise<Failure> {
  const error = await run.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (error instanceof DeployError) return error.failure;
  throw error instanceof Error && !(error instanceof UsageError)
    ? error
    : new Error(`no failure, but ${String(error)}`);
}
