import type { EnvValue } from '../api';
import type { DeployContext } from '../context';

export interface VariablesOutcome {
  readonly set: readonly string[];
  /** Without a value here; the bot keeps what it has. */
  readonly missing: readonly string[];
  readonly how: 'api' | 'config' | 'skip' | 'no-builder-app';
}

/**
 * Gives the bot's variables the values of this environment. Names are told, values never. The call needs an app made
 * in the builder; without one the person is told what to fill in. It is repeated on every run: that does no harm.
 */
export async function setVariables(botId: string, context: DeployContext): Promise<VariablesOutcome> {
  const { settings, built, api, progress } = context;
  const wanted = new Map(built.jobs.flatMap((job) => job.bot.config.envVariables.map((v) => [v.key, v] as const)));
  const missing = [...wanted.keys()].filter((key) => settings.variable(key) === undefined);
  const values = [...wanted.values()].flatMap((v): EnvValue[] => {
    const value = settings.variable(v.key);
    if (value === undefined) return [];
    const secured = v.isSecured === true && settings.assumptions.securedFlag === 'send' ? { isSecured: true } : {};
    return [{ key: v.key, value, hint: v.hint, variableType: 'env', scope: v.scope, ...secured }];
  });
  const set = values.map((v) => v.key);
  const how = settings.assumptions.variables;
  if (how === 'config') return { set, missing, how };
  if (how === 'skip' || values.length === 0) return { set: [], missing: [...wanted.keys()], how: 'skip' };
  if (settings.builder === undefined) return { set: [], missing: [...wanted.keys()], how: 'no-builder-app' };
  await progress.step(`Set variables ${set.join(', ')}`, () => api.setVariables(botId, values));
  return { set, missing, how };
}
