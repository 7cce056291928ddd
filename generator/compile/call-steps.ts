import { fetchesToken } from '../model/credentials';
import { goesFurther } from '../model/further';
import { askedOf, asksDirectly } from '../model/input';
import type { Action, Bot } from '../model/model';
import { keyOf, names } from '../model/names';
import { mayRefuse } from '../model/named-outcomes';
import { outsidesOf } from '../model/request-phrases';
import type { SharedOutcome } from '../model/outcomes';
import type { ActionContext } from './action-context';
import { scriptComponent, serviceComponent, tokenServiceComponent } from './components';
import type { Branch, CallStep, ComponentPlan } from './flow';
import type { Script } from './plan';
import { stepOf } from './input-steps';
import { directVariables } from '../model/direct';
import { outcomeStep, problemStep } from './problem-steps';
import { isIntroduced } from './reply-steps';
import { SAY_ASIDE } from './aside-steps';
import { answerScript } from './scripts/answer';
import { hearsAsides, hearScript } from './scripts/asides';
import { checkScript } from './scripts/check';
import { asksToSignIn } from './scripts/personal';
import { prepareScript } from './scripts/prepare';
import { readScript } from './scripts/read';
import { showScript } from './scripts/show';
import { readingsOf } from './scripts/readings';
import { tokenScript } from './scripts/token';

/** Where the token script, which is the same in every dialog, says what went wrong. */
const PROBLEM = 'context.problem';

/** A branch to the step of an outcome, which has the outcome's name unless it is told otherwise. */
export const on = (
  { action }: ActionContext,
  outcome: string,
  to: string = outcome,
  told = `context.${keyOf(action.id)}.outcome`,
): Branch => ({ when: { context: told, equals: outcome }, to });

/** Branches to what is said for each problem. The last is also where an answer goes that came to nothing. */
function onProblems(context: ActionContext, problems: readonly SharedOutcome[], told?: string): readonly Branch[] {
  const otherwise = problemStep(context, 'unavailable');
  const apart = problems.filter((outcome) => problemStep(context, outcome) !== otherwise);
  const branch = (outcome: SharedOutcome) => on(context, outcome, problemStep(context, outcome), told);
  return [...apart.map(branch), { to: otherwise }];
}

/** Back to the first question, without a word. */
const ask = (context: ActionContext): readonly Branch[] => {
  const [first] = askedOf(context.action.inputs);
  const reads = readingsOf(context.bot, context.action).length > 0 && !asksDirectly(context.action);
  return first && reads ? [on(context, 'ask', stepOf(first.name))] : [];
};

const inner = (component: ComponentPlan) => ({ kind: 'script' as const, component });

/** The step before the request: it may end the action, ask again, or fetch a token first. */
export function prepareStep(context: ActionContext): CallStep {
  const { bot, action, key } = context;
  const withToken = fetchesToken(bot.credentials);
  const prepared = prepareScript(bot, action);
  const script = scriptComponent(`${key}/prepare`, names.prepare(action.id), prepared);
  const reading = readScript(bot, action);
  const hearing = hearsAsides(bot, action) ? hearScript(bot) : undefined;
  return {
    kind: 'call',
    name: context.at('prepare'),
    group: names.group(action.id, 'prepare'),
    inner: [
      ...(reading ? [inner(scriptComponent(`${key}/read`, names.read(action.id), reading))] : []),
      ...(hearing ? [inner(scriptComponent(`${bot.id}/hear`, names.hear(bot.id), hearing))] : []),
      inner(script),
    ],
    next: [
      ...(hearing ? [{ when: { context: 'context.aside.is', equals: 'yes' }, to: SAY_ASIDE }] : []),
      ...(asksToSignIn(bot, action) ? [on(context, 'sign-in', problemStep(context, 'sign-in'))] : []),
      ...(mayBeUnset(bot, action) || mayNotFit(prepared)
        ? [on(context, 'invalid', problemStep(context, 'invalid'))]
        : []),
      ...(askedOf(action.inputs).length > 0 ? [on(context, 'needs-input')] : []),
      ...ask(context),
      ...(withToken
        ? [{ when: { context: `context.${keyOf(action.id)}.token`, equals: 'missing' }, to: context.at('token') }]
        : []),
      ...(isUnasked(context)
        ? [{ when: { context: `context.${keyOf(action.id)}.doubt`, equals: 'yes' }, to: 'confirm' }, { to: 'send' }]
        : [{ to: askedFirst(context) }]),
    ],
  };
}

/** Whether what nobody is asked for can turn out not to be safe to send. */
const mayNotFit = ({ view }: Script): boolean =>
  [view['unasked'], view['unaltered']].some((all) => Array.isArray(all) && all.length > 0);

