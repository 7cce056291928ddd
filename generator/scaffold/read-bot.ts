import { check } from '../check';
import { collect, type Diagnostic } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';
import { normalize } from '../model/normalize';
import { readWritten } from '../read';
import type { SpecFolder } from '../source/read';

/** The bot that a folder's specs make, where they can be read, and everything that a build says of them. */
export function botOf(folder: SpecFolder): {
  readonly bot: Bot | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { report, diagnostics } = collect();
  const written = readWritten(folder, report);
  const bot = written && normalize(written, report);
  if (bot) check(bot, folder, report);
  return { bot, diagnostics };
}
