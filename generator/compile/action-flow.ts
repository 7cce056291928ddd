import type { Action, Bot, Reply, Spoken } from '../model/model';
import { sharedOutcomes, type Outcome, type SharedOutcome } from '../model/outcomes';
import {
  entityComponent,
  messageComponent,
  scriptComponent,
  serviceComponent,
  tokenServiceComponent,
} from './components';
import { fixedText } from './expression';
import type { Branch, CallStep, EntityStep, Flow, MessageStep } from './flow';
import { keyOf, names } from '../model/names';
import { answerScript, isPersonal, prepareScript, tokenScript } from './scripts';

/**
 * One action as a dialog:
 *
 *     intent → entity … → prepare ─┬→ [token →] call ─┬→ found → next
 *                 ↑                │                  ├→ empty
 *                 └─ needs-input ←─┤                  └→ unauthorized, forbidden, throttled, invalid, unavailable
 *                                  └→ sign-in, invalid
 */
export function actionFlow(bot: Bot, action: Action): Flow {
  const key = `${bot.id}/action/${action.identity}`;
  const inLanguage = (s: Spoken) => s.actions.find((a) => a.id === action.id) ?? action;
  const message = (
    name: string,
    component: string,
    reply: (a: Action) => Reply,
    next: readonly Branch[] = [{ to: 'end' }],
  ): MessageStep => ({
    kind: 'message',
    name,
    component: messageComponent(bot, `${key}/message/${name}`, {
      name: component,
      key: keyOf(action.id),
      reply: (s) => reply(inLanguage(s)),
    }),
    next,
  });
  const shared = (outcome: SharedOutcome) => sharedStep(bot, action, outcome, message);
  const on = branches(action);
  const firstInput = action.inputs[0];
  const prepare: CallStep = {
    kind: 'call',
    name: 'prepare',
    group: names.group(action.id, 'prepare'),
    inner: [
      {
        kind: 'script',
        component: scriptComponent(`${key}/prepare`, names.prepare(action.id), prepareScript(bot, action)),
      },
    ],
    next: [
      ...(isPersonal(bot, action) ? [on('sign-in')] : []),
      ...(bot.variables.some((v) => v.pattern !== undefined) ? [on('invalid')] : []),
      ...(firstInput ? [on('needs-input')] : []),
      ...(bot.credentials.mode === 'clientCredentials'
        ? [{ ...on('ready', 'token'), when: { context: `context.${keyOf(action.id)}.token`, equals: 'missing' } }]
        : []),
      { to: 'call' },
    ],
  };
  return {
    key,
    names: Object.fromEntries(
      bot.spoken.map((s) => [
        s.language,
        { name: fixedText(inLanguage(s).title, {}), description: fixedText(inLanguage(s).description, {}) },
      ]),
    ),
    hidden: false,
    steps: [
      {
        kind: 'intent',
        name: 'intent0',
        component: { type: 'intent', name: names.intent(action.id), key: `${key}/intent`, view: {} },
        next: [{ to: firstInput?.name ?? 'prepare' }],
      },
      ...entitySteps(bot, action, message),
      prepare,
      ...tokenSteps(bot, action, key, on),
      callStep(bot, action, key, on),
      message('found', names.reply(action.id, 'found'), (a) => a.found, afterFound(action)),
      ...nextSteps(bot, action, key, inLanguage),
      message('empty', names.reply(action.id, 'empty'), (a) => a.empty),
      ...(firstInput
        ? [
            message('needs-input', names.reply(action.id, 'needs-input'), (a) => a.needsInput, [
              { to: firstInput.name },
            ]),
          ]
        : []),
      ...sharedOutcomes.filter((o) => o !== 'sign-in' || isPersonal(bot, action)).map(shared),
    ],
  };
}

type OnOutcome = (outcome: Outcome | 'ready' | 'renew', to?: string) => Branch;

const branches =
  (action: Action): OnOutcome =>
  (outcome, to = outcome) => ({ when: { context: `context.${keyOf(action.id)}.outcome`, equals: outcome }, to });

type MessageMaker = (
  name: string,
  component: string,
  reply: (a: Action) => Reply,
  next?: readonly Branch[],
) => MessageStep;

