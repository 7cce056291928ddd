import type { IntrospectionTypeRef } from 'graphql';
import { parseValue, valueFromASTUntyped } from 'graphql';
import type { AccessFacts, Member, Members, SchemaMeta, TypeKind, TypeLine } from './schema-format';

interface RawMember {
  readonly name: string;
  readonly description?: string | null;
  readonly type?: IntrospectionTypeRef;
  readonly args?: readonly RawMember[] | null;
  readonly defaultValue?: string | null;
  readonly isDeprecated?: boolean | null;
  readonly deprecationReason?: string | null;
  readonly requiredAccess?: string | null;
  readonly accessRestricted?: boolean | null;
  readonly accessRestrictedReason?: string | null;
  readonly isProtected?: boolean | null;
  readonly protectedSubject?: string | null;
  readonly protectedContent?: string | null;
  readonly gidTypes?: readonly string[] | null;
}

interface RawType extends Omit<RawMember, 'type' | 'args'> {
  readonly kind: TypeKind;
  readonly isOneOf?: boolean | null;
  readonly fields?: readonly RawMember[] | null;
  readonly inputFields?: readonly RawMember[] | null;
  readonly enumValues?: readonly RawMember[] | null;
  readonly interfaces?: readonly { readonly name: string }[] | null;
  readonly possibleTypes?: readonly { readonly name: string }[] | null;
}

/** An introspection answer with the extra keys that Shopify's own carries. */
export interface Introspection {
  readonly data: {
    readonly __schema: { readonly queryType: { readonly name: string }; readonly types: readonly RawType[] };
  };
}

const BUILT_IN = ['String', 'Int', 'Float', 'Boolean', 'ID'];
const DESCRIPTION_LENGTH = 80;

/**
 * The lines of the compact schema file (see `schema-format`): what queries can reach, sorted by type name. The same
 * introspection always gives the same lines.
 */
export function trim(introspection: Introspection, origin: Omit<SchemaMeta, 'queryType'>): string[] {
  const { queryType, types } = introspection.data.__schema;
  const reached = reachable(queryType.name, new Map(types.map((t) => [t.name, t])));
  const kept = [...reached.values()]
    .filter((t) => !BUILT_IN.includes(t.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const meta: SchemaMeta = {
    version: origin.version,
    queryType: queryType.name,
    source: origin.source,
    licence: origin.licence,
  };
  return [meta, ...kept.map((t) => typeLine(t, reached))].map((line) => JSON.stringify(line));
}

function reachable(root: string, all: ReadonlyMap<string, RawType>): Map<string, RawType> {
  const found = new Map<string, RawType>();
  const pending = [root];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const type = all.get(name);
    if (type === undefined || found.has(name)) continue;
    found.set(name, type);
    pending.push(...mentioned(type));
  }
  return found;
}

/** The names of the types that a type speaks of. */
function mentioned(type: RawType): string[] {
  const members = [...(type.fields ?? []), ...(type.inputFields ?? [])];
  const typed = members.flatMap((member) => [member, ...(member.args ?? [])]);
  const fromMembers = typed.flatMap((member) => (member.type ? [notation(member.type).replace(/[[\]!]/g, '')] : []));
  return [...fromMembers, ...names(type.interfaces), ...names(type.possibleTypes)];
}

function typeLine(type: RawType, reached: ReadonlyMap<string, RawType>): TypeLine {
  const members = type.fields ?? type.inputFields ?? type.enumValues;
  const interfaces = names(type.interfaces);
  // Some versions list possible types that they do not describe (PreviewInstallUserError).
  const possibleTypes = names(type.possibleTypes).filter((name) => reached.has(name));
  return {
    name: type.name,
    kind: type.kind,
    ...(interfaces.length > 0 ? { interfaces } : {}),
    ...(possibleTypes.length > 0 ? { possibleTypes } : {}),
    ...(type.isOneOf ? { oneOf: true as const } : {}),
    ...access(type),
    ...(members ? { members: compactMembers(members, type.kind !== 'ENUM') } : {}),
  };
}

function compactMembers(members: readonly RawMember[], described: boolean): Members {
  return Object.fromEntries(members.map((m) => [m.name, compactMember(m, described)]));
}

function compactMember(member: RawMember, described: boolean): Member {
  const description = described ? firstSentence(member.description ?? '') : '';
  return {
    ...(member.type ? { type: notation(member.type) } : {}),
    ...(description ? { description } : {}),
    ...(member.args?.length ? { args: compactMembers(member.args, false) } : {}),
    ...(member.defaultValue ? { default: valueFromASTUntyped(parseValue(member.defaultValue)) } : {}),
    ...(member.isDeprecated ? { deprecated: member.deprecationReason ?? 'No longer supported' } : {}),
    ...access(member),
  };
}

function access(raw: Omit<RawMember, 'type' | 'args'>): { access?: AccessFacts } {
  const facts: AccessFacts = {
    ...(raw.requiredAccess?.trim() ? { requiredAccess: raw.requiredAccess.trim() } : {}),
    ...(raw.accessRestricted ? { accessRestricted: raw.accessRestrictedReason ?? '' } : {}),
    ...(raw.isProtected
      ? { protectedData: { subject: raw.protectedSubject ?? '', content: raw.protectedContent ?? '' } }
      : {}),
    ...(raw.gidTypes?.length ? { gidTypes: raw.gidTypes } : {}),
  };
  return Object.keys(facts).length > 0 ? { access: facts } : {};
}

/** The first sentence without Markdown links; nothing when it is long, for a cut sentence misleads. */
function firstSentence(text: string): string {
  const plain = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.*?\.(?= |$)/.exec(plain)?.[0] ?? plain;
  return sentence.length <= DESCRIPTION_LENGTH ? sentence : '';
}

function notation(type: IntrospectionTypeRef): string {
  if (type.kind === 'NON_NULL') return `${notation(type.ofType)}!`;
  if (type.kind === 'LIST') return `[${notation(type.ofType)}]`;
  return type.name;
}

function names(types: readonly { readonly name: string }[] | null | undefined): string[] {
  return (types ?? []).map((t) => t.name).sort();
}
