import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readExport } from '../../kore/read-export';
import { noteLines } from '../../kore/reading/notes';
import { openBot } from '../open-bot';
import type { BotChoice } from './protocol';
import type { LoadedBot } from './tab-session';

/** The bots that can be opened: those that were built, or one export. */
export interface Library {
  readonly choices: () => Promise<readonly BotChoice[]>;
  /**
   * Reads a bot; undefined when there is no such choice. One that is as it was before is given as it was. Rejects with an
   * `ExportError` when it cannot be read.
   */
  readonly load: (id: string) => Promise<LoadedBot | undefined>;
}

interface Kept {
  readonly bot: LoadedBot;
  readonly text: string;
  /** Tells one state of the file from another without reading it; none for a folder, whose files change by themselves. */
  readonly stamp: string | undefined;
}

/** The zips in a folder that belong to a known integration, with the credentials mode that they were built with. */
interface BuiltZips {
  readonly folder: string;
  readonly known: () => readonly string[];
  readonly mode?: string;
}

/** A library of the zips of a build, or of one export whatever its form. */
export function createLibrary(from: BuiltZips | { readonly file: string }): Library {
  const mode = 'folder' in from ? from.mode : undefined;
  const loaded = new Map<string, Kept>();
  const places = async (): Promise<ReadonlyMap<string, string>> => {
    if ('file' in from) return new Map([[basename(from.file), from.file]]);
    // A zip of an integration that is gone is left over from an earlier build.
    const known = from.known();
    const names = (await readdir(from.folder).catch(() => []))
      .filter((name) => known.includes(partsOf(name)?.integration ?? ''))
      .sort();
    return new Map(names.map((name) => [name, join(from.folder, name)]));
  };
  return {
    choices: async () => [...(await places()).keys()].map((id) => ({ id, label: labelOf(id) })),
    load: async (id) => {
      const path = (await places()).get(id);
      if (path === undefined) return undefined;
      const before = loaded.get(id);
      const stamp = await stampOf(path);
      if (before !== undefined && stamp !== undefined && before.stamp === stamp) return before.bot;
      const kore = await readExport(path);
      const text = JSON.stringify(kore);
      const bot =
        before?.text === text
          ? before.bot
          : {
              id,
              version: (before?.bot.version ?? 0) + 1,
              bot: openBot(kore),
              notes: noteLines(kore.notes),
              ...(mode !== undefined && { mode }),
            };
      loaded.set(id, { bot, text, stamp });
      return bot;
    },
  };
}

async function stampOf(path: string): Promise<string | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() === true ? `${info.mtimeMs} ${info.size} ${info.ino}` : undefined;
}

/** `orders-xo10.zip` is the bot of the integration `orders` for XO 10. */
function partsOf(name: string): { readonly integration: string; readonly platform: string } | undefined {
  const [, integration, platform] = /^(.+)-xo(1\d)\.zip$/.exec(name) ?? [];
  return integration === undefined || platform === undefined ? undefined : { integration, platform };
}

function labelOf(name: string): string {
  const parts = partsOf(name);
  return parts === undefined ? name : `${parts.integration} · XO ${parts.platform}`;
}
