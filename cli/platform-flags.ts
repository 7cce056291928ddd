import { type Command, InvalidArgumentError, Option } from 'commander';

const TARGETS = ['xo10', 'xo11'] as const;

/** The flags of every command that talks to the platform. */
export interface PlatformFlags {
  readonly target?: (typeof TARGETS)[number];
  readonly bot?: string;
  readonly host?: string;
  readonly env?: string;
  readonly json?: boolean;
  readonly repin?: boolean;
}

export const platformFlags = (command: Command): Command =>
  command
    .addOption(new Option('--target <platform>', 'which platform (or XO_TARGET)').choices([...TARGETS]))
    .option('--bot <id>', 'the bot’s id, st-… (or XO_BOT_ID)')
    .option('--host <address>', 'the platform’s address (or XO_HOST)')
    .option('--env <name>', 'read .env.<name> before .env')
    .option('--repin', 'the host or the bot is meant to be another one than this environment had before')
    .option('--json', 'print one JSON document for machines');

/** The value of a flag that must say something. */
export function nonEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}
