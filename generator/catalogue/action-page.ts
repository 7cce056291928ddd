import type { Flow } from '../compile/flow';
import { asksToSignIn } from '../compile/scripts/personal';
import { askedOf } from '../model/input';
import type { Action, Bot, Input } from '../model/model';
import { mayRefuse } from '../model/named-outcomes';
import { sharedOutcomes } from '../model/outcomes';
import { fencedBlock, code, plain, table } from './markdown';
import { flowchart } from './mermaid';
import { callOf, type RequestFacts } from './request-facts';
import { sentence, written } from './sentences';
import { sample } from './transcripts';

/** The catalogue's part about one action. `transcript` is the text of its `.chat` file, if there is one. */
export function actionPage(
  bot: Bot,
  action: Action,
  flow: Flow,
  facts: RequestFacts,
  transcript: string | undefined,
): string {
  const conversation = transcript === undefined ? undefined : sample(transcript);
  return [
    `## ${plain(written(action.title))}`,
    plain(written(action.description)),
    factsTable(bot, action, facts),
    ...(action.inputs.length > 0 ? ['### What it asks for', inputs(action.inputs)] : []),
    '### How it answers',
    outcomes(bot, action),
    '### How it goes',
    fencedBlock('mermaid', flowchart(action, flow)),
    ...(conversation === undefined ? [] : ['### A conversation', fencedBlock('text', conversation)]),
    ...(facts.query === undefined ? [] : ['### The query', fencedBlock('graphql', facts.query)]),
  ].join('\n\n');
}

const factsTable = (bot: Bot, action: Action, facts: RequestFacts) =>
  table(
    ['', ''],
    [
      ['Id', code(action.id)],
      [
        'Said, for example',
        action.utterances
          .slice(0, 2)
          .map((u) => plain(written(u)))
          .join('<br>'),
      ],
      ['Chosen (XO 11)', action.descriptions.map((one) => plain(written(one))).join('<br>')],
      ['Scopes', action.scopes.map(code).join(', ') || 'none'],
      ...action.steps.map(({ name, request, choose }) => [
        `Looks up ${plain(name)}`,
        `${code(callOf(bot, request))}${choose ? ', and asks which one is meant' : ''}`,
      ]),
      ['Request', code(facts.call)],
      ...(facts.cost === undefined ? [] : [['Cost', `${facts.cost} points requested (estimate)`]]),
      ['Who may see it', access(bot, action)],
    ],
  );

function access(bot: Bot, action: Action): string {
  if (action.response.owner === undefined) return 'everybody';
  return bot.audience === 'shopper'
    ? 'only the signed-in person it belongs to'
    : 'personal: staff only (audience: staff)';
}

const inputs = (list: readonly Input[]) =>
  table(
    ['Input', 'Type', 'Prompt', 'Example'],
    list.map((input) => [
      code(input.name),
      kindOf(input),
      input.source
        ? `not asked: from the ${SOURCES[input.source.from]} ${code(input.source.name)}`
        : plain(written(input.prompt)),
      input.example === undefined ? '' : code(input.example),
    ]),
  );

const SOURCES = { session: 'session value', env: 'variable' };

/** The type or the choices, and when it is asked for. */
function kindOf({ choices, type, many, optional, hidden, when, default: otherwise, least, most }: Input): string {
  const notes = [
    many ? 'several' : '',
    optional ? 'may be skipped' : '',
    hidden ? 'never asked' : '',
    otherwise === undefined ? '' : `else ${otherwise}`,
    least === undefined ? '' : `${least} or more`,
    most === undefined ? '' : `${most} or less`,
    when ? `only when ${when.input} is ${when.is.join(' or ')}` : '',
  ].filter((note) => note !== '');
  const kind = choices.length > 0 ? choices.map((c) => plain(c.title)).join(', ') : type;
  return notes.length === 0 ? kind : `${kind} (${plain(notes.join('; '))})`;
}

/** An action's own outcomes, then those that are worded once for all; `sign-in` only where it can happen. */
function outcomes(bot: Bot, action: Action): string {
  const shared = sharedOutcomes
    .filter((o) => (o !== 'sign-in' || asksToSignIn(bot, action)) && (o !== 'refused' || mayRefuse(action)))
    .map((o) => [o, action.own.get(o) ?? bot.locales[0].texts.shared.get(o)] as const);
  const own = [
    [action.response.done.length > 0 ? 'done' : 'found', action.found],
    ...(action.near ? [['near', action.near] as const] : []),
    ['empty', action.empty],
    ...action.outcomes.flatMap(({ name, reply }) => (reply ? [[name, reply] as const] : [])),
    ...(action.unsure ? [['unsure', action.unsure] as const] : []),
    ...(askedOf(action.inputs).length > 0 ? [['needs-input', action.needsInput] as const] : []),
  ] as const;
  return table(
    ['Outcome', 'What is said'],
    [...own, ...shared].map(([outcome, reply]) => [code(outcome), reply ? plain(sentence(reply)) : '']),
  );
}
