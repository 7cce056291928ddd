import type { Command } from 'commander';

/** Which bot is played, and what stands behind it. */
export interface ServiceFlags {
  readonly integration?: string;
  /** `NAME=value` each. */
  readonly env: readonly string[];
  readonly stub?: string;
  readonly tables?: string;
}

/** The options of every command that plays a bot. */
export const serviceOptions = (command: Command): Command =>
  command
    .option('--integration <name>', 'which of specs/ to play; needed when there are several')
    .option('--env <NAME=value>', 'a value of one of the bot’s variables; may be given several times', collect, [])
    .option('--stub <file>', 'prepared answers in place of a service that there is no stand-in for')
    .option('--tables <file>', 'rows of the account’s data tables at the start: {"table": [rows]}');

const collect = (one: string, before: readonly string[]): readonly string[] => [...before, one];
