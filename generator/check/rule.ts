import type { Report } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';
import type { SpecFolder } from '../source/read';

/** Files beside `bot.yaml` that a rule may ask for. */
export interface SpecFiles {
  readonly bytes: (name: string) => Buffer | undefined;
  /** Why something that lies there under this name is not read. */
  readonly refused?: SpecFolder['refused'];
  /** Those that play conversations. */
  readonly transcripts?: readonly string[];
  /** Everything that lies there, by path inside the folder, sorted. */
  readonly files: readonly string[];
}

/** One rule: reports what it finds, changes nothing. */
export type SpecRule = (bot: Bot, report: Report, files: SpecFiles) => void;
