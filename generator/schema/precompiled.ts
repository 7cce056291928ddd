import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Options, ValidateFunction } from 'ajv/dist/2020';

/** Validators by the name of their schema. */
export type Validators = (name: string) => ValidateFunction;

type Schemas = Readonly<Record<string, object>>;

const load = createRequire(__filename);
const FOLDER = join(__dirname, '..', '..', 'node_modules', '.cache', 'kore-action-templates');

/**
 * Validators for schemas, which may refer to each other by `$id`. Turning schemas into code is the slowest step of a small build, so the code
 * is kept in `node_modules/.cache`, named after what it was made from; where that cannot be written it is made each time.
 */
export function validators(schemas: Schemas, options: Options): Validators {
  let known: Readonly<Record<string, ValidateFunction>> | undefined;
  return (name) => {
    known ??= kept(schemas, options) ?? made(schemas, options);
    const validate = known[name];
    if (!validate) throw new Error(`no schema is called ${name}`);
    return validate;
  };
}

const fileOf = (schemas: Schemas, options: Options) => {
  const { version } = load('ajv/package.json') as { readonly version: string };
  const hash = createHash('sha256')
    .update(JSON.stringify([version, options, schemas]))
    .digest('hex')
    .slice(0, 32);
  return join(FOLDER, `validators-${hash}.js`);
};

function kept(schemas: Schemas, options: Options): Readonly<Record<string, ValidateFunction>> | undefined {
  try {
    return load(fileOf(schemas, options)) as Readonly<Record<string, ValidateFunction>>;
  } catch {
    return undefined;
  }
}

function made(schemas: Schemas, options: Options): Readonly<Record<string, ValidateFunction>> {
  const { Ajv2020: Ajv } = load('ajv/dist/2020') as typeof import('ajv/dist/2020');
  const { default: standaloneCode } = load('ajv/dist/standalone') as typeof import('ajv/dist/standalone');
  const ajv = new Ajv({ ...options, code: { ...options.code, source: true } });
  const names = Object.keys(schemas);
  for (const name of names) ajv.addSchema(schemas[name] ?? {}, name);
  const made = Object.fromEntries(names.map((name) => [name, ajv.getSchema(name) as ValidateFunction]));
  keep(fileOf(schemas, options), standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name]))));
  return made;
}

/** Written beside and renamed, so that two builds at once never read half a file. */
function keep(file: string, code: string): void {
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(fresh, code);
    if (readFileSync(fresh, 'utf8') === code) renameSync(fresh, file);
  } catch {
    // Only time is lost.
  }
}
