import type { Path, YamlFile } from '../source/yaml';
import { translatableTexts, dataAt } from '../model/overlay';
import type { Bot } from '../model/model';
import type { SpecRule } from './rule';

type Report = Parameters<SpecRule>[1];

/** What the schema of `bot.yaml` wants `language` to be. */
export const LANGUAGE = /^[a-z]{2}(_[a-z]{2})?$/;

/** A translation is of another language, names texts that exist, and says which ones it leaves in the default language. */
export const localesFit: SpecRule = (bot, report) => {
  for (const { language, file } of bot.localeFiles) {
    const isDefault = language === bot.locales[0].language;
    if (isDefault || !LANGUAGE.test(language)) {
      report(file.keyAt(['bot']), 'bad-language', language, isDefault);
      continue;
    }
    const specs = specsOf(bot);
    compare(withoutSentences(file.data), treeOf(specs), [], file, report);
    const untouched = specs.filter(({ top }) => dataAt(file.data, top) === undefined);
    const together = new Set(untouched.length >= MANY ? untouched : []);
    if (together.size > 0) {
      const names = [...together].map(({ name }) => `${name}.yaml`);
      const count = [...together].flatMap(({ texts }) => texts).filter(({ text }) => hasWords(text)).length;
      report(file.keyAt(['bot']), 'untranslated', language, names, count);
    }
    for (const spec of specs.filter((one) => !together.has(one)))
      reportMissing(withoutLists(spec, listsBeside(bot, spec.name, language)), language, file, report);
  }
};

/** What the tool itself says stands beside the texts of the specs, and is looked at by itself. */
const withoutSentences = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'sentences'))
    : data;

/** Lists of sentences that a language has in the action's file of `utterances/`. */
const listsBeside = (bot: Bot, id: string, language: string): readonly string[] =>
  bot.utteranceFiles
    .filter((one) => one.id === id)
    .flatMap(({ file }) => Object.keys(dataAt(file.data, [language]) ?? {}));

const withoutLists = ({ texts, ...spec }: Spec, lists: readonly string[]): Spec => ({
  ...spec,
  texts: texts.filter(({ path }) => !lists.includes(String(path.at(-1)))),
});

/** As many specs that a language has nothing of are named together. */
const MANY = 3;

/** What people read of one spec: its texts, and lists of them, with their paths in a translation. */
interface Spec {
  readonly name: string;
  readonly top: Path;
  readonly texts: readonly { readonly path: Path; readonly text: unknown }[];
}

/** Texts of bot.yaml stand below `bot` in a translation, those of an action below `actions.<id>`. */
function specsOf(bot: Bot): readonly Spec[] {
  const spec = (name: string, top: Path, data: unknown): Spec => ({
    name,
    top,
    texts: [...translatableTexts(data)].map((path) => ({ path: [...top, ...path], text: dataAt(data, path) })),
  });
  return [
    spec('bot', ['bot'], bot.where.file.data),
    ...bot.actions.map(({ id, where }) => spec(id, ['actions', id], where.file.data)),
  ];
}

function reportMissing({ name, top, texts }: Spec, language: string, file: YamlFile, report: Report): void {
  const missing = texts.filter(({ path, text }) => dataAt(file.data, path) === undefined && hasWords(text));
  const keys = missing.map(({ path }) => path.slice(top.length).join('.'));
  if (keys.length === 0) return;
  const holder = dataAt(file.data, top) === undefined ? top.slice(0, 1) : top;
  report(file.keyAt(holder), 'missing-translation', language, `${name}.yaml`, keys);
}

/** Whether anything is left to translate once the placeholders are taken out. */
const hasWords = (text: unknown) => typeof text !== 'string' || /\p{L}/u.test(text.replace(/\$\{[^}]*\}/g, ''));

/** What may stand in a translation: keys, or at the end of the way a text or a list of texts. */
type Tree = Map<string, Tree> | 'string' | 'array';

function treeOf(specs: readonly Spec[]): Tree {
  const root = new Map<string, Tree>([['actions', new Map()]]);
  for (const { path, text } of specs.flatMap((spec) => spec.texts)) {
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = at.get(String(step));
      const below = next instanceof Map ? next : new Map<string, Tree>();
      at.set(String(step), below);
      at = below;
    }
    at.set(String(path.at(-1)), Array.isArray(text) ? 'array' : 'string');
  }
  return root;
}

/** Reports what the specs have no text for, once where the way to it ends; and what is no text where they have one. */
function compare(data: unknown, tree: Tree, path: Path, file: YamlFile, report: Report): void {
  if (tree === 'string') return hasType(data, ['string'], path, file, report);
  if (tree === 'array') {
    if (!Array.isArray(data)) return hasType(data, ['array'], path, file, report);
    return data.forEach((entry, i) => hasType(entry, ['string'], [...path, i], file, report));
  }
  if (typeof data !== 'object' || data === null) {
    const isList = tree.has('0');
    return hasType(data, [isList ? 'array' : 'object'], path, file, report);
  }
  for (const [key, value] of Object.entries(data)) {
    const below: Path = [...path, Array.isArray(data) ? Number(key) : key];
    const next = tree.get(key);
    if (next !== undefined) compare(value, next, below, file, report);
    else {
      const known = [...tree.keys()].map((sibling) => [...path, sibling].join('.'));
      report(keyOrValue(file, below), 'unknown-translation', below.join('.'), known);
    }
  }
}

function hasType(
  data: unknown,
  wanted: readonly ['string' | 'array' | 'object'],
  path: Path,
  file: YamlFile,
  report: Report,
): void {
  const type = data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data;
  // A file that says nothing yet lacks texts, which is said of each spec.
  if (type === wanted[0] || (data === null && path.length === 0)) return;
  const place = data === null ? keyOrValue(file, path) : file.at(path);
  const where = path.length === 0 ? 'The file' : `"${path.join('.')}"`;
  report(place, 'wrong-type', where, wanted, type, place.text.slice(place.start, place.end));
}

const keyOrValue = (file: YamlFile, path: Path) => (typeof path.at(-1) === 'string' ? file.keyAt(path) : file.at(path));
