import { watch as chokidar } from 'chokidar';
import { basename, join } from 'node:path';
import { project, type Rebuilt } from './project';
import { settle } from './settle';

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

/** Builds once, then whenever something below `specs/`, the templates or the transcripts is saved, renamed or removed. */
export function watch(root: string, templates: string, told: Told): Watch {
  const built = project(root, templates);
  let stale = false;
  const build = async () => {
    try {
      if (stale) built.forgetTemplates();
      stale = false;
      told({ rebuilt: await built.rebuild() });
    } catch (error) {
      told({ error: error as Error });
    }
  };
  const settled = settle(build, { quiet: QUIET, longest: LONGEST });
  const folders = [join(root, 'specs'), templates];
  const watcher = chokidar(folders, { ignoreInitial: true, ignored: isScratch });
  watcher.on('all', (_event, path) => {
    if (path.startsWith(templates)) stale = true;
    settled.touch();
  });
  const ready = new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', reject);
  });
  return {
    ready: ready.then(build),
    stop: async () => {
      await watcher.close();
      await settled.stop();
    },
  };
}

/** Files that editors write beside the real one while they save: swap files, backups, hidden files. */
const isScratch = (path: string) => /^\.|~$|\.sw[a-z]$|^4913$|\.tmp$|^#.*#$|___jb_/.test(basename(path));
