import {
  CONFIG_FILE,
  DEFINITION_FILE,
  TARGETS,
  type Config,
  type Definition,
  type KoreBot,
  type Target,
} from '../../kore/format';
import type { OutputFile } from '../../kore/zip/pack';

/** The whole bots among a build's files, by target. */
export function builtBots(files: readonly OutputFile[], id: string): Readonly<Record<Target, KoreBot>> {
  const json = (path: string): unknown => {
    const file = files.find((f) => f.path === path);
    if (!file) throw new Error(`The build made no ${path}`);
    return JSON.parse(file.bytes.toString('utf8'));
  };
  const bot = (target: Target): KoreBot => ({
    target,
    definition: json(`${id}/${target}/${DEFINITION_FILE[target]}`) as Definition,
    config: json(`${id}/${target}/${CONFIG_FILE}`) as Config,
  });
  return Object.fromEntries(TARGETS.map((target) => [target, bot(target)])) as Record<Target, KoreBot>;
}
