import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** A copy of a project's specs with one setting changed; the author's own files stay as they are. */
export interface Variant {
  readonly root: string;
  /** Copies the specs anew. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The same specs with another credentials mode, in a folder of its own. */
export async function withMode(root: string, mode: string): Promise<Variant> {
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  const refresh = async () => {
    await cp(join(root, 'specs'), join(folder, 'specs'), { recursive: true, force: true });
    const integrations = await readdir(join(folder, 'specs'));
    await Promise.all(integrations.map((name) => setMode(join(folder, 'specs', name, 'bot.yaml'), mode)));
  };
  await refresh();
  return { root: folder, refresh, close: () => rm(folder, { recursive: true, force: true }) };
}

/** A bot that has no credentials, or whose specs cannot be read, stays as it is: the build says what is wrong. */
async function setMode(path: string, mode: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const document = parseDocument(text);
  if (document.errors.length > 0 || !document.hasIn(['credentials', 'mode'])) return;
  document.setIn(['credentials', 'mode'], mode);
  await writeFile(path, String(document));
}
