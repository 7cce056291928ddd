import { actionFlow } from '../../generator/compile/action-flow';
import { actionPart, layoutOf, systemDialogs, planOf, systemParts, type Plan } from '../../generator/compile/bot';
import type { Bot } from '../../generator/model/model';
import type { Target } from '../../kore/format';

/** What a bot is rendered from, all of it in one plan: the whole bot, or the action `only` alone. */
export function planned(bot: Bot, target: Target, only?: string): Plan {
  const layout = layoutOf(bot, target);
  const actions = bot.actions
    .filter(({ id }) => only === undefined || id === only)
    .map((action) => actionPart(bot, layout, action, actionFlow(bot, action)));
  if (only !== undefined) return planOf(bot, layout, { listed: actions, inside: actions });
  const system = systemParts(bot, layout);
  const all = [...actions, ...systemDialogs(system)];
  return planOf(bot, layout, { listed: all, inside: all, system });
}
