import { basename } from 'node:path';
import type { Report } from './diagnostics/diagnostic';
import { forgetful, type Engine } from './engine/engine';
import { bareIcon } from './model/icon';
import type { WrittenSpecs } from './model/normalize';
import type { WrittenAction } from './model/written/action';
import type { WrittenBot } from './model/written/bot';
import type { WrittenUtterances } from './model/written/utterances';
import { validateAction, validateBot, validateUtterances } from './schema/validate';
import { actionIdOf, rightName, type SpecFolder, type SpecText } from './source/read';
import { parseYaml, type YamlFile } from './source/yaml';

/** `parseYaml → validate` for every file of a folder; undefined when any of them cannot be used. */
export function readWritten(folder: SpecFolder, report: Report, engine: Engine = forgetful): WrittenSpecs | undefined {
  const read = engine.reporting('read', readSpec);
  const translation = Math.max(MOST_CHARACTERS, folder.yaml.length * MOST_OF_AN_ACTION);
  const specs = folder.yaml.map((spec) => {
    const most = spec.name.includes('/') ? translation : MOST_CHARACTERS;
    return { name: spec.name, ...read(report, spec.path, spec, most) };
  });
  const bot = specs.find(({ name }) => name === 'bot.yaml');
  const locales = specs.filter(({ name }) => name.startsWith('locales/'));
  const said = specs.filter(({ name }) => name.startsWith('utterances/'));
  const actions = specs.filter((spec) => spec !== bot && !locales.includes(spec) && !said.includes(spec));
  if (!bot?.bot || specs.some(({ file }) => !file) || actions.some(({ action }) => !action)) return undefined;
  if (said.some(({ utterances }) => !utterances)) return undefined;
  const icon = bot.bot.data.icon === undefined ? undefined : folder.bytes(bot.bot.data.icon);
  return {
    id: folder.id,
    bot: bot.bot,
    actions: actions.flatMap(({ name, action }) => (action ? [{ id: actionIdOf(name), ...action }] : [])),
    localeFiles: locales.flatMap(({ name, file }) => (file ? [{ language: actionIdOf(name), file }] : [])),
    utterances: said.flatMap(({ name, utterances }) => (utterances ? [{ id: actionIdOf(name), ...utterances }] : [])),
    ...(icon ? { icon: bareIcon(icon) } : {}),
  };
}

/** A file, and what it holds where it can be used. */
export interface Spec {
  readonly file?: YamlFile;
  readonly bot?: { readonly file: YamlFile; readonly data: WrittenBot };
  readonly action?: { readonly file: YamlFile; readonly data: WrittenAction };
  readonly utterances?: { readonly file: YamlFile; readonly data: WrittenUtterances };
}

/** Reads one file; a translation's shape depends on what it translates, and is checked later. */
function readSpec(report: Report, spec: SpecText, most: number): Spec {
  const { name } = spec;
  const file = parsed(spec, most, report);
  if (!file || name.startsWith('locales/')) return file ? { file } : {};
  if (name === 'bot.yaml') {
    const data = validateBot(file, report);
    return data ? { file, bot: { file, data } } : {};
  }
  if (name.startsWith('utterances/')) {
    const data = validateUtterances(file, report);
    return data ? { file, utterances: { file, data } } : {};
  }
  const data = name.includes('/') ? undefined : validateAction(file, report);
  return data ? { file, action: { file, data } } : {};
}

/** A file whose name has a wrong ending is named, and not read; nor is one that is no regular file of UTF-8. */
function parsed({ name, path, text, fault }: SpecText, most: number, report: Report): YamlFile | undefined {
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
