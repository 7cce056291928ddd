import module from 'node:module';
import { join } from 'node:path';

/** What Node's modules can do beyond what the types of its oldest supported version have. */
interface CodeCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/**
 * Has Node keep compiled code for the next start, where it can (since 22.8): below the tool's own `node_modules`, where nobody writes
 * who may not change the tool. A folder that cannot be written is no failure.
 */
export function keepCompiled(project: string, { enableCompileCache }: CodeCache = module as CodeCache): void {
  enableCompileCache?.(join(project, 'node_modules', '.cache', 'kore-action-templates'));
}
