import { isEmpty } from '../kore/diff/diff';
import { summaryOf } from '../kore/diff/outline';
import type { KoreBot } from '../kore/format';
import type { Compared, DeployContext } from './context';
import { DeployError } from './errors';
import { canonical, hash } from './sealed';
import type { Confirmed } from './resume';
import { backUp } from './steps/back-up';
import { compareExports } from './steps/compare';

/** How often a bot may change while the person looks at what would change in it. */
const ROUNDS = 3;

/**
 * Sees to it that what is about to be imported was agreed to for the bot as it is *now*. The consent is bound to a hash
 * of the live export: when the bot changed since (a colleague edited it while the person was asked, or between two
 * runs), it is backed up and asked about anew. After an answer the bot is looked at again.
 */
export async function agree(botId: string, context: DeployContext): Promise<void> {
  const { state, options, person } = context;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { bot, digest, path, discard } = await backUp(botId, context);
    const compared = compareExports(bot, context);
    if (covers(state.get().confirmed, digest, compared, context)) return discard();
    requireRelated(bot, botId, context);
    for (const { name, diff } of compared) person.showDiff(diff, name);
    const nothingToImport = compared.every(({ diff }) => isEmpty(diff));
    const ask = !nothingToImport && !options.yes;
    if (ask && !(await person.confirm(`Import this into ${botId}?`))) throw refused(person.present);
    state.update({ confirmed: confirmed(bot, digest, compared), nothingToImport, backup: path });
    if (!ask) return;
  }
  throw new DeployError({
    step: 'compare',
    code: 'changing',
    likelyCause: 'someone is editing the bot: it was another one each time after you were asked',
    whatToDo: 'nothing was imported; run the same command again when they are done',
  });
}

/**
 * Whether a consent holds. Once something of this deployment was sent, the bot differs because of us, so what counts
 * then is that each import that is left changes what was agreed to, or nothing any more.
 */
function covers(
  given: Confirmed | undefined,
  digest: string,
  compared: readonly Compared[],
  { state, built }: DeployContext,
): boolean {
  if (given === undefined) return false;
  if (given.live === digest) return true;
  const jobs = state.get().jobs;
  if (!built.jobs.some((job) => jobs[job.name]?.sent === true)) return false;
  return compared.every(
    ({ name, diff }) => jobs[name]?.done === true || isEmpty(diff) || given.diffs[name] === hash(canonical(diff)),
  );
}

const confirmed = (bot: KoreBot, live: string, compared: readonly Compared[]): Confirmed => ({
  live,
  changes: compared.map(({ name, diff }) => ({ name, summary: summaryOf(diff) })),
  diffs: Object.fromEntries(compared.map(({ name, diff }) => [name, hash(canonical(diff))])),
  existing: bot.config.envVariables.map((v) => v.key),
});

/** A bot none of whose dialogs comes from these files is hardly the one that is meant. */
function requireRelated(bot: KoreBot, botId: string, { built, options }: DeployContext): void {
  const ours = new Set(built.jobs.flatMap((job) => job.bot.definition.dialogs.map((d) => d.refId)));
  if (options.unrelated || bot.definition.dialogs.some((d) => ours.has(d.refId))) return;
  const { length } = bot.definition.dialogs;
  throw new DeployError({
    step: 'compare',
    code: 'unrelated',
    likelyCause: `none of the ${length} dialogs of ${botId} comes from these files (no refId matches), so it may be another bot than you mean`,
    whatToDo: `check the bot id; if these files shall really be put into it, add --unrelated (${ours.size} dialogs would be new in it)`,
  });
}

const refused = (present: boolean) =>
  new DeployError({
    step: 'compare',
    code: 'refused',
    likelyCause: present
      ? 'the changes were not confirmed'
      : 'the bot is not what was agreed to, and nobody is there to ask',
    whatToDo: `nothing was changed; run the same command again when the changes are right${present ? '' : ', with --yes if nobody shall be asked'}`,
  });
