import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import type { ApiDocument, Schema } from '../../apis/openapi/document';
import type { Operation, Parameter } from '../../apis/openapi/operations';
import type { Incoming, MatchedRequest } from './incoming';
import { ownValue } from '../../kore/own-value';

/** Says what is wrong with a request, in sentences; an empty list when it is as the document wants it. */
export type Validate = (matched: MatchedRequest, incoming: Incoming, body: unknown) => readonly string[];

/** Validates requests against a document. Schemas become code when they are first needed. */
export function requestValidator(document: ApiDocument): Validate {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    allErrors: true,
    coerceTypes: 'array',
    logger: false,
  });
  ajv.addSchema({ ...document.root, $id: 'api' });
  const compiled = new WeakMap<object, ValidateFunction | null>();
  const validatorOf = (schema: Schema): ValidateFunction | null => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const made = compile(ajv, schema);
    compiled.set(schema, made);
    return made;
  };
  const problems = (schema: Schema, value: unknown, where: string): readonly string[] => {
    const validate = validatorOf(schema);
    if (validate === null || validate(structuredClone(value))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${where}${instancePath} ${message ?? 'is wrong'}`,
    );
  };
  return (matched, incoming, body) => [
    ...matched.operation.parameters.flatMap((parameter) => {
      const value = valueOf(parameter, matched, incoming);
      if (value !== undefined) return problems(parameter.schema, value, `${parameter.in} ${parameter.name}`);
      return parameter.required ? [`${parameter.in} ${parameter.name} is missing`] : [];
    }),
    ...bodyProblems(matched.operation, body, problems),
  ];
}

/** References in a schema are those of the document. A schema that Ajv cannot read checks nothing. */
function compile(ajv: Ajv2020, schema: Schema): ValidateFunction | null {
  try {
    return ajv.compile(inDocument(schema) as object);
  } catch {
    return null;
  }
}

function inDocument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDocument);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' && one.startsWith('#') ? `api${one}` : inDocument(one),
    ]),
  );
}

function valueOf({ name, in: where }: Parameter, { path, query }: MatchedRequest, { headers }: Incoming): unknown {
  if (where === 'path') return ownValue(path, name);
  if (where === 'header') return ownValue(headers, name.toLowerCase());
  const values = query.getAll(name);
  return values.length > 1 ? values : values[0];
}

function bodyProblems(
  { body: wanted }: Operation,
  body: unknown,
  problems: (schema: Schema, value: unknown, where: string) => readonly string[],
): readonly string[] {
  if (wanted === undefined) return [];
  if (body === undefined) return wanted.required ? ['the body is missing'] : [];
  return problems(wanted.schema, body, 'body');
}
