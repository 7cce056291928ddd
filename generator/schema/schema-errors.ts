import type { ErrorObject } from 'ajv/dist/2020';
import type { Report } from '../diagnostics/diagnostic';
import { nearest } from '../diagnostics/suggest';
import type { Path, YamlFile } from '../source/yaml';

/** One way in which a file does not fit its schema, with the path of the value that it is about. */
interface SchemaError extends ErrorObject {
  readonly path: Path;
}

/** Says how a file does not fit its schema: one sentence for each mistake, however many keywords of the schema notice it. */
export function reportSchemaErrors(errors: readonly ErrorObject[], file: YamlFile, report: Report): void {
  const found = errors.map((error): SchemaError => ({ ...error, path: pathOf(error.instancePath, file.data) }));
  const badlyTyped = new Set(found.filter((m) => m.keyword === 'type').map((m) => m.instancePath));
  const misspelt = new Set(found.filter((m) => m.keyword === 'additionalProperties').map(keyMeant));
  const lacking = new Map<string, { readonly path: Path; readonly keys: string[] }>();
  for (const error of found) {
    if (error.keyword !== 'type' && badlyTyped.has(error.instancePath)) continue;
    if (error.keyword !== 'required') {
      say(error, file, report);
      continue;
    }
    const key = String(paramsOf(error)['missingProperty']);
    if (misspelt.has(`${error.instancePath}/${key}`)) continue;
    const { keys } = lacking.get(error.instancePath) ?? { keys: [] };
    lacking.set(error.instancePath, { path: error.path, keys: [...keys, key] });
  }
  for (const { path, keys } of lacking.values()) report(holderOf(file, path), 'missing-key', keys, nameOf(path));
}

/** Where a thing begins that lacks a key: the top of the file, the key that holds it, or the entry of a list itself. */
function holderOf(file: YamlFile, path: Path) {
  const whole = file.at(path);
  if (path.length === 0) return { ...whole, end: whole.start };
  return typeof path.at(-1) === 'number' ? whole : file.keyAt(path);
}

/** The key that a misspelt one stands for, as a pointer. */
const keyMeant = (error: SchemaError) =>
  `${error.instancePath}/${nearest(String(paramsOf(error)['additionalProperty']), knownKeys(error)) ?? ''}`;

function say(error: SchemaError, file: YamlFile, report: Report): void {
  const { path, data, schema, propertyName } = error;
  const params = paramsOf(error);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return report(file.keyAt([...path, key]), 'unknown-key', key, knownKeys(error));
    }
    case 'propertyNames': {
      const name = String(params['propertyName']);
      const { pattern = '' } = schema as { readonly pattern?: string };
      return report(file.keyAt([...path, name]), 'wrong-name', name, pattern);
    }
    case 'type':
      return wrongType(error, file, report);
    case 'enum':
      return report(file.at(path), 'unknown-value', nameOf(path), String(data), params['allowedValues'] as string[]);
    case 'pattern':
      // What a name must look like is said with `propertyNames`.
      if (propertyName === undefined) report(file.at(path), 'wrong-form', nameOf(path), String(schema));
      return undefined;
    case 'uniqueItems':
      return report(
        file.at([...path, Number(params['i'])]),
        'wrong-value',
        nameOf(path),
        'says the same twice. Keep one',
      );
    default:
      return report(file.at(path), 'wrong-value', nameOf(path), sizeProblem(error));
  }
}

/** What is wrong with a size; `limit` is the schema's. */
function sizeProblem({ keyword, data, params, message }: SchemaError): string {
  const limit = Number((params as { readonly limit?: number }).limit ?? 0);
  const problems: Readonly<Record<string, string>> = {
    minLength: 'is empty. Write something, or remove the key',
    minItems: `needs ${limit === 1 ? 'an entry' : `${limit} entries or more`}`,
    maxItems: `has ${Array.isArray(data) ? data.length : 'too many'} entries; it may have ${limit} at most`,
    minProperties: `needs ${limit === 1 ? 'a key' : `${limit} keys or more`}`,
    maxProperties: `has too many keys; it may have ${limit === 1 ? 'one' : limit}`,
    minimum: `must be ${limit} or more`,
    maximum: `must be ${limit} or less`,
  };
  return problems[keyword] ?? message ?? keyword;
}

function wrongType(error: SchemaError, file: YamlFile, report: Report): void {
  const { path, data } = error;
  const wanted = [paramsOf(error)['type']].flat().map(String);
  const { text, start, end } = file.at(path);
  const nothing = data === null && start === end;
  report(
    nothing && typeof path.at(-1) === 'string' ? file.keyAt(path) : file.at(path),
    'wrong-type',
    nameOf(path),
    wanted,
    typeOf(data),
    text.slice(start, end),
  );
}

const paramsOf = (error: ErrorObject) => error.params as Readonly<Record<string, unknown>>;

const knownKeys = (error: ErrorObject) =>
  Object.keys((error.parentSchema as { readonly properties?: object } | undefined)?.properties ?? {});

/** `"reply.found.rows"`: what an author would call the value. Which entry of a list it is, its place shows. */
function nameOf(path: Path): string {
  if (path.length === 0) return 'The file';
  const name = `"${path.filter((step) => typeof step === 'string').join('.')}"`;
  return typeof path.at(-1) === 'number' ? `An entry of ${name}` : name;
}

const typeOf = (data: unknown) => (data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data);

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
