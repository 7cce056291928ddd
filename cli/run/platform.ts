import { DeployError, UsageError, failureLines, scrub } from '../../deploy/errors';
import { liveProgress, quietProgress, type Progress } from '../../deploy/progress';
import { readDeploySettings, type DeploySettings } from '../../deploy/settings';
import { ExportError } from '../../kore/reading/export-error';
import type { Host } from '../host';
import type { PlatformFlags } from '../platform-flags';

/** What a command that talks to the platform works with. What it prints never holds a secret that it has read. */
export interface PlatformWork {
  readonly settings: () => DeploySettings;
  readonly print: (text: string) => void;
  /** More that must not be shown. */
  readonly hide: (secrets: readonly string[]) => void;
  readonly progress: Progress;
}

/** Does it. Exit codes: 0 fine, 1 it failed or was refused, 2 wrong usage or our own mistake. */
export async function onPlatform(
  flags: PlatformFlags,
  { root, env, console }: Host,
  work: (tools: PlatformWork) => Promise<void>,
): Promise<number> {
  let secrets: readonly string[] = [];
  const print = (text: string) => console.out(scrub(text, secrets));
  try {
    await work({
      settings: () => {
        const { target, host, bot } = flags;
        const read = readDeploySettings({ folder: root, environment: flags.env, process: env, target, host, bot });
        secrets = read.secrets;
        return read;
      },
      print,
      hide: (more) => (secrets = more),
      progress: flags.json !== true && process.stderr.isTTY && !env['CI'] ? liveProgress : quietProgress,
    });
    return 0;
  } catch (error) {
    const { code, report, text } = failure(error);
    if (flags.json === true) print(JSON.stringify(report, null, 2));
    else console.err(scrub(text, secrets));
    return code;
  }
}

/** A failure, for machines and for people. */
function failure(error: unknown): { readonly code: 1 | 2; readonly report: object; readonly text: string } {
  if (error instanceof DeployError) {
    const report = { ok: false, kind: 'failed', ...error.failure };
    return { code: 1, report, text: failureLines(error.failure).join('\n') };
  }
  const isUsage = error instanceof UsageError || error instanceof ExportError;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const report = { ok: false, kind: isUsage ? 'usage' : 'bug', message };
  return { code: 2, report, text: isUsage ? message : `This is our mistake, please report it.\n${stack ?? message}` };
}
