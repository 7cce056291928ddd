import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from './pack';

/**
 * Replaces the output folder with these files, all or nothing: they are written beside it, then the folders are
 * swapped. Whoever looks sees the old build or the new one; what an interrupted build left behind is cleared away.
 * Returns what changed, by path.
 */
export function write(dist: string, files: readonly OutputFile[]): void {
  const fresh = `${dist}.new-${process.pid}`;
  const old = `${dist}.old-${process.pid}`;
  recover(dist);
  try {
    for (const file of files) {
      const path = join(fresh, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.bytes, { mode: 0o644 });
    }
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** After a build that was killed between the two renames the old folder still stands aside: put it back. */
function recover(dist: string): void {
  const parent = dirname(dist);
  const name = dist.slice(parent.length + 1);
  const left = existsSync(parent)
    ? readdirSync(parent).filter((f) => f.startsWith(`${name}.new-`) || f.startsWith(`${name}.old-`))
    : [];
  for (const folder of left.filter((f) => !isRunning(f))) {
    const path = join(parent, folder);
    if (folder.startsWith(`${name}.old-`) && !existsSync(dist)) renameSync(path, dist);
    else rmSync(path, { recursive: true, force: true });
  }
}

function isRunning(folder: string): boolean {
  const pid = Number(/-(\d+)$/.exec(folder)?.[1]);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
