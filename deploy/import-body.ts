import type { KoreBot } from '../kore/format';
import type { DeployOptions } from './context';
import type { ImportJob } from './jobs';
import type { DeploySettings } from './settings';

/** Which of the built variables an import brings, given those that the bot has. */
export function variablesToImport(built: KoreBot, existing: ReadonlySet<string>, settings: DeploySettings) {
  const { assumptions, variable } = settings;
  const inConfig = assumptions.variables === 'config';
  return built.config.envVariables.flatMap((v) => {
    const value = inConfig ? variable(v.key) : undefined;
    const wanted = !existing.has(v.key) || value !== undefined || assumptions.existingVariables !== 'keep';
    return wanted ? [{ ...v, value: value ?? v.value }] : [];
  });
}

/** The `config.json` to upload. It holds values only when that is how they are to reach the bot; it never touches the disk. */
export const configFor = (job: ImportJob, existing: ReadonlySet<string>, settings: DeploySettings): Buffer =>
  Buffer.from(
    JSON.stringify({ ...job.bot.config, envVariables: variablesToImport(job.bot, existing, settings) }, null, 4),
  );

/**
 * `importOptions` for an import into an existing bot: only what our files own. Small talk, knowledge graph, standard
 * responses and NLP settings are left out, because an import replaces those wholesale.
 */
export function importOptions(
  job: ImportJob,
  whole: boolean,
  existing: ReadonlySet<string>,
  options: Pick<DeployOptions, 'utterances' | 'settings'>,
  settings: DeploySettings,
): Readonly<Record<string, unknown>> {
  const mode = { append: options.utterances === 'append', replace: options.utterances === 'replace' };
  const content = job.bot.definition['contentVariables'];
  const variables =
    variablesToImport(job.bot, existing, settings).length > 0 || (Array.isArray(content) && content.length > 0);
  const parts = [...(whole && options.settings ? ['botSettings'] : []), ...(variables ? ['botVariables'] : [])];
  const ignore = settings.assumptions.existingVariables === 'ignore' ? [...existing].sort() : [];
  return {
    tasks: ['botTask'],
    nlpData: ['utterances', 'patterns'],
    settings: parts,
    options: { utterances: mode, patterns: mode, ...(ignore.length > 0 ? { botVariables: { ignore } } : {}) },
  };
}
