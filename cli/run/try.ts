import { join } from 'node:path';
import { UsageError } from '../../deploy/errors';
import { tryLines } from '../../deploy/first-import/page';
import { tryFirstImport } from '../../deploy/first-import/try';
import { integrationIn } from '../../deploy/jobs';
import { realClock } from '../../deploy/limiter';
import { checkPins, pin } from '../../deploy/pins';
import { BACKUP_FOLDER, connect } from '../../deploy/start';
import { terminalPerson } from '../../deploy/terminal';
import type { Host } from '../host';
import type { PlatformFlags } from '../platform-flags';
import type { PlatformWork } from './platform';

/** Of the flags of a deployment, those that the series heeds. */
export interface TryFlags extends PlatformFlags {
  readonly integration?: string;
  readonly yes?: boolean;
}

/** `npm run deploy -- --try`: the graded series of first imports, into new apps only. */
export async function tryCommand(flags: TryFlags, { root }: Host, work: PlatformWork): Promise<void> {
  const settings = work.settings();
  const { target } = settings;
  if (target === undefined)
    throw new UsageError('Which platform? Add --target xo10 or --target xo11, or set XO_TARGET.');
  const [person, folder, dist] = [terminalPerson(flags.json === true), join(root, BACKUP_FOLDER), join(root, 'dist')];
  const use = { settings, repin: flags.repin === true };
  await checkPins(folder, use, person);
  const integration = integrationIn(dist, flags.integration);
  const options = { target, integration, dist, out: root, yes: flags.yes === true };
  const tools = { settings, connect, clock: realClock, progress: work.progress, person };
  const report = await tryFirstImport(options, tools);
  pin(folder, use);
  work.print(flags.json === true ? JSON.stringify({ ok: true, ...report }, null, 2) : tryLines(report).join('\n'));
}
