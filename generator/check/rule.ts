import type { Report } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';

/** Files beside `bot.yaml` that a rule may ask for. */
export interface SpecFiles {
  readonly bytes: (name: string) => Buffer | undefined;
  /** Everything that lies there, by path inside the folder, sorted. */
  readonly files: readonly string[];
}

/** One rule: reports what it finds, changes nothing. */
export type SpecRule = (bot: Bot, report: Report, beside: SpecFiles) => void;
