/**
 * The compact form of Shopify's introspection: one JSON value a line, the first line `SchemaMeta`, then one `TypeLine` a
 * type, sorted by name. Only what a query can reach is kept. Every type starts with its head (all keys up to `members`), so that a
 * reader can list the types without reading their fields.
 */
export interface SchemaMeta {
  /** The Admin API version, such as `2026-10`. */
  readonly version: string;
  /** Name of the root type of queries. */
  readonly queryType: string;
  /** Where the introspection came from. */
  readonly source: string;
  /** SPDX id of the source's licence; its text lies beside the file. */
  readonly licence: string;
}

/** What Shopify's introspection says about access, beyond standard GraphQL; also the `extensions` of types and fields. */
export type AccessFacts = {
  /** Shopify's own sentence about the access scopes that are needed. */
  readonly requiredAccess?: string;
  /** Reason why Shopify grants access only on approval. */
  readonly accessRestricted?: string;
  /** Protected customer data: whose, and which kind (`name`, `email`, `phone`, `address`). */
  readonly protectedData?: { readonly subject: string; readonly content: string };
  /** The resource types whose global ids an argument or input field takes. */
  readonly gidTypes?: readonly string[];
};

export type TypeKind = 'SCALAR' | 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT_OBJECT';

export interface TypeHead {
  readonly name: string;
  readonly kind: TypeKind;
  readonly interfaces?: readonly string[];
  readonly possibleTypes?: readonly string[];
  readonly oneOf?: true;
  readonly access?: AccessFacts;
}

/** A field, an argument, an input field or an enum value. */
export interface Member {
  /** In schema notation: `[LineItem!]!`. Enum values have none. */
  readonly type?: string;
  readonly description?: string;
  readonly args?: Members;
  /** The default value as plain JSON; an enum value is its name. */
  readonly default?: unknown;
  /** The reason for the deprecation. */
  readonly deprecated?: string;
  readonly access?: AccessFacts;
}

export type Members = Readonly<Record<string, Member>>;

export interface TypeLine extends TypeHead {
  readonly members?: Members;
}

/** Everything of a type but its members. */
export function readHead(line: string): TypeHead {
  const end = line.indexOf(',"members":');
  return JSON.parse(end < 0 ? line : `${line.slice(0, end)}}`) as TypeHead;
}
