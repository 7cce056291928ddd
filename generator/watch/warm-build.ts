import { texts, type Prepared } from '../build';
import { collect } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';
import { normalize } from '../model/normalize';
import type { Templates } from '../render/load';
import { readSpecs, type SpecFolder } from '../source/read';
import { rememberChecks } from './checks';
import { rememberOutputs } from './outputs';
import { rememberPages } from './pages';
import { rememberParts } from './parts';

/**
 * `build` that remembers what it made, for one integration. Every call gives what `build` would give; unchanged files
 * and actions cost next to nothing. The stages are those of `build` and keep nothing themselves.
 */
export function warmBuild(root: string, id: string, templates: Templates): () => Prepared {
  const read = rememberParts();
  const checkAll = rememberChecks();
  const outputs = rememberOutputs(templates);
  const beside = rememberBytes();
  const page = rememberPages();
  return () => {
    const folder = beside(readSpecs(root, id));
    const parts = read(folder);
    const { report, diagnostics: said } = collect();
    const bot = parts.written && normalize(parts.written, report);
    const diagnostics = [...parts.diagnostics, ...said, ...(bot ? checkAll(bot, folder) : [])];
    if (!bot || diagnostics.some((d) => d.severity === 'error')) return { id, files: undefined, diagnostics };
    async function* files(of: Bot) {
      yield* texts(of, folder, root, page);
      yield* outputs(of);
    }
    return { id, files: () => files(bot), diagnostics, bot };
  };
}

/** Hands out the same buffer as long as a file beside `bot.yaml` holds the same bytes: a schema that was opened stays open. */
function rememberBytes(): (folder: SpecFolder) => SpecFolder {
  const known = new Map<string, Buffer>();
  return (folder) => ({
    ...folder,
    bytes: (name) => {
      const bytes = folder.bytes(name);
      if (!bytes) return undefined;
      const before = known.get(name);
      const same = before?.equals(bytes) === true ? before : bytes;
      known.set(name, same);
      return same;
    },
  });
}
