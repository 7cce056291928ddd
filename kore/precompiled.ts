import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Options, ValidateFunction } from 'ajv/dist/2020';
import { keep } from './cache/files';
import { runModule } from './cache/run-module';

/** Validators by the name of their schema. */
export type Validators = (name: string) => ValidateFunction;

type Schemas = Readonly<Record<string, object>>;
type Known = Readonly<Record<string, ValidateFunction>>;

const load = createRequire(__filename);

/**
 * Validators for schemas, which may refer to each other by `$id`. Turning schemas into code is the slowest step of a small build, so the code
 * is kept in `node_modules/.cache`, named after what it was made from; where that cannot be written it is made each time.
 */
export function validators(schemas: Schemas, options: Options): Validators {
  let known: Known | undefined;
  return (name) => {
    known ??= kept(nameOf(schemas, options)) ?? made(schemas, options);
    const validate = known[name];
    if (!validate) throw new Error(`no schema is called ${name}`);
    return validate;
  };
}

function nameOf(schemas: Schemas, options: Options): string {
  const { version } = load('ajv/package.json') as { readonly version: string };
  const hash = createHash('sha256').update(JSON.stringify([version, options, schemas]));
  return `validators-${hash.digest('hex').slice(0, 32)}.js`;
}

function kept(name: string): Known | undefined {
  try {
    const run = runModule(name);
    // By then they have been used once.
    if (run) setImmediate(run.keepCompiled);
    return run?.exports as Known | undefined;
  } catch {
    return undefined;
  }
}

function made(schemas: Schemas, options: Options): Known {
  const { Ajv2020: Ajv } = load('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const { default: standaloneCode } = load('ajv/dist/standalone') as typeof import('ajv/dist/standalone');
  const ajv = new Ajv({ ...options, code: { ...options.code, source: true } });
  const names = Object.keys(schemas);
  for (const name of names) ajv.addSchema(schemas[name] ?? {}, name);
  const made = Object.fromEntries(names.map((name) => [name, ajv.getSchema(name) as ValidateFunction]));
  keep(nameOf(schemas, options), standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name]))));
  return made;
}
