import { statSync } from 'node:fs';
import { watch as chokidar } from 'chokidar';
import { basename, join } from 'node:path';
import { project, type Rebuilt } from './project';
import { debounce } from './debounce';

/** What to call after each build; `error` instead of a build when a stage threw, which is a mistake of ours or of a template. */
export type Told = (outcome: { readonly rebuilt: Rebuilt } | { readonly error: Error }) => void;

/** A running watch. */
export interface Watch {
  /** Resolves when watching has begun and the first build is done. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/**
 * A storm of saves becomes one build, so long after the last event. chokidar tells of a file at most once in 50 ms: a build
 * that reads later than that misses nothing.
 */
const QUIET = 60;
/** While saves go on and on there is a build every so often. */
const LONGEST = 300;
/** So often it is looked whether `specs/` is still the same folder. */
const LOOK = 250;

/** Builds once, then whenever something below `specs/`, the templates or the transcripts is saved, renamed or removed. */
export function watch(root: string, templates: string, told: Told): Watch {
  const built = project(root, templates);
  const specs = join(root, 'specs');
  let known = identity(specs);
  let stale = false;
  const build = async () => {
    try {
      if (stale) built.forgetTemplates();
      stale = false;
      const rebuilt = await built.rebuild();
      if (rebuilt.noSpecs) known = undefined;
      told({ rebuilt });
    } catch (error) {
      told({ error: error as Error });
    }
  };
  const debounced = debounce(build, { quiet: QUIET, longest: LONGEST });
  const watcher = chokidar([specs, templates], { ignoreInitial: true, ignored: isScratch });
  watcher.on('all', (event, path) => {
    if (event === 'unlinkDir' && path === specs) known = undefined;
    if (path.startsWith(templates)) stale = true;
    debounced.touch();
  });
  // A folder that goes takes its watcher along; one that comes back, also at once, is another folder.
  const looking = setInterval(() => {
    const now = identity(specs);
    if (now === known) return;
    known = now;
    watcher.unwatch(specs);
    if (now !== undefined) watcher.add(specs);
    debounced.touch();
  }, LOOK);
  const ready = new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return {
    ready: ready.then(build),
    stop: async () => {
      clearInterval(looking);
      await watcher.close();
      await debounced.stop();
    },
  };
}

/** Which folder stands there; undefined when none does. */
function identity(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}

/** Files that editors write beside the real one while they save: swap files, backups, hidden files. */
const isScratch = (path: string) => /^\.|~$|\.sw[a-z]$|^4913$|\.tmp$|^#.*#$|___jb_/.test(basename(path));
