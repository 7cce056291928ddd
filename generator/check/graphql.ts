import { type ArgumentNode, type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { checkOperation, readOperation, type GraphqlOperation } from '../../apis/graphql/check-operation';
import { plainly } from '../../apis/graphql/plainly';
import { openSchema, schemaFor } from '../../apis/graphql/schema';
import type { Place } from '../diagnostics/diagnostic';
import { nearest } from '../diagnostics/suggest';
import { filters, type Filter } from '../model/filters';
import type { Action, Bot, GraphqlRequest } from '../model/model';
import { placeholders } from '../model/text';
import { fieldFiltersFit } from './field-filters';
import { gidTypesExist } from './gid-types';
import { variableValuesFit, whereValuesFit } from './given-values';
import { keyPlace, placeOf } from './places';
import { scopesFit } from './scopes';
import type { SpecFiles, SpecRule } from './rule';
import { pathsAreSelected } from './response-paths';

/** Points that a single query may cost at most, on every plan (documented). */
const MOST_POINTS = 1000;

/** Queries fit the pinned version of the API: fields, variables, paging, scopes, cost and the paths of the answer. */
export const graphqlIsValid: SpecRule = (bot, report, files) => {
  const graphql = bot.service.graphql;
  const actions = bot.actions.flatMap((action) =>
    action.request.kind === 'graphql' ? [{ action, request: action.request }] : [],
  );
  if (!graphql || actions.length === 0) return;
  const schema = schemaOf(bot, files, (name, isTooLarge) =>
    report(graphql.where.file.at([...graphql.where.path, 'schema']), 'bad-schema', name, isTooLarge),
  );
  for (const { action, request } of actions) {
    const last = request.query.trimEnd().length - 1;
    const at = (start: number, length: number) =>
      start <= last
        ? request.where.file.within([...request.where.path, 'graphql'], start, length)
        : request.where.file.within([...request.where.path, 'graphql'], last, 1);
    // The schemas that are kept know what can be read, and nothing of mutations.
    if (!schema || action.writes) {
      withoutSchema(request, at, report);
      fieldFiltersFit(action, undefined, report);
      continue;
    }
    gidTypesExist(schema, graphql.version, request, report);
    const { operation, problems } = checkOperation(schema, request.query, numbersOf(request));
    for (const p of problems) {
      if (p.code === 'graphql-invalid') report(at(p.start, p.length), p.code, p.message, graphql.version);
      else report(at(p.start, p.length), p.code, plainly(p.message));
    }
    if (!operation) {
      fieldFiltersFit(action, undefined, report);
      continue;
    }
    const known = { schema, document: operation.document };
    fieldFiltersFit(action, known, report);
    variableValuesFit(action, request, known, report);
    whereValuesFit(action, known, report);
    variablesFit(request, operation, report);
    searchesAreSafe(request, operation.document, report);
    wholeScopesFit(schema, action, operation.scopes, report);
    if (operation.cost > MOST_POINTS) report(at(0, 5), 'graphql-cost', operation.cost, MOST_POINTS);
    pathsAreSelected(schema, operation.document, action, report);
  }
};

/** The scopes of an action are those of its query and of what it looks up. */
function wholeScopesFit(schema: GraphQLSchema, action: Action, own: readonly string[], report: Report): void {
  if (action.of !== undefined) return;
  const lookedUp = action.steps.map(({ request }) =>
    request.kind === 'rest' ? undefined : checkOperation(schema, request.query, numbersOf(request)).operation?.scopes,
  );
  scopesFit(action, [own, ...lookedUp], report);
}

/** What can be said of a query when nothing is known of its API: it is one operation, and has its variables. */
function withoutSchema(request: GraphqlRequest, at: (start: number, length: number) => Place, report: Report): void {
  const { operation, problems } = readOperation(request.query);
  for (const p of problems) report(at(p.start, p.length), 'graphql-syntax', plainly(p.message));
  if (!operation) return;
  searchesAreSafe(request, operation.document, report);
  variablesFit(request, operation, report);
}

/** Schemas by their file's bytes: a watch hands in the same ones again. */
const opened = new WeakMap<Buffer, GraphQLSchema | { readonly isTooLarge: boolean }>();

/** The schema of the pinned version; undefined when there is none, or it cannot be read, which `problem` is told. */
export function schemaOf(
  bot: Bot,
  files: Pick<SpecFiles, 'bytes'>,
  problem: (name: string, isTooLarge: boolean) => void = () => undefined,
): GraphQLSchema | undefined {
  const name = bot.service.graphql?.schema;
  if (name === undefined) return undefined;
  const bytes = files.bytes(name);
  // That it is missing is said once, not for each action.
  if (!bytes) return undefined;
  const known = opened.get(bytes) ?? schemaIn(bytes);
  opened.set(bytes, known);
  return 'isTooLarge' in known ? void problem(name, known.isTooLarge) : known;
}

function schemaIn(bytes: Buffer): GraphQLSchema | { readonly isTooLarge: boolean } {
  try {
    return schemaFor(openSchema(bytes));
  } catch (error) {
    return { isTooLarge: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' };
  }
}

const numbersOf = (request: GraphqlRequest) =>
  Object.fromEntries([...request.variables].filter(([, value]) => typeof value === 'number')) as Record<string, number>;

type Report = Parameters<SpecRule>[1];

function variablesFit(request: GraphqlRequest, operation: Pick<GraphqlOperation, 'variables'>, report: Report): void {
  const names = operation.variables.map((v) => v.name);
  const unknown = [...request.variables.keys()].filter((name) => !names.includes(name));
  const meant = unknown.map((name) => nearest(name, names));
  for (const name of unknown)
    report(keyPlace(request.where, 'variables', name), 'graphql-unknown-variable', name, names);
  for (const { name, type, required } of operation.variables) {
    if (!required || request.variables.has(name) || meant.includes(name)) continue;
    const place = keyPlace(request.where, request.variables.size > 0 ? 'variables' : 'graphql');
    report(place, 'graphql-missing-variable', name, type);
  }
  if (request.paging !== undefined && !names.includes('after')) {
    report(
      keyPlace(request.where, 'paging'),
      'paging-needs',
      'the query to have a variable $after: String for the cursor',
    );
  }
}

/** A `query:` argument is a search: what a person says gets into it through a filter that makes it safe there alone. */
function searchesAreSafe(request: GraphqlRequest, document: DocumentNode, report: Report): void {
  const searches = new Set<string>();
  visit(document, {
    Argument: (node: ArgumentNode) => {
      if (node.name.value === 'query' && node.value.kind === Kind.VARIABLE) searches.add(node.value.name.value);
    },
  });
  for (const name of searches) {
    const value = request.variables.get(name);
    if (typeof value !== 'object') continue;
    const unsafe = placeholders(value.text).some((p) => {
      const last = p.filters.at(-1);
      const filter: Filter | undefined = last && filters[last.name];
      return filter?.search !== true;
    });
    if (unsafe) report(placeOf(value.where), 'unsafe-search', name, SEARCH_FILTERS);
  }
}

const SEARCH_FILTERS = Object.entries<Filter>(filters).flatMap(([name, { search }]) => (search === true ? [name] : []));
