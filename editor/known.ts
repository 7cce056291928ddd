import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import { checkOperation, type GraphqlOperation } from '../apis/graphql/check-operation';
import { schemaOf } from '../generator/check/graphql';
import { documentedRequest, type Documented } from '../generator/check/openapi';
import type { Known } from '../generator/check/shapes';
import type { Action, Bot } from '../generator/model/model';
import { actionIdOf, type SpecFolder } from '../generator/source/read';
import { parseDocument } from '../apis/graphql/parse-document';

/** What is known of the place of a cursor beyond its text. */
export interface CursorContext {
  /** Of the file, inside the integration's folder. */
  readonly name: string;
  readonly folder: SpecFolder;
  /** The last bot that could be made. */
  readonly bot: Bot | undefined;
  /** The action whose spec, utterances or translation this is. */
  readonly action: Action | undefined;
}

/** The action that a path in a file is about: the file's own, or in a translation the one below `actions`. */
export function actionAt(name: string, path: readonly string[], bot: Bot | undefined): Action | undefined {
  const id = name.startsWith('locales/') ? (path[0] === 'actions' ? path[1] : undefined) : actionIdOf(name);
  return name === 'bot.yaml' ? undefined : bot?.actions.find((action) => action.id === id);
}

export const apiOf = ({ bot, folder }: CursorContext): GraphQLSchema | undefined => bot && schemaOf(bot, folder);

/** The query of the action, as it was when it could last be read, with its API. */
export function knownOf(context: CursorContext): Known | undefined {
  const schema = apiOf(context);
  const { request } = context.action ?? {};
  if (!schema || request?.kind !== 'graphql') return undefined;
  const document = documentOf(request.query);
  return document && { schema, document };
}

/** The query of the action when there is nothing wrong with it. */
export function operationOf(context: CursorContext): GraphqlOperation | undefined {
  const schema = apiOf(context);
  const { request } = context.action ?? {};
  return schema && request?.kind === 'graphql' ? checkOperation(schema, request.query).operation : undefined;
}

/** What the service's document says of the action's request. */
export function documentedOf({ bot, action, folder }: CursorContext): Documented | undefined {
  return bot && action?.request.kind === 'rest' ? documentedRequest(bot, action.request, folder) : undefined;
}

function documentOf(query: string): DocumentNode | undefined {
  const document = parseDocument(query);
  return document instanceof GraphQLError ? undefined : document;
}
