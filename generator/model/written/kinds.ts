import Type, { type Static, type TSchema, type TSchemaOptions, type TProperties, type TObject } from 'typebox';

/**
 * The kinds of values that constructs of the spec language are made of. Each takes the description that an editor shows.
 * `said` and `part` are notes for `generator/schema/emit.ts`; they stand in no emitted schema.
 */

/** What a construct may say of itself, besides JSON Schema. */
export interface SchemaNotes {
  /** A text that people read, so that a translation may say it anew. */
  readonly said?: true;
  /** Written in several places: its schema is emitted once under this name, and referred to. */
  readonly part?: string;
  /** What a part is, wherever it stands. */
  readonly about?: string;
  /** Stands for the part that it is in. */
  readonly recursive?: true;
}

/** A text that says something. */
export const text = (description: string, more: TSchemaOptions = {}) =>
  Type.String({ description, minLength: 1, ...more });

/** A text that may be empty. */
export const value = (description: string) => Type.String({ description });

/** The same, as something that people read: a translation may say it anew. */
export const said = <T extends TSchema>(schema: T): T => ({ ...schema, said: true });

/** One of several texts. */
export const oneOf = <const T extends readonly string[]>(description: string, values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', description, enum: [...values] });

/** One value and no other. */
export const literal = <const T extends boolean>(description: string, of: T) =>
  Type.Unsafe<T>({ type: 'boolean', description, const: of });

/** A block of keys; any other key is a mistake. */
export const block = <T extends TProperties>(description: string, keys: T): TObject<T> =>
  Type.Object(keys, { description, additionalProperties: false });

/** A block of keys that may have others, all of one kind; a rule says which. */
export const open = <T extends TProperties, R extends TSchema>(description: string, keys: T, rest: R) =>
  Type.Unsafe<Static<TObject<T>> & Readonly<Record<string, Static<R> | undefined>>>({
    ...Type.Object(keys, { description }),
    additionalProperties: rest,
  });

/** A list. */
export const list = <T extends TSchema>(description: string, of: T, more: TSchemaOptions = {}) =>
  Type.Unsafe<readonly Static<T>[]>({ type: 'array', description, items: of, ...more });

/** A block whose keys the author makes up; `name` is what they must look like. */
export const map = <T extends TSchema>(description: string, of: T, name?: string) =>
  Type.Unsafe<Readonly<Record<string, Static<T>>>>({
    type: 'object',
    description,
    additionalProperties: of,
    ...(name === undefined ? {} : { propertyNames: { pattern: name } }),
  });

/** A value of one type or of another; the types differ, so that one sentence can say what is wrong. */
export function either<A extends TSchema, B extends TSchema>(description: string, a: A, b: B) {
  const types = [a, b].flatMap((schema) => (schema as { readonly type?: string | readonly string[] }).type ?? []);
  return Type.Unsafe<Static<A> | Static<B>>({ ...a, ...b, type: types, description });
}

/** A construct that is written in several places. */
export const part = <T extends TSchema>(name: string, schema: T): T => ({
  ...schema,
  part: name,
  about: (schema as { readonly description?: string }).description,
});

/** A part inside itself; `T` is what it is. */
export const recursive = <T>(name: string, description: string) =>
  Type.Unsafe<T>({ description, part: name, recursive: true });

/** The same construct, described anew for the place where it stands. */
export const described = <T extends TSchema>(description: string, schema: T): T => ({ ...schema, description });

/** A key that may be left out. */
export const optional = Type.Optional;

/** What inputs and fields are called. */
export const NAME = '^[a-z][A-Za-z0-9]*$';

/** What headers are called. */
export const HEADER = "^[A-Za-z0-9!#$%&'*+.^_|~-]+$";

/** What languages are called. */
export const LANGUAGE_PATTERN = '^[a-z]{2}(_[a-z]{2})?$';

/** What actions and answers are called. */
export const ID_PATTERN = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

/** What environment variables are called. */
export const VARIABLE = '^[A-Z][A-Z0-9_]*$';
