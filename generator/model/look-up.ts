import { mayLack, namesOf } from './input';
import type { Action, Field, LookUp } from './model';

/** The list of hits in the state of a look-up with a choice. */
export const HITS = 'hits';

/** The names of what the look-ups of an action found, such as `person.id`. */
export const foundNames = ({ steps }: Pick<Action, 'steps'>): readonly string[] =>
  steps.flatMap(({ name, response }) => response.fields.map((field) => `${name}.${field.name}`));

/** The look-up that a name such as `person.id` belongs to. */
export const lookUpOf = ({ steps }: Pick<Action, 'steps'>, name: string): LookUp | undefined => {
  const [first, second] = name.split('.');
  return second === undefined ? undefined : steps.find((step) => step.name === first);
};

/**
 * A look-up as an action of its own: what it asks, prepares and reads is made like that of any other. Its inputs are those of
 * the action that it belongs to.
 */
export function actionOf(action: Action, step: LookUp): Action {
  const { name, request, response, choose, where } = step;
  const hits: readonly Field[] = [{ name: HITS, each: '.', only: {}, fields: response.fields, where: response.where }];
  return {
    ...action,
    id: idOf(action, name),
    of: action.of ?? action.id,
    identity: `${action.identity}/step/${name}`,
    title: { ...action.title, text: [...action.title.text, `, ${name}`] },
    request,
    writes: false,
    steps: action.steps.slice(0, action.steps.indexOf(step)),
    response: choose ? { ...response, fields: hits } : response,
    keep: [],
    outcomes: [],
    found: { ...action.empty, look: 'list', ...(choose && { each: HITS }) },
    where,
  };
}

/** `create-lead` and `person` → `create-lead-person`. */
const idOf = ({ id, of = id }: Action, name: string): string =>
  `${of}-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/** All look-ups of an action as actions of their own, with the values of one hit. */
export const lookUps = (action: Action): readonly Action[] =>
  action.steps.map((step) => ({ ...actionOf(action, step), response: step.response }));

/** The placeholders whose values may be missing: an answer may lack any of its values. */
export const openOf = (action: Pick<Action, 'inputs' | 'steps'>): ReadonlySet<string> =>
  new Set([...action.inputs.filter(mayLack).flatMap(namesOf), ...foundNames(action)]);
