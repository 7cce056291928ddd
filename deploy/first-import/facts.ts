import { basename } from 'node:path';
import { jsonFile } from '../clean-export';
import { createCleaner } from '../clean-values';
import { fieldChanges } from '../../kore/first-import/field-changes';
import type { ExportedChange } from '../../kore/first-import/field-changes';
import { TRY_VALUES } from '../../kore/first-import/variants';
import { CONFIG_FILE } from '../../kore/format';
import type { TrialFacts } from './result';
import { ownValue } from '../../kore/own-value';

type Json = Readonly<Record<string, unknown>>;

/** The two JSON files of an export, whatever shape they have: nothing about a live platform is taken for granted here. */
export interface ExportedFiles {
  readonly definition: Json;
  readonly config: Json;
}

/** Reads the entries of an export's zip. Throws an `Error` when there is no definition in it. */
export function exportedFiles(entries: ReadonlyMap<string, Buffer>): ExportedFiles {
  const json = [...entries].filter(([name]) => /\.json$/i.test(name));
  const isConfig = (name: string) => basename(name).toLowerCase() === CONFIG_FILE;
  const definition = json.find(([name]) => /definition/i.test(name));
  const config = json.find(([name]) => isConfig(name));
  if (definition === undefined) throw new Error('the export holds no definition');
  return {
    definition: object(jsonFile(...definition)),
    config: config === undefined ? {} : object(jsonFile(...config)),
  };
}

/** What the trials ask about. The variables' values are the trials' own, and no secrets. */
export function trialFactsOf({ definition, config }: ExportedFiles): TrialFacts {
  const variables = objects(config['envVariables']).flatMap((v) => {
    const key = text(v['key']);
    return Object.hasOwn(TRY_VALUES, key) || key === 'TRY_API'
      ? [[key, { value: text(v['value']), isSecured: v['isSecured'] === true }] as const]
      : [];
  });
  const events = Object.entries(object(definition['botEvents'])).flatMap(([name, event]) =>
    object(event)['enabled'] === true ? [name] : [],
  );
  return {
    dialogs: objects(definition['dialogs'])
      .map((d) => nameOf(d, text(definition['defaultLanguage'])))
      .sort(),
    sentences: objects(definition['dialogComponents']).flatMap(sentencesOf),
    variables: Object.fromEntries(variables),
    events,
  };
}

/** What the export has otherwise than the file, without credentials on either side. */
export function changesOf(
  sent: ExportedFiles,
  exported: ExportedFiles,
  secrets: readonly string[],
): readonly ExportedChange[] {
  const clean = (files: ExportedFiles) =>
    createCleaner(secrets).definition({ ...files.definition, config: files.config });
  return fieldChanges(clean(sent), clean(exported));
}

function sentencesOf(component: Json): readonly string[] {
  if (component['type'] !== 'message') return [];
  return objects(component['message']).flatMap((entry) =>
    Object.values(object(entry['localeData'])).flatMap((said) => {
      const { type, text: written } = object(said);
      return type === 'basic' && typeof written === 'string' ? [decoded(written)] : [];
    }),
  );
}

const nameOf = (dialog: Json, language: string): string => {
  const locales = object(dialog['localeData']);
  return text(object(ownValue(locales, language) ?? Object.values(locales)[0])['name']) || text(dialog['lname']);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
