import { actionOf, HITS } from '../model/look-up';
import type { Action, Locale, LookUp, Phrase } from '../model/model';
import { keyOf, names } from '../model/names';
import { plainOf } from '../model/text';
import { actionContext, messageStep, textReply, type ActionContext } from './action-context';
import { answeredBy, callStep, on, prepareStep, tokenSteps } from './call-steps';
import { scriptComponent } from './components';
import { callExpression, member, textOf, type Expression } from './expressions';
import type { Branch, CallStep, ComponentPlan, EntityStep, MessageStep, Step } from './flow';
import { lookUpStep, wayTo } from './input-steps';
import { askedScope, resolver } from './messages/scope';
import { filled } from './messages/texts';
import { piece, script } from './plan';
import { helpersOf } from './reply';

/** A look-up: the context of the action that it belongs to, and its own. */
interface Lane {
  readonly whole: ActionContext;
  readonly own: ActionContext;
  readonly step: LookUp;
  readonly at: (step: string) => string;
  /** The ways on when something is found. */
  readonly onward: readonly Branch[];
}

/**
 * What is looked up before the request, a lane for each:
 *
 *     prepare-person → [token-person →] call-person ─┬→ the next look-up, or the request
 *                                                    ├→ choose-person → pick-person → …
 *                                                    └→ none-person
 */
export const lookUpSteps = (whole: ActionContext): readonly Step[] =>
  whole.action.steps.flatMap((step, i) => {
    const at = (name: string) => lookUpStep(name, step.name);
    const own = { ...actionContext(whole.bot, actionOf(whole.action, step)), at };
    const lane = { whole, own, step, at, onward: wayTo(whole.action, i + 1) };
    const parts = [prepareStep(own), ...tokenSteps(own), lookUpCall(lane), says(lane, 'none'), ...chooseSteps(lane)];
    return parts.map((part): Step => ({ ...part, lane: step.name }));
  });

function lookUpCall(lane: Lane): CallStep {
  const { own, step, at, onward } = lane;
  const ends = [on(own, 'empty', at('none')), ...(step.choose ? [on(own, 'choose', at('choose'))] : [])];
  const called = callStep(own, answeredBy(own, ends, onward));
  return step.choose ? { ...called, inner: [...called.inner, { kind: 'script', component: offer(lane) }] } : called;
}

/** The question which hit is meant, and what is made of the answer. */
function chooseSteps(lane: Lane): readonly (EntityStep | CallStep | MessageStep)[] {
  const { own, step, at, onward } = lane;
  const { choose } = step;
  if (choose === undefined) return [];
  const pick = scriptComponent(`${own.key}/pick`, names.reply(own.action.id, 'pick'), pickScript(lane));
  return [
    {
      kind: 'entity',
      name: at('choose'),
      component: question(lane, choose.prompt),
      asks: 'required',
      fresh: true,
      retries: RETRIES,
      giveUp: at('give-up'),
      next: [{ to: at('pick') }],
    },
    {
      kind: 'call',
      name: at('pick'),
      group: names.group(own.action.id, 'pick'),
      inner: [{ kind: 'script', component: pick }],
      next: [on(own, 'choose', at('choose')), on(own, 'give-up', at('give-up')), ...onward],
    },
    says(lane, 'giveUp'),
  ];
}

const RETRIES = 3;

/** So many hits have a button; the others may be typed. */
const MOST_SHOWN = 10;

/** What is said when nothing is found, or nobody can make out what is meant; the action ends with it. */
function says({ whole, own, step, at }: Lane, which: 'none' | 'giveUp'): MessageStep {
  const text = (a: Action): Phrase => (a.steps.find(({ name }) => name === step.name) ?? step)[which];
  const name = which === 'none' ? 'none' : 'give-up';
  const scope = askedScope(whole.bot, own.action);
  return messageStep(whole, at(name), names.reply(own.action.id, name), (a) => textReply(text(a)), undefined, scope);
}

const entityOf = ({ own }: Lane) => names.confirm(own.action.id);

function question(lane: Lane, fallback: Phrase): ComponentPlan {
  const { whole, own, step } = lane;
  const prompt = (s: Locale) =>
    whole.inLanguage(s).steps.find(({ name }) => name === step.name)?.choose?.prompt ?? fallback;
  const asked = (s: Locale, channel: 'default' | 'rtm') => {
    const find = resolver(askedScope(whole.bot, own.action));
    find.use('titles');
    const ask = filled(prompt(s), find);
    const head = { key: keyOf(own.action.id), uses: [...find.used].sort() };
    const helpers = { ...helpersOf({ ask }), short: true };
    const text = script(`messages/choose.${channel}`, { ...head, helpers, ask, most: MOST_SHOWN });
    return piece('message-text', { text, type: 'uxmap' });
  };
  const message = (['default', 'rtm'] as const).map((channel) =>
    piece('message-entry', {
      channel,
      localeData: Object.fromEntries(whole.bot.locales.map((s) => [s.language, asked(s, channel)])),
    }),
  );
  return {
    type: 'entity',
    name: entityOf(lane),
    key: `${own.key}/choose`,
    view: { entityType: 'label', regexPattern: null, choices: null, isArray: false, message, errorMessage: message },
  };
}

/** Takes a single hit, and names several. */
const offer = (lane: Lane): ComponentPlan => {
  const { own, step } = lane;
  const parts = (step.choose?.title.text ?? []).map((part): string | Expression =>
    typeof part === 'string' ? part : callExpression('text', member('item', part.name)),
  );
  const view = { ...scriptView(lane), hits: HITS, called: textOf(parts) };
  return scriptComponent(`${own.key}/offer`, names.reply(own.action.id, 'offer'), script('scripts/offer', view));
};

const pickScript = (lane: Lane) => script('scripts/pick', { ...scriptView(lane), hits: HITS, tries: RETRIES });

const scriptView = (lane: Lane) => ({
  title: plainOf(lane.own.action.title.text),
  key: keyOf(lane.own.action.id),
  entity: entityOf(lane),
});
