import { join } from 'node:path';
import { UsageError } from '../chat/console';
import { integrationsOf } from '../integrations';
import { startBuilder } from './builder';
import { credentialsOf, MODES } from './credentials';
import { createLibrary } from './library';
import type { Library } from './library';
import type { BotChoice, BuildView } from './protocol';
import type { LoadedBot } from './tab-session';
import { createVariant } from '../variant';
import { watchFile } from './watch-file';

/** Where bots come from: what is built from specs, or one export. */
export interface BotSource {
  readonly choices: () => Promise<readonly BotChoice[]>;
  readonly load: (id: string) => Promise<LoadedBot | undefined>;
  /** The bot a new tab plays. */
  readonly first: () => LoadedBot;
  readonly build: () => BuildView;
  readonly mode: () => string;
  readonly modes: () => readonly string[];
  /** Builds with another credentials mode, from a copy of the specs; resolves when that is done. */
  readonly setMode: (mode: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BotSourceOptions {
  readonly root: string;
  readonly file?: string;
  /** Only this one of the integrations. */
  readonly integration?: string;
  /** A build is over; after a good one bots are to be loaded anew. */
  readonly onBuild: (build: BuildView) => Promise<void>;
}

const OFF: BuildView = { state: 'off', problems: [] };

/** Nothing is built; what was odd in the export is said. */
const readAs = ({ notes }: LoadedBot): BuildView => (notes.length === 0 ? OFF : { ...OFF, notes });

/** Opens the source. Rejects with a `UsageError` when there is no bot and none can be built, or with an `ExportError`. */
export async function startBotSource(options: BotSourceOptions): Promise<BotSource> {
  return options.file === undefined ? fromSpecs(options) : fromFile(options.file, options);
}

/** An export that changes on disk is read again; one that cannot be read any more is said, and the old one stays. */
async function fromFile(file: string, { onBuild }: BotSourceOptions): Promise<BotSource> {
  const library = createLibrary({ file });
  let first = await firstOf(library);
  let state = readAs(first);
  const reload = async () => {
    const again = await firstOf(library).catch((error: Error) => error);
    if (!(again instanceof Error)) first = again;
    state = again instanceof Error ? { ...OFF, trouble: again.message } : readAs(again);
    await onBuild(state);
  };
  return {
    ...library,
    first: () => first,
    build: () => state,
    mode: () => credentialsOf(first.bot),
    modes: () => [],
    setMode: () => Promise.resolve(),
    close: watchFile(file, () => void reload()),
  };
}

/** A folder whose specs are being built. */
interface Site {
  readonly library: Library;
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function fromSpecs({ root, integration, onBuild }: BotSourceOptions): Promise<BotSource> {
  const known = () => integrationsOf(root).filter((name) => integration === undefined || name === integration);
  const dist = createLibrary({ folder: join(root, 'dist'), known });
  let site: Site = { library: dist, refresh: () => Promise.resolve(), close: () => Promise.resolve() };
  let state: BuildView = { state: 'building', problems: [] };
  let first = await firstOf(dist).catch(() => undefined);
  let mode: string | undefined;

  const keep = async (build: BuildView): Promise<void> => {
    state = build;
    await onBuild(build);
    if (build.state === 'ok') first = await firstOf(site.library).catch(() => first);
  };
  // With a variant, what is played is built from the copy; the author's own build says when to copy again.
  const own = startBuilder(root, (build) => (mode === undefined ? keep(build) : site.refresh()));
  if (first === undefined) await own.ready;
  if (first === undefined) {
    await own.close();
    throw new UsageError(`There is no bot to show yet, and building one failed.\n${report(state)}`);
  }
  const playing = first;
  const current = () => first ?? playing;
  return {
    choices: () => site.library.choices(),
    load: (id) => site.library.load(id),
    first: current,
    build: () => state,
    mode: () => mode ?? credentialsOf(current().bot),
    modes: () => MODES,
    setMode: async (wanted) => {
      await site.close();
      const variant = await createVariant(root, { credentials: wanted });
      const library = createLibrary({ folder: join(variant.root, 'dist'), known });
      mode = wanted;
      const builder = startBuilder(variant.root, keep);
      site = {
        library,
        refresh: variant.refresh,
        close: async () => {
          await builder.close();
          await variant.close();
        },
      };
      await builder.ready;
    },
    close: async () => {
      await own.close();
      await site.close();
    },
  };
}

async function firstOf(library: Library): Promise<LoadedBot> {
  const [choice] = await library.choices();
  const loaded = choice && (await library.load(choice.id));
  if (loaded === undefined) throw new Error('there is no bot in dist/');
  return loaded;
}

const report = ({ problems, trouble }: BuildView): string =>
  [
    ...problems.map(({ file, line, column, message }) => `${file}:${line}:${column}  ${message}`),
    ...(trouble === undefined ? [] : [trouble]),
  ].join('\n');
