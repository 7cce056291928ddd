import { join } from 'node:path';
import { ChatUsageError } from '../chat/console';
import { integrationsOf } from '../integrations';
import { startBuilder } from './builder';
import { MODES } from './credentials';
import { createLibrary } from './library';
import type { Library } from './library';
import type { BotChoice, BuildView } from './protocol';
import type { LoadedBot } from './tab-session';
import { createVariant } from '../variant';
import { watchFile } from './watch-file';

/** Where bots come from: what is built from specs, or one export. */
export interface BotSource {
  readonly choices: () => Promise<readonly BotChoice[]>;
  /**
   * Reads a bot; with a mode, as it is when it is built from a copy of the specs with that credentials mode, which takes a
   * build the first time. Undefined when there is no such bot.
   */
  readonly load: (id: string, mode?: string) => Promise<LoadedBot | undefined>;
  /** The bot a new tab plays. */
  readonly first: () => LoadedBot;
  /** The last build of the specs, or of their copy with that mode. */
  readonly build: (mode?: string) => BuildView;
  /** The credentials modes that a bot can be built with. */
  readonly modes: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface BotSourceOptions {
  readonly root: string;
  readonly file?: string;
  /** Only this one of the integrations. */
  readonly integration?: string;
  /** A build is over, of the specs or of their copy with a mode; after a good one its bots are to be loaded anew. */
  readonly onBuild: (build: BuildView, mode: string | undefined) => Promise<void>;
  /** Builds the specs and their copies; a process each unless said otherwise. */
  readonly builder?: typeof startBuilder;
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
    await onBuild(state, undefined);
  };
  return {
    ...library,
    first: () => first,
    build: () => state,
    modes: () => [],
    close: watchFile(file, () => void reload()),
  };
}

/** A copy of the specs with another credentials mode, which is being built. */
interface VariantBuild {
  readonly library: Library;
  readonly state: () => BuildView;
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function fromSpecs({ root, integration, onBuild, builder = startBuilder }: BotSourceOptions): Promise<BotSource> {
  const known = () => integrationsOf(root).filter((name) => integration === undefined || name === integration);
  const dist = createLibrary({ folder: join(root, 'dist'), known });
  const variants = new Map<string, Promise<VariantBuild>>();
  const opened = new Map<string, VariantBuild>();
  let state: BuildView = { state: 'building', problems: [] };
  let first = await firstOf(dist).catch(() => undefined);

  const own = builder(root, async (build) => {
    state = build;
    await onBuild(build, undefined);
    if (build.state === 'ok') first = await firstOf(dist).catch(() => first);
    // The author's own build says when to copy again; a copy that is still opening may have been made before the change.
    await Promise.all([...variants.values()].map(async (opening) => (await opening.catch(() => undefined))?.refresh()));
  });
  if (first === undefined) await own.ready;
  if (first === undefined) {
    await own.close();
    throw new ChatUsageError(`There is no bot to show yet, and building one failed.\n${report(state)}`);
  }
  const playing = first;
  const variantOf = (mode: string): Promise<VariantBuild> => {
    const before = variants.get(mode);
    if (before !== undefined) return before;
    const opening = buildVariant({ root, onBuild, builder }, mode, known).then((variant) => {
      opened.set(mode, variant);
      return variant;
    });
    variants.set(mode, opening);
    opening.catch(() => variants.delete(mode));
    return opening;
  };
  return {
    choices: () => dist.choices(),
    load: async (id, mode) => (mode === undefined ? dist : (await variantOf(mode)).library).load(id),
    first: () => first ?? playing,
    build: (mode) => (mode === undefined ? undefined : opened.get(mode)?.state()) ?? state,
    modes: () => MODES,
    close: async () => {
      await own.close();
      for (const opening of variants.values()) await (await opening.catch(() => undefined))?.close();
    },
  };
}

/** Copies the specs, sets the mode and builds; resolves with the first build, whatever comes out of it. */
async function buildVariant(
  { root, onBuild, builder }: Required<Pick<BotSourceOptions, 'root' | 'onBuild' | 'builder'>>,
  mode: string,
  known: () => readonly string[],
): Promise<VariantBuild> {
  const variant = await createVariant(root, { credentials: mode });
  let state: BuildView = { state: 'building', problems: [] };
  const building = builder(variant.root, (build) => {
    state = build;
    return onBuild(build, mode);
  });
  await building.ready;
  return {
    library: createLibrary({ folder: join(variant.root, 'dist'), known, mode }),
    state: () => state,
    refresh: variant.refresh,
    close: async () => {
      await building.close();
      await variant.close();
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
