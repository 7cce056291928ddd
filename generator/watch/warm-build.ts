import { batchTests } from '../batch/batch-test';
import type { BuildResult } from '../build';
import { documents } from '../catalogue/catalogue';
import { transcriptsOf } from '../catalogue/transcripts';
import { collect } from '../diagnostics/diagnostic';
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
export function warmBuild(root: string, id: string, templates: Templates): () => Promise<BuildResult> {
  const read = rememberParts();
  const checkAll = rememberChecks();
  const output = rememberOutputs(templates);
  const files = rememberBytes();
  const page = rememberPages();
  return async () => {
    const folder = files(readSpecs(root, id));
    const parts = read(folder);
    const { report, diagnostics: said } = collect();
    const bot = parts.written && normalize(parts.written, report);
    const diagnostics = [...parts.diagnostics, ...said, ...(bot ? checkAll(bot, folder) : [])];
    if (!bot || diagnostics.some((d) => d.severity === 'error')) return { id, files: undefined, diagnostics };
    const made = [...(await output(bot)), ...documents(bot, folder, transcriptsOf(root), page), ...batchTests(bot)];
    return { id, files: made, diagnostics, bot };
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
