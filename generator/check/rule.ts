import type { Report } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';

/** Files beside `bot.yaml` that a rule may ask for. */
export interface SpecFiles {
  readonly bytes: (name: string) => Buffer | undefined;
}

/** One rule: reports what it finds, changes nothing. */
export type SpecRule = (bot: Bot, report: Report, beside: SpecFiles) => void;
