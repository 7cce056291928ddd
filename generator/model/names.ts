/** `get-order-details` → `getOrderDetails`: the key of an action's state in the platform's context. */
export const keyOf = (actionId: string): string => actionId.replace(/-([a-z0-9])/g, (_, c: string) => c.toUpperCase());

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Component names are unique over the whole bot and are JavaScript identifiers (both hold in every real export). */
export const names = {
  intent: (actionId: string) => capital(keyOf(actionId)),
  entity: (actionId: string, input: string) => keyOf(actionId) + capital(input),
  giveUp: (actionId: string, input: string) => `${keyOf(actionId)}${capital(input)}End`,
  read: (actionId: string) => `${keyOf(actionId)}Read`,
  prepare: (actionId: string) => `${keyOf(actionId)}Prepare`,
  service: (actionId: string) => `${keyOf(actionId)}Service`,
  answer: (actionId: string) => `${keyOf(actionId)}Answer`,
  tokenService: (bot: string) => `${keyOf(bot)}TokenService`,
  token: (bot: string) => `${keyOf(bot)}Token`,
  hear: (bot: string) => `${keyOf(bot)}Hear`,
  check: (bot: string) => `${keyOf(bot)}Check`,
  show: (bot: string) => `${keyOf(bot)}Show`,
  group: (actionId: string, step: string) => `${keyOf(actionId)}${capital(step)}Steps`,
  confirm: (actionId: string) => `${keyOf(actionId)}Confirm`,
  change: (actionId: string) => `${keyOf(actionId)}Change`,
  send: (actionId: string) => `${keyOf(actionId)}Send`,
  reply: (actionId: string, outcome: string) => keyOf(actionId) + capital(keyOf(outcome)),
  shared: (outcome: string) => `reply${capital(keyOf(outcome))}`,
} as const;

/** The entity of an input, whose action this is or belongs to. */
export const entityName = ({ id, of = id }: { readonly id: string; readonly of?: string }, input: string): string =>
  names.entity(of, input);

/** The key of the action that a look-up belongs to; empty for an action itself. */
export const wholeKey = ({ of }: { readonly of?: string }): string => (of === undefined ? '' : keyOf(of));

/** Where a bot keeps a fetched token. */
export const tokenKey = (bot: string) => `${keyOf(bot)}AccessToken`;

/** Where a session keeps what an action sent, until it is known what became of it. */
export const sentKey = (actionId: string) => `${keyOf(actionId)}Sent`;

/** Where a session keeps, for as long as an answer may take, that something is being written. */
export const WRITING = 'isWriting';

/** Where a session keeps, for a while, what was taken for something else than an answer: said once more, it is one. */
export const heardKey = (bot: string) => `${keyOf(bot)}Heard`;

/** Where the context keeps the page that an action asks for by itself, because nothing of the last one may be shown. */
export const furtherKey = (actionId: string) => `${keyOf(actionId)}Further`;

/** Where a shopper's session keeps the next page of an action. */
export const pagingKey = (actionId: string) => `${keyOf(actionId)}NextPage`;

/** Where the state holds how many things of a list there are in all. */
export const totalName = (list: string) => `${list}InAll`;
