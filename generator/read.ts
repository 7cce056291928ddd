import { basename } from 'node:path';
import type { Report } from './diagnostics/diagnostic';
import type { WrittenSpecs } from './model/normalize';
import { validateAction, validateBot } from './schema/validate';
import { actionIdOf, rightName, type SpecFolder } from './source/read';
import { parseYaml, type YamlFile } from './source/yaml';

/** `parseYaml → validate` for every file of a folder; undefined when any of them cannot be used. */
export function readWritten(folder: SpecFolder, report: Report): WrittenSpecs | undefined {
  const translation = Math.max(MOST_CHARACTERS, folder.yaml.length * MOST_OF_AN_ACTION);
  const files = new Map(
    folder.yaml.map((f) => [f.name, parsed(f, f.name.includes('/') ? translation : MOST_CHARACTERS, report)]),
  );
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

/** A file whose name has a wrong ending is named, and not read; nor is one that is no regular file of UTF-8. */
function parsed(spec: SpecFolder['yaml'][number], most: number, report: Report): YamlFile | undefined {
  const { name, path, text, fault } = spec;
  const right = rightName(name);
  const at = (start: number) => ({ path, text, start, end: start });
  if (fault && 'refused' in fault) return void report(at(0), 'not-a-file', basename(name), fault.refused);
  if (right !== name) return void report(at(0), 'wrong-ending', basename(name), basename(right));
  if (fault) return void report(at(fault.at), 'not-utf8', fault.encoding);
  return parseYaml(path, text, report, most);
}

/** No action is near this; a translation may be as much larger as there are actions. */
const MOST_CHARACTERS = 100_000;
const MOST_OF_AN_ACTION = 10_000;

function part<T>(
  file: YamlFile | undefined,
  report: Report,
  validate: (file: YamlFile, report: Report) => T | undefined,
) {
  const data = file && validate(file, report);
  return file && data ? { file, data } : undefined;
}
