import { check } from '../check';
import { collect, type Diagnostic } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';
import { normalize } from '../model/normalize';
import { readWritten } from '../read';
import type { SpecFolder } from '../source/read';

/** A bot as far as its specs can be read. */
export interface ReadSpecs {
  readonly bot: Bot | undefined;
  /** What a build says of the specs that were read. */
  readonly diagnostics: readonly Diagnostic[];
  /** The folder without the files that could not be read. */
  readonly folder: SpecFolder;
}

/** The bot that a folder's specs make. A file of another action that cannot be read is left aside: it is no concern of a new one. */
export function readableBot(folder: SpecFolder): ReadSpecs {
  const read = wholeBot(folder);
  if (read.bot) return read;
  const broken = new Set(read.diagnostics.filter((d) => d.severity === 'error').map((d) => d.place.path));
  const rest = folder.yaml.filter(({ name, path }) => name === 'bot.yaml' || !broken.has(path));
  return rest.length === folder.yaml.length ? read : wholeBot({ ...folder, yaml: rest });
}

function wholeBot(folder: SpecFolder): ReadSpecs {
  const { report, diagnostics } = collect();
  const written = readWritten(folder, report);
  const bot = written && normalize(written, report);
  if (bot) check(bot, folder, report);
  return { bot, diagnostics, folder };
}
