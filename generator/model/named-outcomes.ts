import type { Action, Reply } from './model';
import { defined, normalizeReply } from './normalize-reply';
import { outcomes as builtIn } from './outcomes';
import type { Reader } from './reader';
import type { WrittenAction } from './written/action';
import { ownValue } from '../../kore/own-value';

const listed = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** The outcomes of an action's own, in the order in which they are tried. */
export const normalizeOutcomes = (read: Reader, written: WrittenAction): Action['outcomes'] =>
  Object.entries(written.outcomes ?? {}).map(([name, { status, at, is, reason }]) =>
    defined({
      name,
      statuses: listed(status),
      at,
      is: listed(is),
      reason,
      reply: isBuiltIn(name) ? undefined : normalizeReply(read, ['reply', name], ownValue(written.reply, name) ?? ''),
      where: read.where(['outcomes', name]),
    }),
  );

/** Whether every action has an outcome of this name anyway. */
export const isBuiltIn = (name: string): boolean =>
  (builtIn as readonly string[]).includes(name) || name === 'done' || name === 'unsure';

/** A mutation says itself what it did not take; that is told unless the action has words of its own. */
export const refusedReply = (read: Reader, written: WrittenAction, mutates: boolean): Reply | undefined =>
  mutates && written.reply.refused === undefined
    ? normalizeReply(read, ['reply', 'refused'], `${read.sentences.refused} \${reason}`)
    : undefined;

/** Whether the service may refuse what an action sends: a JSON API by its status, a mutation by its userErrors. */
export const mayRefuse = ({ request, writes, steps }: Action): boolean =>
  writes || [request, ...steps.map((step) => step.request)].some(({ kind }) => kind === 'rest');

/** Whether the API's own words are known when an action ends so. */
export const hasReason = ({ outcomes, request, writes }: Action, name: string): boolean =>
  outcomes.some((one) => one.name === name && one.reason !== undefined) ||
  (name === 'refused' && request.kind === 'graphql' && writes);
