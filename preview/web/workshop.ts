import { join } from 'node:path';
import { startBuilder } from './build-process';
import { credentialsOf, MODES } from './credentials';
import { createLibrary } from './library';
import type { Library } from './library';
import { goLive } from './live';
import type { BotChoice, BuildView } from './protocol';
import type { LoadedBot } from './room';
import { withMode } from './variant';
import type { Variant } from './variant';

/** Where bots come from: what is built from specs, or one export. */
export interface Workshop {
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

export interface WorkshopOptions {
  readonly root: string;
  readonly file?: string;
  /** A build began or is over; after a good one bots are to be loaded anew. */
  readonly onBuild: (build: BuildView) => Promise<void>;
}

const OFF: BuildView = { state: 'off', problems: [] };

/** Opens the workshop. Rejects with a message for people when there is no bot and none can be built. */
export async function startWorkshop(options: WorkshopOptions): Promise<Workshop> {
  return options.file === undefined ? fromSpecs(options) : fromFile(options.file, options);
}

async function fromFile(file: string, { onBuild }: WorkshopOptions): Promise<Workshop> {
  const library = createLibrary({ file });
  let first = await firstOf(library);
  const live = goLive({
    paths: [file],
    rebuild: () =>
      firstOf(library).then(
        (loaded) => {
          first = loaded;
          return OFF;
        },
        (error: Error) => ({ ...OFF, trouble: error.message }),
      ),
    onBuild,
  });
  return {
    ...library,
    first: () => first,
    build: () => OFF,
    mode: () => credentialsOf(first.bot),
    modes: () => [],
    setMode: () => Promise.resolve(),
    close: live.close,
  };
}

async function fromSpecs({ root, onBuild }: WorkshopOptions): Promise<Workshop> {
  const own = { root, library: createLibrary({ folder: join(root, 'dist') }), builder: startBuilder(root) };
  let at: typeof own & { readonly variant?: Variant } = own;
  let state: BuildView = { state: 'building', problems: [] };
  let first = await firstOf(own.library).catch(() => undefined);
  let mode: string | undefined;

  const keep = async (build: BuildView): Promise<void> => {
    state = build;
    if (build.state === 'ok') first = await firstOf(at.library).catch(() => first);
    await onBuild(build);
  };
  const rebuild = async (): Promise<BuildView> => {
    await at.variant?.refresh();
    return at.builder.build();
  };
  const leave = async () => {
    if (at.variant === undefined) return;
    await at.builder.close();
    await at.variant.close();
  };
  const live = goLive({ paths: [join(root, 'specs')], rebuild, onBuild: keep });
  const firstBuild = rebuild().then(keep);
  if (first === undefined) await firstBuild;
  if (first === undefined) {
    await Promise.all([live.close(), own.builder.close()]);
    throw new Error(`There is no bot to show yet, and building one failed.\n${report(state)}`);
  }
  const playing = first;
  const current = () => first ?? playing;
  return {
    choices: () => at.library.choices(),
    load: (id) => at.library.load(id),
    first: current,
    build: () => state,
    mode: () => mode ?? credentialsOf(current().bot),
    modes: () => MODES,
    setMode: async (wanted) => {
      await firstBuild;
      await leave();
      const variant = await withMode(root, wanted);
      const library = createLibrary({ folder: join(variant.root, 'dist') });
      at = { root: variant.root, library, builder: startBuilder(variant.root), variant };
      mode = wanted;
      await keep({ state: 'building', problems: [] });
      await keep(await at.builder.build());
    },
    close: async () => {
      await live.close();
      await firstBuild;
      await leave();
      await own.builder.close();
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
