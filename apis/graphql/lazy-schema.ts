import type { GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType } from 'graphql';
import {
  GraphQLSchema,
  assertInterfaceType,
  assertObjectType,
  introspectionTypes,
  specifiedScalarTypes,
} from 'graphql';
import { buildType } from './build-type';
import type { SchemaMeta, TypeHead } from './schema-format';
import { readHead } from './schema-format';

/**
 * A schema that builds each type when it is first looked up. graphql-js builds all types before it answers anything, which
 * takes about 0.2 s for Shopify's 2,300; validation and execution look types up through the few methods replaced here.
 */
export class LazySchema extends GraphQLSchema {
  readonly #types = new Map<string, GraphQLNamedType>(
    [...specifiedScalarTypes, ...introspectionTypes].map((type) => [type.name, type]),
  );
  readonly #implementations = new Map<string, ReturnType<GraphQLSchema['getImplementations']>>();
  readonly #meta: SchemaMeta;
  readonly #lines: ReadonlyMap<string, string>;
  #typeMap: Record<string, GraphQLNamedType> | undefined;

  /** `lines`: the types of a schema file by name. They are trusted: the schema counts as valid. */
  constructor(meta: SchemaMeta, lines: ReadonlyMap<string, string>) {
    super({ assumeValid: true });
    this.#meta = meta;
    this.#lines = lines;
  }

  override getQueryType(): GraphQLObjectType {
    return assertObjectType(this.#named(this.#meta.queryType));
  }

  override getType(name: string): GraphQLNamedType | undefined {
    const known = this.#types.get(name);
    const line = this.#lines.get(name);
    if (known || line === undefined) return known;
    const type = buildType(line, (other) => this.#named(other));
    this.#types.set(name, type);
    return type;
  }

  /** Lists all types; reading one of its values builds that type. */
  override getTypeMap(): Record<string, GraphQLNamedType> {
    this.#typeMap ??= this.#lazyTypeMap();
    return this.#typeMap;
  }

  override getImplementations(type: GraphQLInterfaceType): ReturnType<GraphQLSchema['getImplementations']> {
    const known = this.#implementations.get(type.name) ?? this.#implementationsOf(type.name);
    this.#implementations.set(type.name, known);
    return known;
  }

  #named(name: string): GraphQLNamedType {
    const type = this.getType(name);
    if (!type) throw new Error(`The schema file of ${this.#meta.version} lacks the type ${name}.`);
    return type;
  }

  #lazyTypeMap(): Record<string, GraphQLNamedType> {
    const map = Object.create(null) as Record<string, GraphQLNamedType>;
    for (const name of new Set([...this.#types.keys(), ...this.#lines.keys()])) {
      Object.defineProperty(map, name, { enumerable: true, get: () => this.#named(name) });
    }
    return map;
  }

  #implementationsOf(name: string): ReturnType<GraphQLSchema['getImplementations']> {
    const heads: TypeHead[] = [];
    for (const line of this.#lines.values()) if (line.includes('"interfaces":[')) heads.push(readHead(line));
    const implementing = heads.filter(({ interfaces }) => interfaces?.includes(name));
    const ofKind = (kind: TypeHead['kind']) =>
      implementing.filter((head) => head.kind === kind).map((head) => this.#named(head.name));
    return {
      objects: ofKind('OBJECT').map(assertObjectType),
      interfaces: ofKind('INTERFACE').map(assertInterfaceType),
    };
  }
}
