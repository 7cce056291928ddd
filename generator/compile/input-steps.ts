import { askedOf, asksDirectly } from '../model/input';
import type { Action, Reply } from '../model/model';
import { keyOf, names } from '../model/names';
import { outcomes } from '../model/outcomes';
import { HAND_OVER } from './agent-steps';
import { messageStep, textReply, type ActionContext } from './action-context';
import { entityComponent } from './components';
import { fixedText } from './expression';
import type { Branch, EntityStep, MessageStep } from './flow';

/** What other steps of a dialog are called: an input of such a name has a longer one. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['end', 'prepare', 'token', 'call', 'next', 'confirm', 'change', 'declined', 'unsure'],
  ...outcomes,
]);

/** The name of the step that asks for an input. */
export const stepOf = (input: string): string => (TAKEN.has(input) ? `input-${input}` : input);

/** One entity for each input that is asked for, and the sentence that ends the dialog when its retries are used up. */
export const entitySteps = (context: ActionContext): readonly (EntityStep | MessageStep)[] =>
  askedOf(context.action.inputs).flatMap((input, i): readonly (EntityStep | MessageStep)[] => {
    const { bot, action } = context;
    const giveUp = `give-up-${input.name}`;
    const reply = (a: Action): Reply => {
      const own = a.inputs.find((x) => x.name === input.name) ?? input;
      return textReply({ text: [fixedText(own.giveUp, { label: fixedText(own.label, {}) })], where: own.giveUp.where });
    };
    const isOpen = input.optional || input.hidden;
    const entity: EntityStep = {
      kind: 'entity',
      name: stepOf(input.name),
      component: entityComponent(bot, action, input),
      asks: input.hidden ? 'hidden' : input.optional ? 'optional' : 'required',
      retries: input.retries,
      ...(isOpen ? {} : { giveUp }),
      next: [...(asksDirectly(action) ? [againOn(action, input.name, 'prepare')] : []), ...inputsFrom(action, i + 1)],
    };
    const then = [{ to: bot.handOver?.giveUp === true ? HAND_OVER : 'end' }];
    const last = messageStep(context, giveUp, names.giveUp(action.id, input.name), reply, then);
    return isOpen ? [entity] : [entity, last];
  });

/** The way on to the first input from there on that is asked for, else to the request. */
export function inputsFrom(action: Action, i: number): readonly Branch[] {
  const input = askedOf(action.inputs)[i];
  if (!input) return [{ to: 'prepare' }];
  const { name, when } = input;
  if (!when) return [{ to: stepOf(name) }];
  const context = `context.entities.${names.entity(action.id, when.input)}`;
  return [...when.is.map((equals) => ({ when: { context, equals }, to: stepOf(name) })), ...inputsFrom(action, i + 1)];
}

/** The way to go when this input alone is asked for again. */
export const againOn = (action: Action, input: string, to: string): Branch => ({
  when: { context: `context.${keyOf(action.id)}.again`, equals: input },
  to,
});
