import type { ErrorObject } from 'ajv/dist/2020';
import { validators } from '../schema/precompiled';
import configSchema from './config.schema.json';
import type { Target } from './format';
import xo10Schema from './xo10.schema.json';
import xo11Schema from './xo11.schema.json';

/** The schemas by their name, which they also have in `$ref`. */
export const SCHEMAS = { xo10: xo10Schema, xo11: xo11Schema, config: configSchema } as const;

/** Optimizing the generated code would double the time to make it and gain nothing. */
const compiled = validators(SCHEMAS, {
  allErrors: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  validateSchema: false,
  meta: false,
  inlineRefs: false,
  code: { optimize: false },
});

function errors(name: string, value: unknown): readonly ErrorObject[] {
  const validate = compiled(name);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** The lists whose entries have one schema each, whatever stands beside them. */
const LISTS = ['dialogs', 'dialogComponents'];

/**
 * What is wrong with a definition's shape; empty when nothing is. Dialogs and components in `fitting` are passed over, and
 * those of a definition without an error are added to it.
 */
export function definitionErrors(
  target: Target,
  definition: unknown,
  fitting: WeakSet<object>,
): readonly ErrorObject[] {
  if (errors(target, without(definition, fitting)).length > 0) return errors(target, definition);
  for (const entry of entriesOf(definition)) fitting.add(entry);
  return [];
}

function without(definition: unknown, fitting: WeakSet<object>): unknown {
  if (!isObject(definition) || !entriesOf(definition).some((entry) => fitting.has(entry))) return definition;
  const lists = LISTS.map((key) => {
    const list = definition[key];
    return [key, Array.isArray(list) ? list.filter((entry) => !isObject(entry) || !fitting.has(entry)) : list] as const;
  });
  return { ...definition, ...Object.fromEntries(lists) };
}

const entriesOf = (definition: unknown): readonly object[] =>
  isObject(definition) ? LISTS.flatMap((key) => definition[key]).filter(isObject) : [];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What is wrong with a config's shape. */
export const configErrors = (config: unknown): readonly ErrorObject[] => errors('config', config);
