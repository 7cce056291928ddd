import { basename } from 'node:path';
import type { Report } from './diagnostics/diagnostic';
import type { WrittenSpecs } from './model/normalize';
import { validateAction, validateBot } from './schema/validate';
import { actionIdOf, rightName, type SpecFolder } from './source/read';
import { parseYaml, type YamlFile } from './source/yaml';

/** `parseYaml → validate` for every file of a folder; undefined when any of them cannot be used. */
export function readWritten(folder: SpecFolder, report: Report): WrittenSpecs | undefined {
  const files = new Map(folder.yaml.map((f) => [f.name, parsed(f, report)]));
  const bot = part(files.get('bot.yaml'), report, validateBot);
  const actions = [...files]
    .filter(([name]) => name !== 'bot.yaml' && !name.includes('/'))
    .map(([name, file]) => {
      const action = part(file, report, validateAction);
      return action && { id: actionIdOf(name), ...action };
    });
  const locales = [...files]
    .filter(([name]) => name.startsWith('locales/'))
    .map(([name, file]) => file && { language: actionIdOf(name), file });
  if (!bot || actions.includes(undefined) || locales.includes(undefined)) return undefined;
  const icon = bot.data.icon === undefined ? undefined : folder.bytes(bot.data.icon);
  return {
    id: folder.id,
    bot,
    actions: actions.filter((a) => a !== undefined),
    locales: locales.filter((l) => l !== undefined),
    ...(icon ? { icon } : {}),
  };
}

/** A file whose name has a wrong ending is named, and not read. */
function parsed({ name, path, text }: SpecFolder['yaml'][number], report: Report): YamlFile | undefined {
  const right = rightName(name);
  if (right === name) return parseYaml(path, text, report);
  return void report({ path, text, start: 0, end: 0 }, 'wrong-ending', basename(name), basename(right));
}

function part<T>(
  file: YamlFile | undefined,
  report: Report,
  validate: (file: YamlFile, report: Report) => T | undefined,
) {
  const data = file && validate(file, report);
  return file && data ? { file, data } : undefined;
}
