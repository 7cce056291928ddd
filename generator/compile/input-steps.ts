import { askedOf, asksDirectly, type InputCondition } from '../model/input';
import type { Action } from '../model/model';
import { keyOf, names } from '../model/names';
import { outcomes } from '../model/outcomes';
import type { ActionContext } from './action-context';
import { entityComponent } from './components';
import type { Branch, EntityStep, MessageStep } from './flow';
import { giveUpStep } from './give-up-steps';

/** What other steps of a dialog are called: an input of such a name has a longer one. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['end', 'prepare', 'token', 'call', 'send', 'next', 'confirm', 'change', 'declined', 'unsure'],
  ...outcomes,
]);

/** The name of the step that asks for an input. */
export const stepOf = (input: string): string => (TAKEN.has(input) ? `input-${input}` : input);

/** One entity for each input that is asked for, and the sentence that ends the dialog when its retries are used up. */
export const entitySteps = (context: ActionContext): readonly (EntityStep | MessageStep)[] => {
  const steps = askedOf(context.action.inputs).flatMap((input, i): readonly (EntityStep | MessageStep)[] => {
    const { bot, action } = context;
    const last = giveUpStep(context, input);
    const isOpen = input.optional || input.hidden;
    const entity: EntityStep = {
      kind: 'entity',
      name: stepOf(input.name),
      component: entityComponent(bot, action, input),
      asks: input.hidden ? 'hidden' : input.optional ? 'optional' : 'required',
      retries: input.retries,
      ...(isOpen ? {} : { giveUp: last.name }),
      next: [...straightOn(action, input.name), ...inputsFrom(action, i + 1)],
    };
    return isOpen ? [entity] : [entity, last];
  });
  // What is said of every input is one step.
  return steps.filter((step, i) => steps.findIndex(({ name }) => name === step.name) === i);
};

/** Past the other inputs, where this one alone was asked for again. What is looked up at times only has a test of its own. */
function straightOn(action: Action, input: string): readonly Branch[] {
  const [way, ...others] = wayTo(action, 0);
  return asksDirectly(action) && way && others.length === 0 ? [againOn(action, input, way.to)] : [];
}

/** The way to the look-up of that number, else to the request. */
export function wayTo(action: Action, i: number): readonly Branch[] {
  const step = action.steps[i];
  if (!step) return [{ to: 'prepare' }];
  const to = lookUpStep('prepare', step.name);
  return step.when ? [...whenIs(action, step.when, to), ...wayTo(action, i + 1)] : [{ to }];
}

/** A step of a look-up. */
export const lookUpStep = (step: string, name: string): string => `${step}-${name}`;

const whenIs = (action: Action, { input, is }: InputCondition, to: string): readonly Branch[] =>
  is.map((equals) => ({ when: { context: `context.entities.${names.entity(action.id, input)}`, equals }, to }));

/** The way on to the first input from there on that is asked for, else to the request. */
export function inputsFrom(action: Action, i: number): readonly Branch[] {
  const input = askedOf(action.inputs)[i];
  if (!input) return wayTo(action, 0);
  const { name, when } = input;
  if (!when) return [{ to: stepOf(name) }];
  return [...whenIs(action, when, stepOf(name)), ...inputsFrom(action, i + 1)];
}

/** The way to go when this input alone is asked for again. */
export const againOn = (action: Action, input: string, to: string): Branch => ({
  when: { context: `context.${keyOf(action.id)}.again`, equals: input },
  to,
});
