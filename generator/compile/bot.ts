import type { Target } from '../../kore/format';
import type { Action, Bot, Locale } from '../model/model';
import { WRITING } from '../model/names';
import { onwardButtons } from './problem-steps';
import type { Channel } from './messages/setting';
import { isConstant } from './messages/texts';
import { fixedText } from './expression';
import type { Flow } from './flow';
import { objectIdOf, refIdOf } from './ids';
import { identity, type Layout, type PlacedDialog } from './layout';
import { patterns } from './nlp';
import { languageSettings, training } from './language-settings';
import { storyboards } from './storyboards';
import { distinct, partOf, type Listing, type Part } from './part';
import { piece, script, type Piece, type PlanValue } from './plan';
import { profiles } from './profiles';
import { agentFlow } from './agent-steps';
import { answerFlows, fallbackFlow, menuFlow, welcomeFlow } from './system-flows';
import { placeBotActions } from './targets/bot-actions';
import { placeFlat } from './targets/flat';
import { ownValue } from '../../kore/own-value';

/** A bot for one target, as templates and what fills them. */
export interface Plan {
  readonly target: Target;
  readonly definition: Piece;
  readonly config: Piece;
}

/** XO 10 knows one layout for what its current builder makes; XO 11 exports both. */
const place = (bot: Bot, layout: Layout, flow: Flow): PlacedDialog =>
  layout.target === 'xo11' && bot.layout === 'flat' ? placeFlat(layout, flow) : placeBotActions(layout, flow);

/** What a target needs to lay out a bot. Identity is the same in the whole bot and in an action's own zip. */
export const layoutOf = (bot: Bot, target: Target): Layout => ({
  target,
  bot: objectIdOf('st', bot.id, refIdOf(`${bot.id}/bot`)),
  namespace: refIdOf(`${bot.id}/namespace`),
  languages: bot.locales.map((s) => s.language),
});

/** The part that an action's flow becomes. */
export const actionPart = (bot: Bot, layout: Layout, action: Action, flow: Flow): Part =>
  partOf(bot, place(bot, layout, flow), action);

/** The dialogs that a bot has beside those of its actions. */
export interface System<T extends Listing = Listing> {
  readonly welcome: T;
  readonly menu: T;
  readonly fallback: T;
  readonly answers: readonly T[];
  /** Where there are people who take over. */
  readonly agent?: T;
}

/** The greeting, the menu that people ask for, the fallback, the answers and the way to a person. Menu, answers and way are found by what is said. */
export const systemParts = (bot: Bot, layout: Layout): System<Part> => ({
  welcome: partOf(bot, place(bot, layout, welcomeFlow(bot))),
  menu: partOf(bot, place(bot, layout, menuFlow(bot)), (s) => s.texts.welcome.utterances),
  fallback: partOf(bot, place(bot, layout, fallbackFlow(bot))),
  answers: answerFlows(bot).map((flow, i) =>
    partOf(bot, place(bot, layout, flow), (s) => s.texts.answers[i]?.utterances ?? []),
  ),
  ...(bot.handOver && {
    agent: partOf(bot, place(bot, layout, agentFlow(bot)), (s) => s.texts.agent?.utterances ?? []),
  }),
});

/** Those dialogs, in the order in which they are listed. */
export const systemDialogs = <T extends Listing>({
  welcome,
  menu,
  fallback,
  answers,
  agent,
}: System<T>): readonly T[] => [welcome, menu, fallback, ...answers, ...(agent ? [agent] : [])];

/** What a bot consists of. */
export interface Contents {
  /** Every dialog that it has, in the order of their utterances. */
  readonly listed: readonly Listing[];
  /** Those that the plan holds; the others are put in later, when the bot is printed. */
  readonly inside: readonly Part[];
  /** Absent in the bot of one action. */
  readonly system?: System;
}

/** The plan of a bot with these contents. */
export function planOf(bot: Bot, layout: Layout, { listed, inside, system }: Contents): Plan {
  const { target, languages, bot: id } = layout;
  const dialogs = distinct(listed);
  const view: Record<string, PlanValue> = {
    id,
    refId: refIdOf(`${bot.id}/bot`),
    language: languages[0] ?? 'en',
    languages,
    multiLingualConfigurations: Object.fromEntries(languages.map((l) => [l, understanding(target, l)])),
    localeData: localeData(bot, target, listed),
    profiles: profiles(bot, layout),
    patterns: patterns(languages, distinct(listed.flatMap((one) => one.components))),
    components: distinct(inside.flatMap((part) => part.components)).map((c) => c.piece),
    dialogs: distinct(inside).map((part) => part.dialog),
    sentences: inside.flatMap((part) => part.sentences),
    mlParams: languages.map((language) => training(target, language)),
    exportOptions: piece(`${target}/export-options${system ? '' : '-action'}`, { dialogs: dialogs.map((d) => d.id) }),
    ...(target === 'xo10' ? storyboards(layout, dialogs) : {}),
    ...(system ? settings(bot, layout, system) : {}),
  };
  return {
    target,
    definition: piece(`${target}/${system ? 'bot' : 'action'}`, view),
    config: config(bot, layout.namespace, system ? bot.variables : []),
  };
}

