import { upgrade } from '@scalar/openapi-upgrader';
import type { OpenAPIV3_1 } from 'openapi-types';
import { parseDocument } from 'yaml';

/** A JSON Schema of a document, or a reference to one. */
export type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject;

/** An OpenAPI document that was read. Whatever it was written in, it is held as OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export interface ApiDocument {
  readonly root: OpenAPIV3_1.Document;
  /** What stands at the end of a chain of local references; undefined when it leads nowhere or in a circle. */
  readonly resolve: <T extends object>(value: T | OpenAPIV3_1.ReferenceObject | undefined) => T | undefined;
}

/** Why a text is no document that can be used, as a sentence. */
export interface DocumentProblem {
  readonly problem: string;
}

/** The largest document that is read; GitHub's own, one of the largest there are, has 13 MB. */
export const MAX_DOCUMENT_BYTES = 32 * 2 ** 20;

/** Reads a document: OpenAPI 3.0 or 3.1, or Swagger 2.0, as JSON or YAML. */
export function openDocument(text: string): ApiDocument | DocumentProblem {
  if (text.length > MAX_DOCUMENT_BYTES) return { problem: `it has more than ${MAX_DOCUMENT_BYTES / 2 ** 20} MB` };
  const parsed = parse(text);
  if ('problem' in parsed) return parsed;
  const { value } = parsed;
  if (!isObject(value) || (typeof value['openapi'] !== 'string' && typeof value['swagger'] !== 'string'))
    return { problem: 'it says neither "openapi" nor "swagger", so it is no OpenAPI document' };
  if (!isObject(value['paths'])) return { problem: 'it has no "paths", so there is nothing to ask for' };
  const version = String(value['openapi'] ?? value['swagger']);
  if (!/^(2\.0|3\.0|3\.1|3\.2)/.test(version))
    return { problem: `it is written in version ${version}; 2.0 to 3.2 are known` };
  const root = (version.startsWith('3.1') || version.startsWith('3.2') ? value : upgrade(value, '3.1')) as unknown;
  return documentOf(root as OpenAPIV3_1.Document);
}

/** A document from its data, which is OpenAPI 3.1 already. */
export function documentOf(root: OpenAPIV3_1.Document): ApiDocument {
  const resolve = <T extends object>(value: T | OpenAPIV3_1.ReferenceObject | undefined): T | undefined => {
    let at: unknown = value;
    for (let steps = 0; steps < MAX_REFERENCES; steps += 1) {
      if (!isObject(at)) return undefined;
      const ref = at['$ref'];
      if (typeof ref !== 'string') return at as T;
      at = pointed(root, ref);
    }
    return undefined;
  };
  return { root, resolve };
}

/** A chain of references longer than this is a circle. */
const MAX_REFERENCES = 32;

function parse(text: string): { readonly value: unknown } | DocumentProblem {
  try {
    if (/^\s*\{/.test(text)) return { value: JSON.parse(text) as unknown };
    const document = parseDocument(text, { maxAliasCount: 100, uniqueKeys: false } as object);
    const [error] = document.errors;
    return error ? { problem: `it is not YAML: ${error.message}` } : { value: document.toJS() as unknown };
  } catch (error) {
    return { problem: `it is neither JSON nor YAML: ${(error as Error).message}` };
  }
}

/** What a local reference (RFC 6901, `#/components/schemas/Ticket`) points to; own keys only. */
function pointed(root: unknown, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .map((step) => decode(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined,
      root,
    );
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** Whether a value is an object with keys. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
