import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject, type ApiDocument, type Schema } from './document';
import { basePath } from './servers';

/** The methods that a request of a spec may have. */
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** A value that an operation takes outside its body. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** What an operation takes as its body: JSON where it does, else a form. */
export interface RequestBody {
  readonly as: 'json' | 'form';
  /** Both, where it takes either. */
  readonly kinds: readonly ('json' | 'form')[];
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
}

/** What an operation may answer with one status. */
export interface ApiResponse {
  /** `200`, `4XX` or `default`, as the document writes it. */
  readonly status: string;
  readonly description: string;
  /** Of its JSON body; undefined when it has none. */
  readonly schema?: Schema;
  readonly example?: unknown;
}

/** One operation of a document. */
export interface Operation {
  /** Its `operationId`, else its method and path. */
  readonly id: string;
  readonly method: Method;
  /** As the document writes it, with `{parameters}`. */
  readonly path: string;
  /** The path of its server, which stands before its own: `/api` of `https://x.example/api`; often empty. */
  readonly base: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** The media types of its body where it takes neither JSON nor a form, such as `multipart/form-data`. */
  readonly otherBody: readonly string[];
  readonly responses: readonly ApiResponse[];
  /** Alternatives of scheme names with the scopes each needs; none: no credentials are needed. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

/** All operations of a document, in its order. What is written oddly is left out, the rest is read. */
export function operationsOf(document: ApiDocument): readonly Operation[] {
  return Object.entries(document.root.paths ?? {}).flatMap(([path, written]) => {
    const item = document.resolve<OpenAPIV3_1.PathItemObject>(written);
    if (item === undefined) return [];
    return METHODS.flatMap((method) => {
      const operation = item[method];
      return isObject(operation) ? [operationOf(document, path, method, item, operation)] : [];
    });
  });
}

function operationOf(
  document: ApiDocument,
  path: string,
  method: Method,
  item: OpenAPIV3_1.PathItemObject,
  operation: OpenAPIV3_1.OperationObject,
): Operation {
  const body = bodyOf(document, operation.requestBody);
  const media = Object.keys(document.resolve<OpenAPIV3_1.RequestBodyObject>(operation.requestBody)?.content ?? {});
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method,
    path,
    base: basePath([operation.servers, item.servers, document.root.servers]),
    summary: text(operation.summary),
    description: text(operation.description),
    deprecated: operation.deprecated === true,
    parameters: parametersOf(document, [...list(item.parameters), ...list(operation.parameters)]),
    ...(body && { body }),
    otherBody: body === undefined ? media : [],
    responses: Object.entries(operation.responses ?? {}).flatMap(([status, written]) =>
      responseOf(document, status, written),
    ),
    security: (operation.security ?? document.root.security ?? []).filter((one) => Object.keys(one).length > 0),
  };
}

/** A parameter of the operation wins over one of the path with its name. */
function parametersOf(
  document: ApiDocument,
  written: readonly (OpenAPIV3_1.ParameterObject | OpenAPIV3_1.ReferenceObject)[],
): readonly Parameter[] {
  const found = written.flatMap((one) => parameterOf(document, document.resolve<OpenAPIV3_1.ParameterObject>(one)));
  return [...new Map(found.map((one) => [`${one.in} ${one.name}`, one])).values()];
}

function parameterOf(document: ApiDocument, written: OpenAPIV3_1.ParameterObject | undefined): readonly Parameter[] {
  if (written === undefined || typeof written.name !== 'string' || !isPlace(written.in)) return [];
  const media = Object.values(written.content ?? {})[0];
  return [
    {
      name: written.name,
      in: written.in,
      required: written.in === 'path' || written.required === true,
      description: text(written.description),
      schema: written.schema ?? media?.schema ?? {},
      ...exampleIn(document, written),
    },
  ];
}

const isPlace = (where: string): where is Parameter['in'] => ['path', 'query', 'header'].includes(where);

const FORM = /x-www-form-urlencoded/i;

function bodyOf(document: ApiDocument, written: OpenAPIV3_1.OperationObject['requestBody']): RequestBody | undefined {
  const { content, required } = document.resolve<OpenAPIV3_1.RequestBodyObject>(written) ?? {};
  const bodies = (['json', 'form'] as const).flatMap((as) => {
    const [, media] = mediaOf(content, as === 'json' ? /json/i : FORM) ?? [];
    return media === undefined ? [] : [{ as, media }];
  });
  const [first] = bodies;
  if (first === undefined) return undefined;
  const { as, media } = first;
  const kinds = bodies.map((one) => one.as);
  return { as, kinds, required: required === true, schema: media.schema ?? {}, ...exampleIn(document, media) };
}

function responseOf(document: ApiDocument, status: string, written: object): readonly ApiResponse[] {
  const response = document.resolve<OpenAPIV3_1.ResponseObject>(written as OpenAPIV3_1.ResponseObject);
  if (response === undefined || !/^([1-5](\d\d|XX)|default)$/i.test(status)) return [];
  const [, media] = mediaOf(response.content, /json/i) ?? [];
  return [
    {
      status: status.toUpperCase() === 'DEFAULT' ? 'default' : status.toUpperCase(),
      description: text(response.description),
      ...(media?.schema === undefined ? {} : { schema: media.schema }),
      ...exampleIn(document, media),
    },
  ];
}

const mediaOf = (content: Readonly<Record<string, OpenAPIV3_1.MediaTypeObject>> | undefined, type: RegExp) =>
  Object.entries(content ?? {}).find(([name]) => type.test(name));

interface WithExamples {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, OpenAPIV3_1.ExampleObject | OpenAPIV3_1.ReferenceObject>>;
}

/** The document's own example, or the first of several. */
function exampleIn(document: ApiDocument, { example, examples }: WithExamples = {}): { readonly example?: unknown } {
  if (example !== undefined) return { example };
  const first = document.resolve<OpenAPIV3_1.ExampleObject>(Object.values(examples ?? {})[0]);
  return first === undefined ? {} : { example: first.value as unknown };
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const list = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [];