/** What only a whole bot has: the part of an export that a single action must never bring into a bot that lives. */
function settings(bot: Bot, layout: Layout, system: System): Record<string, PlanValue> {
  const { target, languages, namespace } = layout;
  const author = objectIdOf('u', bot.id, refIdOf(`${bot.id}/bot`));
  return {
    languageConfigurations: Object.fromEntries(languages.map((l) => [l, { enabled: true }])),
    namespace,
    namespaces: [piece(`${target}/namespace`, { ...namespaceIds(bot, layout), author })],
    fallback: system.fallback.refId,
    events: events(bot, target, system, { author, bot: layout.bot }),
    integrations: bot.credentials.mode === 'integration' ? [piece('integration', { name: bot.credentials.name })] : [],
    languageSettings: languages.flatMap((language) => languageSettings(layout, language)),
    ...(target === 'xo11' && {
      smartAssist: refIdOf(`${bot.id}/smart-assist`),
      theme: refIdOf(`${bot.id}/theme`),
    }),
  };
}

const understanding = (target: Target, language: string): PlanValue =>
  target === 'xo10'
    ? { nluLanguage: language, inputTranslation: false, responseTranslation: false }
    : { nluLanguage: language };

const namespaceIds = (bot: Bot, layout: Layout) => ({
  ...identity(layout, 'ns', `${bot.id}/namespace`),
  bot: layout.bot,
});

function localeData(bot: Bot, target: Target, listed: readonly Listing[]): PlanValue {
  return Object.fromEntries(
    bot.locales.map(({ language, texts }) => {
      const count = listed.reduce((sum, { utterances }) => sum + (ownValue(utterances, language) ?? 0), 0);
      const own = { name: fixedText(texts.name, {}), description: fixedText(texts.description, {}), utterances: count };
      return [language, piece(`${target}/bot-locale`, own)];
    }),
  );
}

/**
 * What happens on its own: both greetings name the Welcome Task (observed on both targets), as does nothing understood the
 * Fallback Task. Events that the bot does not use are left out: the platform then keeps or makes its own (inferred).
 */
function events(
  bot: Bot,
  target: Target,
  system: System,
  stamps: { readonly author: string; readonly bot: string },
): PlanValue {
  const starts = (dialog: Listing, template: string) => piece(`${target}/${template}`, { task: dialog.refId });
  const leadsOn = bot.locales[0].texts.onward !== undefined;
  const messages = (leadsOn ? (['default', 'rtm'] as const) : (['default'] as const)).map((channel) => {
    const texts = Object.fromEntries(bot.locales.map((s) => [s.language, failureText(bot, s, channel)]));
    return piece(`${target}/event-message`, { channel, texts, ...stamps });
  });
  return {
    INTENT_UNIDENTIFIED: starts(system.fallback, 'event-dialog'),
    WELCOME_MESSAGE_EVENT: starts(system.welcome, 'event-welcome'),
    ON_CONNECT_EVENT: starts(system.welcome, target === 'xo10' ? 'event-dialog' : 'event-start'),
    // Seen on XO 11 alone.
    ...(target === 'xo11' && system.agent && { AGENT_TRANSFER_EVENT: starts(system.agent, 'event-dialog') }),
    TASK_FAILURE_EVENT: piece(`${target}/event-failure`, { messages }),
  };
}

/** What can be said next, for whoever has no buttons. */
function sayings(locale: Locale): string {
  const known = onwardButtons(locale).flatMap(({ say }) => (say && isConstant(say) ? [String(say.value)] : []));
  return known.length === 0 ? '' : `${locale.style.sentences.youCanSay} ${known.join(', ')}.`;
}

/** What is said when a request had no answer; where the bot writes, also that nobody knows whether it happened. */
function failureText(bot: Bot, locale: Locale, channel: Channel): Piece {
  const { texts, style } = locale;
  const buttons = channel === 'rtm' ? onwardButtons(locale) : [];
  const said = fixedText(texts.taskFailure, {});
  const failure = channel === 'rtm' ? said : [said, sayings(locale)].filter(Boolean).join(' ');
  const writing = bot.actions.some((action) => action.writes) ? WRITING : null;
  if (writing === null && buttons.length === 0) return piece('message-text', { text: failure, type: 'basic' });
  const view = { writing, unsure: style.sentences.unsure, failure, buttons };
  return piece('message-text', { text: script('messages/failure', view), type: 'uxmap' });
}

function config(bot: Bot, namespace: string, variables: Bot['variables']): Piece {
  return piece('config', {
    name: fixedText(bot.locales[0].texts.name, {}),
    variables: variables.map((v) =>
      piece('variable', { key: v.key, value: v.secret ? '' : v.value, hint: v.hint, secret: v.secret, namespace }),
    ),
  });
}