function entitySteps(bot: Bot, action: Action, message: MessageMaker): readonly (EntityStep | MessageStep)[] {
  return action.inputs.flatMap((input, i): readonly (EntityStep | MessageStep)[] => {
    const giveUp = `give-up-${input.name}`;
    const next = [{ to: action.inputs[i + 1]?.name ?? 'prepare' }];
    const reply = (a: Action): Reply => {
      const own = a.inputs.find((x) => x.name === input.name) ?? input;
      const text = { text: [fixedText(own.giveUp, { label: fixedText(own.label, {}) })], where: own.giveUp.where };
      return { look: 'text', text, rows: [], links: [], columns: [], buttons: [], where: own.where };
    };
    return [
      {
        kind: 'entity',
        name: input.name,
        component: entityComponent(bot, action, input),
        retries: input.retries,
        giveUp,
        next,
      },
      message(giveUp, names.giveUp(action.id, input.name), reply),
    ];
  });
}

function tokenSteps(bot: Bot, action: Action, key: string, on: OnOutcome): readonly CallStep[] {
  const service = tokenServiceComponent(bot, action);
  if (!service) return [];
  const keep = scriptComponent(`${key}/token`, names.token(action.id), tokenScript(bot, action));
  const inner = [
    { kind: 'service' as const, component: service },
    { kind: 'script' as const, component: keep },
  ];
  const next = [on('ready', 'call'), on('unauthorized'), on('throttled'), { to: 'unavailable' }];
  return [{ kind: 'call', name: 'token', group: names.group(action.id, 'token'), inner, next }];
}

function callStep(bot: Bot, action: Action, key: string, on: OnOutcome): CallStep {
  const answer = scriptComponent(`${key}/answer`, names.answer(action.id), answerScript(bot, action));
  return {
    kind: 'call',
    name: 'call',
    group: names.group(action.id, 'call'),
    inner: [
      { kind: 'service', component: serviceComponent(bot, action) },
      { kind: 'script', component: answer },
    ],
    next: [
      on('found'),
      on('empty'),
      ...(bot.credentials.mode === 'clientCredentials' ? [on('renew', 'token')] : []),
      on('unauthorized'),
      on('forbidden'),
      on('throttled'),
      on('invalid'),
      { to: 'unavailable' },
    ],
  };
}

/** After an answer: the next steps, if there are any. With nothing but "Show more", only when there is more. */
function afterFound(action: Action): readonly Branch[] {
  if (!action.next) return [{ to: 'end' }];
  if (action.next.buttons.length > 0) return [{ to: 'next' }];
  return [{ when: { context: `context.${keyOf(action.id)}.more`, equals: 'yes' }, to: 'next' }, { to: 'end' }];
}

function nextSteps(bot: Bot, action: Action, key: string, inLanguage: (s: Spoken) => Action): readonly MessageStep[] {
  if (!action.next) return [];
  const saying = {
    name: names.reply(action.id, 'next'),
    key: keyOf(action.id),
    reply: (s: Spoken): Reply => {
      const next = inLanguage(s).next ?? action.next;
      if (!next) throw new Error(`${action.id}: a language without the default language's next`);
      return {
        look: 'buttons',
        text: next.text,
        rows: [],
        links: [],
        columns: [],
        buttons: next.buttons,
        where: next.where,
      };
    },
    more: (s: Spoken) => inLanguage(s).next?.more,
  };
  return [
    {
      kind: 'message',
      name: 'next',
      component: messageComponent(bot, `${key}/message/next`, saying),
      next: [{ to: 'end' }],
    },
  ];
}

/** What bot.yaml says for all actions is one component, placed in many dialogs; an action's own words are its own. */
function sharedStep(bot: Bot, action: Action, outcome: SharedOutcome, message: MessageMaker): MessageStep {
  if (action.own.has(outcome)) {
    return message(outcome, names.reply(action.id, outcome), (a) => a.own.get(outcome) ?? action.found);
  }
  const saying = {
    name: names.shared(outcome),
    key: keyOf(bot.id),
    reply: (s: Spoken): Reply => {
      const reply = s.texts.shared.get(outcome);
      if (!reply) throw new Error(`no words for ${outcome}`);
      return reply;
    },
  };
  return {
    kind: 'message',
    name: outcome,
    component: messageComponent(bot, `${bot.id}/reply/${outcome}`, saying),
    next: [{ to: 'end' }],
  };
}
