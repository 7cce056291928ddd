import type { Report } from './diagnostics/diagnostic';
import type { Written } from './model/normalize';
import { validateAction, validateBot } from './schema/validate';
import { idOf, type SpecFolder } from './source/read';
import { parseYaml, type YamlFile } from './source/yaml';

/** `parseYaml → validate` for every file of a folder; undefined when any of them cannot be used. */
export function readWritten(folder: SpecFolder, report: Report): Written | undefined {
  const files = new Map<string, YamlFile | undefined>(
    folder.yaml.map((f) => [f.name, parseYaml(f.path, f.text, report)]),
  );
  const bot = part(files.get('bot.yaml'), report, validateBot);
  const actions = [...files]
    .filter(([name]) => name !== 'bot.yaml' && !name.includes('/'))
    .map(([name, file]) => {
      const action = part(file, report, validateAction);
      return action && { id: idOf(name), ...action };
    });
  const locales = [...files]
    .filter(([name]) => name.startsWith('locales/'))
    .map(([name, file]) => file && { language: idOf(name), file });
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

function part<T>(
  file: YamlFile | undefined,
  report: Report,
  validate: (file: YamlFile, report: Report) => T | undefined,
) {
  const data = file && validate(file, report);
  return file && data ? { file, data } : undefined;
}
