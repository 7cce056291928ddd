import { askedOf, asksDirectly } from '../model/input';
import type { Action, Bot } from '../model/model';
import { names } from '../model/names';
import { actionContext, messageStep } from './action-context';
import { HAND_OVER, handOverSteps } from './agent-steps';
import { asideStep, onAside } from './aside-steps';
import { callStep, prepareStep, tokenSteps } from './call-steps';
import { confirmSteps, sendStep } from './confirm-steps';
import { fixedText } from './expression';
import type { Flow, Step } from './flow';
import { againOn, entitySteps, inputsFrom, stepOf } from './input-steps';
import { namedSteps, problemSteps } from './problem-steps';
import { foundSteps, furtherSteps } from './reply-steps';
import { hearsAsides } from './scripts/asides';
import { lookUpSteps } from './look-up-steps';

/**
 * One action as a dialog:
 *
 *     intent → entity … → prepare ─┬→ [token →] call ─┬→ found → next
 *                 ↑                │                  ├→ near → found, where nothing but what is like it is there
 *                 │                │                  ├→ empty
 *                 │                │                  ├→ prepare or none-yet, where nothing of a page may be shown
 *                 └─ needs-input ←─┤                  └→ say-problem: unauthorized, forbidden, throttled, invalid, unavailable
 *                                  └→ say-problem: sign-in, invalid
 *
 * What writes is confirmed and noted before it is called (`confirmSteps`, `sendStep`), and ends in `unsure` when no answer came.
 */
export function actionFlow(bot: Bot, action: Action): Flow {
  const context = actionContext(bot, action);
  const { key, inLanguage } = context;
  const inputs = entitySteps(context);
  const asked = askedOf(action.inputs);
  const [first] = asked;
  const askAgain: readonly Step[] = first
    ? [
        messageStep(context, 'needs-input', names.reply(action.id, 'needs-input'), (a) => a.needsInput, [
          ...(asksDirectly(action) ? asked.slice(1).map(({ name }) => againOn(action, name, stepOf(name))) : []),
          { to: stepOf(first.name) },
        ]),
      ]
    : [];
  return {
    key,
    names: Object.fromEntries(
      bot.locales.map((s) => [
        s.language,
        {
          name: fixedText(inLanguage(s).title, {}),
          description: fixedText(inLanguage(s).description, {}),
          chosenBy: inLanguage(s).descriptions.map((one) => fixedText(one, {})),
        },
      ]),
    ),
    hidden: false,
    steps: [
      {
        kind: 'intent',
        name: 'intent0',
        component: { type: 'intent', name: names.intent(action.id), key: `${key}/intent`, view: {} },
        next: inputsFrom(action, 0),
      },
      ...inputs,
      ...lookUpSteps(context),
      prepareStep(context),
      ...tokenSteps(context),
      ...confirmSteps(context),
      ...(action.writes ? [sendStep(context)] : []),
      callStep(context),
      ...foundSteps(context),
      ...furtherSteps(context),
      messageStep(context, 'empty', names.reply(action.id, 'empty'), (a) => a.empty, [
        ...onAside(bot, action, true),
        { to: 'end' },
      ]),
      ...askAgain,
      ...namedSteps(context),
      ...problemSteps(context),
      ...(hearsAsides(bot, action) ? [asideStep(bot)] : []),
      ...(inputs.some((step) => step.next[0]?.to === HAND_OVER) ? handOverSteps(bot) : []),
    ],
  };
}
