import { type GraphQLSchema, Kind, parse, print } from 'graphql';
import { requestedCost } from '../../apis/graphql/cost';
import { memoized } from '../../apis/graphql/remember';
import { openSchema, schemaFor } from '../../apis/graphql/schema';
import type { Action, Bot } from '../model/model';
import { requestPath } from '../model/request-phrases';
import { written } from './sentences';

/** What the catalogue says about an action's request. */
export interface RequestFacts {
  /** `GraphQL query GetOrderDetails` or `GET /v2/towns/${town}/points`. */
  readonly call: string;
  /** Requested points (an estimate), when the integration has a GraphQL schema. */
  readonly cost?: number;
  /** The query, laid out evenly. */
  readonly query?: string;
}

/** Files beside `bot.yaml`. */
export interface FileBytes {
  bytes(name: string): Buffer | undefined;
}

/** A request in a few words. */
export const callOf = ({ service }: Bot, request: Action['request']): string =>
  request.kind === 'rest'
    ? `${request.method} ${written({ ...request.path, text: requestPath(service, request) })}`
    : 'GraphQL query';

/** Reads the facts of each action. The bot has passed `check`. */
export function requestFacts(bot: Bot, files: FileBytes): (action: Action) => RequestFacts {
  const schema = schemaOf(bot, files);
  return ({ request, writes }) => {
    if (request.kind === 'rest') return { call: callOf(bot, request) };
    // The schemas that are kept know nothing of mutations.
    if (writes) return { call: 'GraphQL mutation', query: request.query };
    const numbers = Object.fromEntries([...request.variables].filter(([, value]) => typeof value === 'number'));
    return schema ? queryFacts(schema, request.query, numbers) : { call: 'GraphQL query', query: request.query };
  };
}

const queryFacts = memoized((schema, query: string, numbers: Readonly<Record<string, unknown>>): RequestFacts => {
  const document = parse(query);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name) return { call: 'GraphQL query', query };
  return {
    call: `GraphQL query ${operation.name.value}`,
    cost: requestedCost(schema, document, operation, numbers).cost,
    query: print(document),
  };
});

function schemaOf(bot: Bot, files: FileBytes): GraphQLSchema | undefined {
  const name = bot.service.graphql?.schema;
  const bytes = name === undefined ? undefined : files.bytes(name);
  return bytes && schemaFor(openSchema(bytes));
}
