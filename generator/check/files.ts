import { iconProblem } from '../model/icon';
import type { SpecRule } from './rule';

/** The icon exists and is one that the platform takes. */
export const iconIsSound: SpecRule = (bot, report, beside) => {
  const { file } = bot.where;
  const { icon } = file.data as { readonly icon?: string };
  if (icon === undefined) return;
  const bytes = beside.bytes(icon);
  const at = file.at(['icon']);
  if (!bytes) return report(at, 'missing-file', icon);
  const problem = iconProblem(bytes);
  if (problem !== undefined) report(at, 'bad-icon', problem);
};
