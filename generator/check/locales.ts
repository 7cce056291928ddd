import type { Path, YamlFile } from '../source/yaml';
import { translatableTexts, valueAt } from '../model/overlay';
import type { Bot } from '../model/model';
import type { Rule } from './rule';

/** A translation names texts that exist, and says which ones it leaves in the default language. */
export const localesFit: Rule = (bot, report) => {
  for (const { language, file } of bot.locales) {
    const specs = specTexts(bot);
    const known = specs.map((s) => s.join('.'));
    const missing = specs.filter((path) => valueAt(file.data, path) === undefined && hasWords(textAt(bot, path)));
    for (const path of leaves(file.data)) {
      const own = isListOfTexts(path, specs) ? path.slice(0, -1) : path;
      if (!known.includes(own.join('.'))) report(keyOrValue(file, path), 'unknown-translation', own.join('.'), known);
    }
    for (const spec of ['bot', ...bot.actions.map((a) => a.id)]) {
      const top: Path = spec === 'bot' ? ['bot'] : ['actions', spec];
      const lacking = missing.filter((path) => top.every((step, i) => path[i] === step));
      const keys = lacking.map((path) => path.slice(top.length).join('.'));
      if (keys.length > 0) report(file.keyAt(top), 'missing-translation', language, `${spec}.yaml`, keys);
    }
  }
};

/** Paths that a translation may have: those of bot.yaml below `bot`, those of an action below `actions.<id>`. */
const specTexts = (bot: Bot): readonly Path[] => [
  ...[...translatableTexts(bot.where.file.data)].map((path): Path => ['bot', ...path]),
  ...bot.actions.flatMap((a) =>
    [...translatableTexts(a.where.file.data)].map((path): Path => ['actions', a.id, ...path]),
  ),
];

const textAt = (bot: Bot, [top, id, ...rest]: Path): unknown =>
  top === 'bot'
    ? valueAt(bot.where.file.data, [id ?? '', ...rest])
    : valueAt(bot.actions.find((a) => a.id === id)?.where.file.data, rest);

/** Whether anything is left to translate once the placeholders are taken out. */
const hasWords = (text: unknown) => typeof text !== 'string' || /\p{L}/u.test(text.replace(/\$\{[^}]*\}/g, ''));

const isListOfTexts = (path: Path, specs: readonly Path[]) =>
  typeof path.at(-1) === 'number' &&
  specs.some((s) => s.length === path.length - 1 && s.join('.') === path.slice(0, -1).join('.'));

function* leaves(data: unknown, path: Path = []): Generator<Path> {
  if (typeof data !== 'object' || data === null) yield path;
  else
    for (const [key, value] of Object.entries(data))
      yield* leaves(value, [...path, Array.isArray(data) ? Number(key) : key]);
}

const keyOrValue = (file: YamlFile, path: Path) => (typeof path.at(-1) === 'string' ? file.keyAt(path) : file.at(path));
