import { compile } from '../../generator/compile/bot';
import type { Config, Definition, KoreBot, Target } from '../../kore/format';
import { verify } from '../../kore/verify';
import type { Bot } from '../../generator/model/model';
import type { Templates } from '../../generator/render/load';
import { render } from '../../generator/render/render';

/** `compile → render → verify` of a bot, or of one action alone, as one value; throws when a rule of the format is broken. */
export function make(bot: Bot, target: Target, templates: Templates, only?: string): KoreBot {
  const plan = compile(bot, target, only);
  const built = {
    target,
    definition: render(plan.definition, templates) as Definition,
    config: render(plan.config, templates) as Config,
  };
  const [first] = verify(built);
  if (first) throw new Error(`${first.rule}  ${first.where}  ${first.message}`);
  return built;
}
