import type { Target } from '../../kore/format';
import type { Action, Bot } from '../model/model';
import { actionFlow } from './action-flow';
import { fixedText } from './expression';
import type { Flow } from './flow';
import { objectIdOf, refIdOf } from './ids';
import { identity, type Layout, type PlacedDialog } from './layout';
import { patterns } from './nlp';
import { distinct, partOf, type Listing, type Part } from './part';
import { piece, type Piece, type Value } from './plan';
import { fixedMessageList } from './reply';
import { fallbackFlow, welcomeFlow } from './system-flows';
import { placeXo10 } from './targets/xo10';
import { placeXo11 } from './targets/xo11';

/** A bot for one target, as templates and what fills them. */
export interface Plan {
  readonly target: Target;
  readonly definition: Piece;
  readonly config: Piece;
}

const place: Readonly<Record<Target, (layout: Layout, flow: Flow) => PlacedDialog>> = {
  xo10: placeXo10,
  xo11: placeXo11,
};

/** What a target needs to lay out a bot. Identity is the same in the whole bot and in an action's own zip. */
export const layoutOf = (bot: Bot, target: Target): Layout => ({
  target,
  bot: objectIdOf('st', bot.id, refIdOf(`${bot.id}/bot`)),
  namespace: refIdOf(`${bot.id}/namespace`),
  languages: bot.spoken.map((s) => s.language),
});

/** The part that an action's flow becomes. */
export const actionPart = (bot: Bot, layout: Layout, action: Action, flow: Flow = actionFlow(bot, action)): Part =>
  partOf(bot, place[layout.target](layout, flow), action);

/** The dialogs that a bot has beside those of its actions. */
export interface System<T extends Listing = Listing> {
  readonly welcome: T;
  readonly fallback: T;
}

/** The greeting and the fallback. */
export const systemParts = (bot: Bot, layout: Layout): System<Part> => ({
  welcome: partOf(bot, place[layout.target](layout, welcomeFlow(bot)), undefined),
  fallback: partOf(bot, place[layout.target](layout, fallbackFlow(bot)), undefined, false),
});

/** A bot → a plan for a target: of the whole bot, or of one action alone, which then carries what it needs and nothing else. */
export function compile(bot: Bot, target: Target, only?: string): Plan {
  const layout = layoutOf(bot, target);
  const actions = bot.actions
    .filter(({ id }) => only === undefined || id === only)
    .map((action) => actionPart(bot, layout, action));
  if (only !== undefined) return planOf(bot, layout, { listed: actions, inside: actions });
  const system = systemParts(bot, layout);
  const all = [...actions, system.welcome, system.fallback];
  return planOf(bot, layout, { listed: all, inside: all, system });
}

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
  const { target, namespace, languages, bot: id } = layout;
  const refId = refIdOf(`${bot.id}/bot`);
  const author = objectIdOf('u', bot.id, refId);
  const view: Record<string, Value> = {
    id,
    refId,
    language: languages[0] ?? 'en',
    languages,
    languageConfigurations: Object.fromEntries(languages.map((l) => [l, { enabled: true }])),
    multiLingualConfigurations: Object.fromEntries(languages.map((l) => [l, understanding(target, l)])),
    namespace,
    localeData: localeData(bot, target, listed),
    fallback: system?.fallback.refId ?? null,
    events: events(bot, target, { system, id, author }),
    integrations: bot.credentials.mode === 'integration' ? [piece('integration', { name: bot.credentials.name })] : [],
    profiles: profiles(bot, layout),
    patterns: patterns(languages, distinct(listed.flatMap((one) => one.components))),
    components: distinct(inside.flatMap((part) => part.components)).map((c) => c.piece),
    dialogs: distinct(inside).map((part) => part.dialog),
    sentences: inside.flatMap((part) => part.sentences),
    mlParams: languages.map((language) => piece(`${target}/ml-params`, { language })),
    namespaces: [piece(`${target}/namespace`, { ...namespaceIds(bot, layout), author })],
    exportOptions: piece(`${target}/export-options${system ? '' : '-action'}`, {
      dialogs: distinct(listed).map((one) => one.id),
    }),
  };
  if (target === 'xo11')
    Object.assign(view, { smartAssist: refIdOf(`${bot.id}/smart-assist`), theme: refIdOf(`${bot.id}/theme`) });
  return { target, definition: piece(`${target}/bot`, view), config: config(bot, namespace) };
}

const understanding = (target: Target, language: string): Value =>
  target === 'xo10'
    ? { nluLanguage: language, inputTranslation: false, responseTranslation: false }
    : { nluLanguage: language };

const namespaceIds = (bot: Bot, layout: Layout) => ({
  ...identity(layout, 'ns', `${bot.id}/namespace`),
  bot: layout.bot,
});

function localeData(bot: Bot, target: Target, listed: readonly Listing[]): Value {
  return Object.fromEntries(
    bot.spoken.map(({ language, texts }) => {
      const count = listed.reduce((sum, { utterances }) => sum + (utterances[language] ?? 0), 0);
      const own = { name: fixedText(texts.name, {}), description: fixedText(texts.description, {}), utterances: count };
      return [language, piece(`${target}/bot-locale`, own)];
    }),
  );
}

interface EventTargets {
  readonly system: System | undefined;
  readonly id: string;
  readonly author: string;
}

function events(bot: Bot, target: Target, { system, id, author }: EventTargets): Piece {
  const failure = Object.fromEntries(bot.spoken.map((s) => [s.language, fixedText(s.texts.taskFailure, {})]));
  const starts = (dialog: Listing | undefined, template: string) =>
    dialog ? piece(`${target}/${template}`, { task: dialog.refId }) : piece(`${target}/event-message`, {});
  const texts = fixedMessageList(failure)[0]?.view['localeData'] ?? {};
  const common = { unidentified: starts(system?.fallback, 'event-dialog'), taskFailure: texts, author, bot: id };
  if (target === 'xo11') return piece('xo11/events', common);
  return piece('xo10/events', {
    ...common,
    welcome: starts(system?.welcome, 'event-welcome'),
    onConnect: starts(system?.welcome, 'event-dialog'),
  });
}

function profiles(bot: Bot, layout: Layout): readonly Piece[] {
  const { credentials } = bot;
  if (credentials.mode !== 'userProfile') return [];
  const { name, header, prefix, field, checkUrl } = credentials;
  return [
    piece('profile', {
      ...identity(layout, 'ap', `${bot.id}/profile`),
      name,
      header,
      value: `${prefix}{{${field}}}`,
      field,
      checkUrl,
    }),
  ];
}

function config(bot: Bot, namespace: string): Piece {
  return piece('config', {
    name: fixedText(bot.spoken[0].texts.name, {}),
    variables: bot.variables.map((v) =>
      piece('variable', { key: v.key, value: v.secret ? '' : v.value, hint: v.hint, secret: v.secret, namespace }),
    ),
  });
}
