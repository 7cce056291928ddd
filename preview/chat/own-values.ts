import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { OwnValues } from '../backend';
import type { OpenedBot } from '../open-bot';
import { ChatUsageError } from './console';

/**
 * Values of the bot's variables that a person gave: `--env NAME=value` each, and those of the folder's `.env` that the bot
 * declares. Throws a `UsageError` for a value that is not written so, or for a variable that the bot does not have.
 */
export function ownValues(root: string, bot: Pick<OpenedBot, 'env'>, written: readonly string[]): OwnValues {
  const declared = bot.env.map(({ key }) => key);
  const given = written.map((pair) => {
    const [, name, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined)
      throw new ChatUsageError(`--env is written --env NAME=value, not "${pair}".`);
    if (!declared.includes(name))
      throw new ChatUsageError(`The bot has no variable "${name}"; it has ${declared.join(', ') || 'none'}.`);
    return [name, value] as const;
  });
  const path = join(root, '.env');
  const file = existsSync(path) ? parse(readFileSync(path, 'utf8')) : {};
  const known = Object.entries(file).filter(([name, value]) => value !== '' && declared.includes(name));
  return { given: Object.fromEntries(given), known: Object.fromEntries(known) };
}
