import type { Options } from 'ajv/dist/2020';
import configSchema from './config.schema.json';
import xo10Schema from './xo10.schema.json';
import xo11Schema from './xo11.schema.json';

/** The schemas by their name, which they also have in `$ref`. `validators` are made from them. */
export const koreSchemas = { xo10: xo10Schema, xo11: xo11Schema, config: configSchema } as const;

export const koreOptions: Options = {
  allErrors: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  validateSchema: false,
  meta: false,
  inlineRefs: false,
};
