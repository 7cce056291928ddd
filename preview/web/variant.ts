import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';

/** A copy of a project's specs with one setting changed; the author's own files stay as they are. */
export interface Variant {
  readonly root: string;
  /** Copies the specs anew. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const BOT_FILE = 'bot.yaml';

/** The same specs with another credentials mode, in a folder of its own. */
export async function withMode(root: string, mode: string): Promise<Variant> {
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  const [from, to] = [join(root, 'specs'), join(folder, 'specs')];
  const refresh = async () => {
    await cp(from, to, { recursive: true, force: true, filter: (path) => basename(path) !== BOT_FILE });
    for (const name of await readdir(from)) await copyBot(join(from, name, BOT_FILE), join(to, name, BOT_FILE), mode);
  };
  await refresh();
  return { root: folder, refresh, close: () => rm(folder, { recursive: true, force: true }) };
}

/** A bot without credentials, or one that cannot be read, is copied as it is: the build says what is wrong with it. */
async function copyBot(from: string, to: string, mode: string): Promise<void> {
  const text = await readFile(from, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const document = parseDocument(text);
  const settable = document.errors.length === 0 && document.hasIn(['credentials', 'mode']);
  if (settable) document.setIn(['credentials', 'mode'], mode);
  await writeFile(to, settable ? String(document) : text);
}
