import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import configSchema from './config.schema.json';
import type { Target } from './format';
import xo10Schema from './xo10.schema.json';
import xo11Schema from './xo11.schema.json';

/** The schemas by the name they have in `$ref`. */
export const SCHEMAS = [xo10Schema, xo11Schema, configSchema] as const;

let ajv: Ajv | undefined;

/** Compiled on first use and kept: compiling is what costs. Optimizing the generated code would double the time and gain nothing. */
function compiled(name: string): ValidateFunction {
  ajv ??= new Ajv({
    allErrors: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    code: { optimize: false },
    schemas: [...SCHEMAS],
  });
  const validate = ajv.getSchema(name);
  if (validate === undefined) throw new Error(`no schema is called ${name}`);
  return validate;
}

function errors(name: string, value: unknown): readonly ErrorObject[] {
  const validate = compiled(name);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** What is wrong with a definition's shape; empty when nothing is. */
export const definitionErrors = (target: Target, definition: unknown): readonly ErrorObject[] =>
  errors(`${target}.schema.json`, definition);

/** What is wrong with a config's shape. */
export const configErrors = (config: unknown): readonly ErrorObject[] => errors('config.schema.json', config);
