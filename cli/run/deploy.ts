import type { ChannelName } from '../../deploy/channels';
import type { DeployOptions } from '../../deploy/context';
import { UsageError } from '../../deploy/errors';
import { dryRunReport, summary } from '../../deploy/report';
import { dryRun, runDeploy } from '../../deploy/run-deploy';
import { startDeploy } from '../../deploy/start';
import { terminalPerson } from '../../deploy/terminal';
import type { Target } from '../../kore/format';
import type { Host } from '../host';
import type { PlatformFlags } from '../platform-flags';
import { projectRoot } from '../project-root';
import { onPlatform } from './platform';
import { tryCommand } from './try';

export interface DeployFlags extends PlatformFlags {
  readonly integration?: string;
  readonly only?: readonly string[];
  readonly name?: string;
  readonly utterances: 'append' | 'replace';
  readonly settings: boolean;
  readonly publish?: boolean;
  readonly comment: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly new?: boolean;
  readonly unrelated?: boolean;
  readonly channel?: ChannelName;
  readonly batchTest?: boolean;
  readonly try?: boolean;
}

/** Brings what was built to the platform. Exit codes as `onPlatform`. */
export const deployCommand = (flags: DeployFlags, calledIn: Host): Promise<number> => {
  const host = { ...calledIn, root: projectRoot(calledIn.root) };
  return onPlatform(flags, host, async (work) => {
    const { print, hide, progress } = work;
    if (flags.try === true) return tryCommand(flags, host, work);
    const settings = work.settings();
    const options = deployOptions(flags, settings.target);
    const person = terminalPerson(flags.json === true);
    const context = await startDeploy(options, settings, { cwd: host.root, progress, person });
    hide(context.settings.secrets);
    if (options.dryRun) {
      const { text, ...report } = dryRunReport(context, await dryRun(context));
      return print(flags.json === true ? JSON.stringify(report, null, 2) : text);
    }
    const outcome = await runDeploy(context);
    print(flags.json === true ? JSON.stringify({ ok: true, ...outcome }, null, 2) : summary(outcome));
  });
};

function deployOptions(flags: DeployFlags, target: Target | undefined): DeployOptions {
  if (target === undefined)
    throw new UsageError('Which platform? Add --target xo10 or --target xo11, or set XO_TARGET.');
  return {
    target,
    only: flags.only ?? [],
    utterances: flags.utterances,
    settings: flags.settings,
    publish: flags.publish === true,
    comment: flags.comment,
    dryRun: flags.dryRun === true,
    yes: flags.yes === true,
    newBot: flags.new === true,
    batchTest: flags.batchTest === true,
    unrelated: flags.unrelated === true,
    repin: flags.repin === true,
    ...(flags.integration === undefined ? {} : { integration: flags.integration }),
    ...(flags.channel === undefined ? {} : { channel: flags.channel }),
    ...(flags.name === undefined ? {} : { name: flags.name }),
  };
}
