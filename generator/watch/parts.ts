import { collect, type Diagnostic } from '../diagnostics/diagnostic';
import type { WrittenSpecs } from '../model/normalize';
import { readWritten } from '../read';
import type { SpecFolder } from '../source/read';

/** One file as it was read last: the part of the specs it is, or none, and what was said about it. */
interface Part {
  readonly text: string;
  readonly written: WrittenSpecs | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What reading a folder came to. */
export interface Read {
  readonly written: WrittenSpecs | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readWhole(folder: SpecFolder): Read {
  const { report, diagnostics } = collect();
  return { written: readWritten(folder, report), diagnostics };
}

/**
 * `readWritten` that remembers: a file is parsed and validated again only when its text has changed. The results are
 * those of `readWritten`; a folder whose `bot.yaml` cannot be used is read as a whole.
 */
export function rememberParts(): (folder: SpecFolder) => Read {
  let parts = new Map<string, Part>();
  return (folder) => {
    const bot = folder.yaml.find((file) => file.name === 'bot.yaml');
    if (!bot) return readWhole(folder);
    const others = folder.yaml.filter((file) => file !== bot);
    const read = (files: SpecFolder['yaml'], own: (typeof files)[number]): Part => {
      const { report: note, diagnostics } = collect();
      const written = readWritten({ ...folder, yaml: files }, note);
      return { text: own.text, written, diagnostics: diagnostics.filter((d) => d.place.path === own.path) };
    };
    const known = parts.get(bot.name);
    const first = known?.text === bot.text ? known : read([bot], bot);
    if (!first.written) return readWhole(folder);
    const next = new Map([[bot.name, first]]);
    for (const file of others) {
      const before = parts.get(file.name);
      next.set(file.name, before?.text === file.text ? before : read([bot, file], file));
    }
    parts = next;
    const all = [...next.values()];
    return {
      written: joined(folder, first.written, all.slice(1)),
      diagnostics: all.flatMap((part) => part.diagnostics),
    };
  };
}

function joined(folder: SpecFolder, bot: WrittenSpecs, parts: readonly Part[]): WrittenSpecs | undefined {
  const written = parts.map((part) => part.written);
  if (written.some((one) => one === undefined)) return undefined;
  const { icon: name } = bot.bot.data;
  const icon = name === undefined ? undefined : folder.bytes(name);
  return {
    id: bot.id,
    bot: bot.bot,
    ...(icon ? { icon } : {}),
    actions: written.flatMap((one) => one?.actions ?? []),
    locales: written.flatMap((one) => one?.locales ?? []),
  };
}