/** Whether a variable that the request needs can turn out not to be set. */
const mayBeUnset = (bot: Bot, action: Action): boolean =>
  bot.variables.some((v) => v.pattern !== undefined) ||
  // A path has to do without what was not found.
  action.steps.length > 0 ||
  action.inputs.some((input) => input.source?.from === 'env') ||
  outsidesOf(action, bot.service).some(({ from }) => from === 'env') ||
  directVariables(action.request, bot).size > 0;

/** What writes is asked for before it is called. */
const askedFirst = ({ action, at }: ActionContext) => (action.writes ? 'confirm' : at('call'));

/** Whether it may be sent unasked: then only what may have been sent before is asked about. */
const isUnasked = ({ action }: ActionContext) => action.writes && action.confirm?.ask === undefined;

/** A dialog fetches a token in one place for itself, and in another for each of its look-ups; no node stands twice in a dialog. */
const isOfLookUp = ({ of }: Action) => of !== undefined;

/** Fetching a token, where the bot does that itself. */
export function tokenSteps(context: ActionContext): readonly CallStep[] {
  const { bot, action } = context;
  const service = tokenServiceComponent(bot);
  if (!service) return [];
  const keep = scriptComponent(`${bot.id}/token`, names.token(bot.id), tokenScript(bot));
  return [
    {
      kind: 'call',
      name: context.at('token'),
      ...(isOfLookUp(action)
        ? { group: names.group(action.id, 'token') }
        : { group: names.group(bot.id, 'token'), sharedBy: bot.id }),
      inner: [{ kind: 'service', component: service }, inner(keep)],
      next: [
        ...(action.writes
          ? [
              ...(['unauthorized', 'throttled', 'unavailable'] as const).map((problem) =>
                on(context, problem, problemStep(context, problem), PROBLEM),
              ),
              // What was asked before is sent again.
              { when: { context: `context.${keyOf(action.id)}.token`, equals: 'renewed' }, to: 'send' },
              { to: askedFirst(context) },
            ]
          : [
              { when: { context: PROBLEM, equals: 'none' }, to: askedFirst(context) },
              ...onProblems(context, ['unauthorized', 'throttled'], PROBLEM),
            ]),
      ],
    },
  ];
}

/** The ways on from an answer, from none, and from each problem. */
function answered(context: ActionContext): readonly Branch[] {
  const { action } = context;
  return [
    ...action.outcomes.flatMap(({ name, reply }) => (reply ? [on(context, name, outcomeStep(name))] : [])),
    on(context, 'found', isIntroduced(action) ? 'found-text' : 'found'),
    ...(action.near ? [on(context, 'near')] : []),
    on(context, 'empty'),
    ...(goesFurther(action)
      ? [
          on(context, 'nextPage', context.at('prepare')),
          on(context, 'noneYet', 'none-yet'),
          on(context, 'noMore', 'none-yet'),
        ]
      : []),
    ...renewed(context),
    ...(action.writes ? [on(context, 'unsure')] : []),
    ...onProblems(context, problemsOf(action)),
  ];
}

/** The ways on from a look-up: first `ends` and the problems, then `onward` with what was found. */
export const answeredBy = (
  context: ActionContext,
  ends: readonly Branch[],
  onward: readonly Branch[],
): readonly Branch[] => [
  ...ends,
  ...renewed(context),
  ...[...problemsOf(context.action), 'unavailable' as const].map((outcome) =>
    on(context, outcome, problemStep(context, outcome)),
  ),
  ...onward,
];

const renewed = (context: ActionContext): readonly Branch[] =>
  fetchesToken(context.bot.credentials) ? [on(context, 'renew', context.at('token'))] : [];

const problemsOf = (action: Action): readonly SharedOutcome[] => [
  'unauthorized',
  'forbidden',
  'throttled',
  'invalid',
  ...(mayRefuse(action) ? (['refused'] as const) : []),
];

/** The request and what its answer comes to. */
export function callStep(context: ActionContext, next: readonly Branch[] = answered(context)): CallStep {
  const { bot, action, key } = context;
  const answer = scriptComponent(`${key}/answer`, names.answer(action.id), answerScript(bot, action));
  return {
    kind: 'call',
    name: context.at('call'),
    group: names.group(action.id, 'call'),
    inner: [
      { kind: 'service', component: serviceComponent(bot, action) },
      inner(scriptComponent(`${bot.id}/check`, names.check(bot.id), checkScript(bot))),
      inner(answer),
      // What is looked up goes into a request, as it came.
      ...(isOfLookUp(action) ? [] : [inner(scriptComponent(`${bot.id}/show`, names.show(bot.id), showScript(bot)))]),
    ],
    next,
  };
}
