import type { ErrorObject } from 'ajv/dist/2020';
import { validators } from './precompiled';
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

/** What is wrong with the shape of a definition (by its target) or a config; empty when nothing is. */
export function errors(name: Target | 'config', value: unknown): readonly ErrorObject[] {
  const validate = compiled(name);
  return validate(value) ? [] : (validate.errors ?? []);
}
