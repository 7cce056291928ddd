import type { Report } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';

/** Files beside `bot.yaml` that a rule may ask for. */
export interface Beside {
  bytes(name: string): Buffer | undefined;
}

/** One rule: reports what it finds, changes nothing. */
export type Rule = (bot: Bot, report: Report, beside: Beside) => void;

/** Everything that can be wrong with a bot whose files fit the schemas. */
export function check(bot: Bot, beside: Beside, report: Report): void {
  for (const rule of rules) rule(bot, report, beside);
}

const rules: readonly Rule[] = [];
