import { describe, expect, test } from 'vitest';
import type { MessageStep } from '../../generator/compile/flow';
import { actionText, smallBot } from './small';
import { flow, flowOf, type Lines, saidBy, stepIn } from './small-flows';
import { actionFlow } from '../../generator/compile/action-flow';

const ORDINARY = 'I could not get that, so I stop here. You can start again at any time.';

const TWO = { inputs: '{ a: { prompt: A? }, b: { prompt: B? } }' };

/** What is said at the end of a dialog that gave up, and the component that says it. */
const ending = (lines: Lines, name = 'give-up', bot = {}) => {
  const step = stepIn(flowOf(lines, bot).steps, name) as MessageStep;
  return { component: step.component.name, key: step.component.key, said: saidBy(step)[0] };
};

describe('giving up', () => {
  test('is one step for all inputs, which has no words of its own', () => {
    const steps = flowOf(TWO).steps;
    expect(steps.filter(({ name }) => name === 'give-up')).toHaveLength(1);
    for (const input of ['a', 'b']) expect(stepIn(steps, input)).toMatchObject({ giveUp: 'give-up' });
    expect(ending(TWO)).toEqual({
      component: 'replyGiveUp',
      key: 'small/reply/give-up',
      said: ORDINARY,
    });
    expect(flow(TWO)['give-up']).toEqual(['→ end']);
  });

  test('is the same component in every dialog', () => {
    const bot = smallBot({
      'get-it.yaml': actionText(TWO),
      'get-other.yaml': actionText({ ...TWO, title: 'Other' }),
    });
    const components = bot.actions.map(
      (action) => (stepIn(actionFlow(bot, action).steps, 'give-up') as MessageStep).component,
    );
    expect(components[0]).toBe(components[1]);
  });

  test.each([
    ['an input says', 'a: { prompt: A?, giveUp: Pity. }', 'Pity.'],
    ['an input says of its label', 'a: { prompt: A?, label: code, giveUp: "No ${label}." }', 'No code.'],
  ])('has words of its own where %s something', (_, input, said) => {
    const lines = { inputs: `{ ${input}, b: { prompt: B? } }` };
    expect(ending(lines, 'give-up-a')).toMatchObject({ component: 'getItAEnd', said });
    expect(stepIn(flowOf(lines).steps, 'a')).toMatchObject({ giveUp: 'give-up-a' });
    expect(stepIn(flowOf(lines).steps, 'b')).toMatchObject({ giveUp: 'give-up' });
  });

  test('has the bot’s own words', () => {
    const sentences = (giveUp: string) => ({ more: `sentences: { giveUp: '${giveUp}' }` });
    expect(ending(TWO, 'give-up', sentences('Enough.'))).toMatchObject({ component: 'replyGiveUp', said: 'Enough.' });
    expect(ending(TWO, 'give-up-b', sentences('No ${label}.'))).toMatchObject({
      component: 'getItBEnd',
      said: 'No b.',
    });
  });

  test('is an action’s own where one language has other words', () => {
    const bot = smallBot({
      'get-it.yaml': actionText({ inputs: `{ a: { prompt: A?, giveUp: '${ORDINARY}' }, b: { prompt: B? } }` }),
      'locales/de.yaml': 'actions: { get-it: { utterances: [hol es], inputs: { a: { giveUp: Schade. } } } }',
    });
    const [action] = bot.actions;
    if (action === undefined) throw new Error('there is no action');
    const { steps } = actionFlow(bot, action);
    expect(stepIn(steps, 'a')).toMatchObject({ giveUp: 'give-up-a' });
    expect(stepIn(steps, 'b')).toMatchObject({ giveUp: 'give-up' });
  });

  test('leads to a person where one takes over, and says less', () => {
    const agent = { more: 'agent: true' };
    expect(flowOf(TWO, agent).steps.some(({ name }) => name === 'give-up')).toBe(true);
    expect(ending(TWO, 'give-up', agent)).toMatchObject({ component: 'replyGiveUp', said: 'I could not get that.' });
    expect(flow(TWO, agent)['give-up']).not.toEqual(['→ end']);
  });
});
