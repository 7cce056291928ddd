import { diffBots } from '../../kore/diff/diff-bots';
import type { Diff } from '../../kore/diff/diff';
import { asIncrementalImport } from '../../kore/diff/incremental';
import type { KoreBot } from '../../kore/format';
import { cleanBot } from '../clean-export';
import type { Compared, DeployContext } from '../context';
import { withProfilesOf } from '../profiles';

/**
 * What each import would change in the bot, in the terms of an incremental import. With `--only`, or without
 * settings, bot-level settings and events are not imported, so they are not compared either. `current` is a cleaned
 * export, so the built bot is compared cleaned.
 */
export function compareExports(
  current: KoreBot,
  context: Pick<DeployContext, 'built' | 'options' | 'settings'>,
): readonly Compared[] {
  const { built, options, settings } = context;
  const whole = options.only.length === 0;
  return built.jobs.map((job) => {
    const wanted = cleanBot(job.bot, settings.secrets);
    const diff = asIncrementalImport(diffBots(withProfilesOf(current, wanted), wanted), options);
    const bare = whole && options.settings ? diff : { ...diff, settings: [], events: [] };
    return { name: job.name, diff: whole ? bare : onlyTouched(bare) };
  });
}

/** The rest of the bot stays as it is, which need not be said for every dialog. */
const onlyTouched = (diff: Diff): Diff => ({
  ...diff,
  dialogs: diff.dialogs.filter((d) => d.kind !== 'kept'),
  components: diff.components.filter((c) => c.kind !== 'kept'),
  variables: diff.variables.filter((v) => v.kind !== 'kept'),
});
