import type { Report } from '../diagnostics/diagnostic';
import type { WrittenAction } from '../model/written/action';
import type { WrittenBot } from '../model/written/bot';
import type { WrittenUtterances } from '../model/written/utterances';
import type { YamlFile } from '../source/yaml';
import actionSchema from './action.schema.json';
import botSchema from './bot.schema.json';
import { reportSchemaErrors } from './schema-errors';
import { specValidators } from './validators';

/** The action that a file holds, or undefined after reporting every way in which it is none. */
export const validateAction = (file: YamlFile, report: Report): WrittenAction | undefined =>
  validate('action', file, report);

/** The bot that a file holds, or undefined after reporting every way in which it is none. */
export const validateBot = (file: YamlFile, report: Report): WrittenBot | undefined => validate('bot', file, report);

/** The utterances that a file holds, or undefined after reporting every way in which it holds none. */
export const validateUtterances = (file: YamlFile, report: Report): WrittenUtterances | undefined =>
  validate('utterances', file, report);

function validate<T>(schema: keyof typeof NEEDED, file: YamlFile, report: Report): T | undefined {
  if (file.data === null || file.data === undefined) {
    return void report(file.at([]), 'empty-file', NEEDED[schema]);
  }
  const check = specValidators[schema];
  if (check(file.data)) return file.data as T;
  reportSchemaErrors(check.errors ?? [], file, report);
  return undefined;
}

/** What an empty file is told that it needs. */
const NEEDED = {
  action: actionSchema.required,
  bot: botSchema.required,
  utterances: ['a language such as en, with utterances or tests below it'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
