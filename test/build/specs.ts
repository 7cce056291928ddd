import { cpSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateFolder } from '../../generator/build';
import { collect } from '../../generator/diagnostics/diagnostic';
import type { KoreBot, Target } from '../../kore/format';
import type { Bot } from '../../generator/model/model';
import { normalize } from '../../generator/model/normalize';
import { readWritten } from '../../generator/read';
import { loadTemplates } from '../../generator/render/load';
import { readSpecs, type SpecFolder } from '../../generator/source/read';
import { koreBot } from '../../generator/kore-bot';
import { renderer } from '../../generator/render/render';

/** The project itself. What it ships may change with every sentence: tests of the generator are about `SHOP`. */
export const PROJECT = join(__dirname, '..', '..');

/** A folder whose `specs/` hold small integrations for tests. */
export const FIXTURES = join(__dirname, '..', 'fixtures');

/** A folder whose `specs/` hold `shopify` as tests know it: no author's change of the shipped specs can break them. */
export const SHOP = join(FIXTURES, 'shop');

export const templates = loadTemplates(templateFolder);

const folderOf = (id: string): string => (id === 'shopify' ? SHOP : FIXTURES);

/** The specs of the shop, or of another fixture. */
export const specsOf = (id: string): SpecFolder => readSpecs(folderOf(id), id);

/** The same specs with one file's text changed; the test is wrong when there is no such file, or nothing changes. */
export function edited(folder: SpecFolder, name: string, edit: (text: string) => string): SpecFolder {
  const before = folder.yaml.find((file) => file.name === name)?.text;
  if (before === undefined || edit(before) === before) throw new Error(`the edit of ${name} changes nothing`);
  return { ...folder, yaml: folder.yaml.map((f) => (f.name === name ? { ...f, text: edit(f.text) } : f)) };
}

/** The bot that specs make, before `check`. Throws when a file cannot be read. */
export function botOf(folder: SpecFolder): Bot {
  const { report, diagnostics } = collect();
  const written = readWritten(folder, report);
  if (!written) throw new Error(diagnostics.map((d) => `${d.place.path}: ${d.message}`).join('\n'));
  return normalize(written, report);
}

/** The bot that a build writes, with the project's templates; or that of one action. */
export const built = (bot: Bot, target: Target, only?: string): KoreBot =>
  koreBot(bot, target, renderer(templates), only);

/** A new folder for one test. */
export const temporary = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'specs-')));

/** A new folder with copies of integrations below `specs/`. */
export function rootWith(...ids: readonly string[]): string {
  const root = temporary();
  for (const id of ids) {
    mkdirSync(join(root, 'specs'), { recursive: true });
    cpSync(join(folderOf(id), 'specs', id), join(root, 'specs', id), { recursive: true });
  }
  return root;
}
