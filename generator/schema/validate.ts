import type { ErrorObject } from 'ajv/dist/2020';
import type { Report } from '../diagnostics/diagnostic';
import type { WrittenAction, WrittenBot } from '../model/written';
import type { Path, YamlFile } from '../source/yaml';
import actionSchema from './action.schema.json';
import botSchema from './bot.schema.json';
import { validators } from './precompiled';

const validator = validators(
  { action: actionSchema, bot: botSchema },
  { allErrors: true, verbose: true, allowUnionTypes: true, strict: true, strictRequired: false },
);

/** The action that a file holds, or undefined after reporting every way in which it is none. */
export const validateAction = (file: YamlFile, report: Report): WrittenAction | undefined =>
  validate('action', file, report);

/** The bot that a file holds, or undefined after reporting every way in which it is none. */
export const validateBot = (file: YamlFile, report: Report): WrittenBot | undefined => validate('bot', file, report);

function validate<T>(schema: 'action' | 'bot', file: YamlFile, report: Report): T | undefined {
  const check = validator(schema);
  if (check(file.data)) return file.data as T;
  for (const error of check.errors ?? []) say(error, file, report);
  return undefined;
}

function say(error: ErrorObject, file: YamlFile, report: Report): void {
  const path = pathOf(error.instancePath, file.data);
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return report(file.keyAt([...path, key]), 'unknown-key', key, knownKeys(error));
    }
    case 'propertyNames':
      return report(
        file.keyAt([...path, String(params['propertyName'])]),
        'wrong-name',
        String(params['propertyName']),
      );
    case 'required':
      return report(
        path.length === 0 ? file.at([]) : file.keyAt(path),
        'missing-key',
        String(params['missingProperty']),
        nameOf(path),
      );
    case 'type':
      return report(file.at(path), 'wrong-type', nameOf(path), [params['type']].flat().map(String), typeOf(error.data));
    case 'enum':
      return report(
        file.at(path),
        'unknown-value',
        nameOf(path),
        String(error.data),
        params['allowedValues'] as string[],
      );
    case 'pattern':
      if (error.propertyName !== undefined) return undefined;
      return report(file.at(path), 'wrong-value', nameOf(path), describe(error));
    default:
      return report(file.at(path), 'wrong-value', nameOf(path), error.message ?? error.keyword);
  }
}

/** The schema's own description says it better than the regular expression does. */
const describe = (error: ErrorObject) => {
  const description = (error.parentSchema as { description?: string } | undefined)?.description;
  return `does not fit ${String(error.schema)}${description ? ` (${description})` : ''}`;
};

const knownKeys = (error: ErrorObject) =>
  Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});

const nameOf = (path: Path) => (path.length === 0 ? 'the file' : `"${path.join('.')}"`);

const typeOf = (data: unknown) =>
  data === null ? 'nothing' : Array.isArray(data) ? 'a list' : typeof data === 'object' ? 'a map' : `a ${typeof data}`;

/** A JSON pointer as a path; indexes of lists become numbers. */
function pathOf(pointer: string, data: unknown): Path {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const isList = Array.isArray(value);
      value = (value as Record<string, unknown> | undefined)?.[key];
      return isList ? Number(key) : key;
    });
}
