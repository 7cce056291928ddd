import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';

/** Settings of a bot that a variant changes. */
export interface VariantSettings {
  /** `credentials.mode`. */
  readonly credentials?: string;
  readonly audience?: string;
}

/** A copy of a project's specs with some settings changed; the author's own files stay as they are. */
export interface Variant {
  readonly root: string;
  /** Copies the specs anew. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const BOT_FILE = 'bot.yaml';

/** The same specs with other settings, in a folder of its own. */
export async function createVariant(root: string, settings: VariantSettings): Promise<Variant> {
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  const [from, to] = [join(root, 'specs'), join(folder, 'specs')];
  const refresh = async () => {
    await cp(from, to, { recursive: true, force: true, filter: (path) => basename(path) !== BOT_FILE });
    for (const name of await readdir(from))
      await copyBot(join(from, name, BOT_FILE), join(to, name, BOT_FILE), settings);
  };
  await refresh();
  return { root: folder, refresh, close: () => rm(folder, { recursive: true, force: true }) };
}

/** A bot without credentials, or one that cannot be read, is copied as it is: the build says what is wrong with it. */
async function copyBot(from: string, to: string, { credentials, audience }: VariantSettings): Promise<void> {
  const text = await readFile(from, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const document = parseDocument(text);
  if (document.errors.length > 0) return writeFile(to, text);
  const hasCredentials = document.has('credentials');
  if (credentials !== undefined && hasCredentials) document.setIn(['credentials', 'mode'], credentials);
  if (audience !== undefined) document.set('audience', audience);
  await writeFile(
    to,
    (credentials !== undefined && hasCredentials) || audience !== undefined ? String(document) : text,
  );
}
