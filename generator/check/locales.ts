import type { Path, YamlFile } from '../source/yaml';
import { translatableTexts, valueAt } from '../model/overlay';
import type { Bot } from '../model/model';
import type { Rule } from './rule';

/** What the schema of `bot.yaml` wants `language` to be. */
const LANGUAGE = /^[a-z]{2}(_[a-z]{2})?$/;

/** A translation is of another language, names texts that exist, and says which ones it leaves in the default language. */
export const localesFit: Rule = (bot, report) => {
  for (const { language, file } of bot.locales) {
    const isDefault = language === bot.spoken[0].language;
    if (isDefault || !LANGUAGE.test(language)) {
      report(file.keyAt(['bot']), 'bad-language', language, isDefault);
      continue;
    }
    const specs = specTexts(bot);
    const known = new Set(specs.map((s) => s.join('.')));
    const missing = specs.filter((path) => valueAt(file.data, path) === undefined && hasWords(textAt(bot, path)));
    for (const path of leaves(file.data)) {
      const list = typeof path.at(-1) === 'number' ? path.slice(0, -1).join('.') : '';
      const own = known.has(list) ? list : path.join('.');
      if (!known.has(own)) report(keyOrValue(file, path), 'unknown-translation', own, [...known]);
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

function* leaves(data: unknown, path: Path = []): Generator<Path> {
  if (typeof data !== 'object' || data === null) yield path;
  else
    for (const [key, value] of Object.entries(data))
      yield* leaves(value, [...path, Array.isArray(data) ? Number(key) : key]);
}

const keyOrValue = (file: YamlFile, path: Path) => (typeof path.at(-1) === 'string' ? file.keyAt(path) : file.at(path));
