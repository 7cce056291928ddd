import type { Target } from '../kore/format';
import type { Action, Bot } from '../model/model';
import { actionFlow } from './action-flow';
import { fixedText } from './expression';
import type { Flow } from './flow';
import { idOf, refIdOf } from './ids';
import { identity, type Layout, type PlacedComponent, type PlacedDialog } from './layout';
import { patterns, sentences } from './nlp';
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

/** A bot's dialogs before a target lays them out: what its targets have in common. */
export interface Flows {
  readonly actions: readonly { readonly action: Action; readonly flow: Flow }[];
  readonly welcome: Flow;
  readonly fallback: Flow;
}

/** The dialogs of a bot. */
export const flowsOf = (bot: Bot): Flows => ({
  actions: bot.actions.map((action) => ({ action, flow: actionFlow(bot, action) })),
  welcome: welcomeFlow(bot),
  fallback: fallbackFlow(bot),
});

/** A bot's dialogs, laid out for one target: what the whole bot and its single actions have in common. */
export interface LaidOut {
  readonly bot: Bot;
  readonly layout: Layout;
  readonly actions: readonly { readonly action: Action; readonly dialog: PlacedDialog }[];
  readonly welcome: PlacedDialog;
  readonly fallback: PlacedDialog;
}

/** Lays out every dialog of a bot for a target. Identity is the same in the whole bot and in an action's own zip. */
export function layOut(bot: Bot, target: Target, flows: Flows = flowsOf(bot)): LaidOut {
  const id = idOf('st', bot.id, refIdOf(`${bot.id}/bot`));
  const layout = {
    target,
    bot: id,
    namespace: refIdOf(`${bot.id}/namespace`),
    languages: bot.spoken.map((s) => s.language),
  };
  return {
    bot,
    layout,
    actions: flows.actions.map(({ action, flow }) => ({ action, dialog: place[target](layout, flow) })),
    welcome: place[target](layout, flows.welcome),
    fallback: place[target](layout, flows.fallback),
  };
}

/** A bot → a plan for a target. */
export const compile = (bot: Bot, target: Target, only?: string): Plan => planOf(layOut(bot, target), only);

/**
 * The plan of the whole bot, with the greeting and the fallback; or of one action alone, which then carries what it
 * needs and nothing else.
 */
export function planOf(laidOut: LaidOut, only?: string): Plan {
  const { bot, layout } = laidOut;
  const { target, namespace, languages, bot: id } = layout;
  const refId = refIdOf(`${bot.id}/bot`);
  const placed = laidOut.actions.filter(({ action }) => only === undefined || action.id === only);
  const welcome = only === undefined ? laidOut.welcome : undefined;
  const fallback = only === undefined ? laidOut.fallback : undefined;
  const dialogs = [...placed.map((p) => p.dialog), ...[welcome ?? [], fallback ?? []].flat()].sort(byId);
  const components = distinct(dialogs.flatMap((d) => d.components));
  const utterances = [
    ...placed.flatMap((p) => sentences(bot, p.dialog, p.action)),
    ...(welcome ? sentences(bot, welcome, undefined) : []),
  ];
  const author = idOf('u', bot.id, refId);
  const view: Record<string, Value> = {
    id,
    refId,
    language: languages[0] ?? 'en',
    languages,
    languageConfigurations: Object.fromEntries(languages.map((l) => [l, { enabled: true }])),
    multiLingualConfigurations: Object.fromEntries(languages.map((l) => [l, understanding(target, l)])),
    namespace,
    localeData: localeData(bot, target, utterances),
    fallback: fallback?.refId ?? null,
    events: events(bot, target, { welcome, fallback, id, author }),
    integrations: bot.credentials.mode === 'integration' ? [piece('integration', { name: bot.credentials.name })] : [],
    profiles: profiles(bot, layout),
    patterns: patterns(languages, components),
    components: components.map((c) => c.piece),
    dialogs: dialogs.map((d) => d.piece),
    sentences: utterances,
    mlParams: languages.map((language) => piece(`${target}/ml-params`, { language })),
    namespaces: [piece(`${target}/namespace`, { ...namespaceIds(bot, layout), author })],
    exportOptions: piece(`${target}/export-options${only === undefined ? '' : '-action'}`, {
      dialogs: dialogs.map((d) => d.id),
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

function localeData(bot: Bot, target: Target, utterances: readonly Piece[]): Value {
  return Object.fromEntries(
    bot.spoken.map(({ language, texts }) => {
      const count = utterances.filter((u) => u.view['language'] === language).length;
      const own = { name: fixedText(texts.name, {}), description: fixedText(texts.description, {}), utterances: count };
      return [language, piece(`${target}/bot-locale`, own)];
    }),
  );
}

interface EventTargets {
  readonly welcome: PlacedDialog | undefined;
  readonly fallback: PlacedDialog | undefined;
  readonly id: string;
  readonly author: string;
}

function events(bot: Bot, target: Target, { welcome, fallback, id, author }: EventTargets): Piece {
  const failure = Object.fromEntries(bot.spoken.map((s) => [s.language, fixedText(s.texts.taskFailure, {})]));
  const starts = (dialog: PlacedDialog | undefined, template: string) =>
    dialog ? piece(`${target}/${template}`, { task: dialog.refId }) : piece(`${target}/event-message`, {});
  const texts = fixedMessageList(failure)[0]?.view['localeData'] ?? {};
  const common = { unidentified: starts(fallback, 'event-dialog'), taskFailure: texts, author, bot: id };
  if (target === 'xo11') return piece('xo11/events', common);
  return piece('xo10/events', {
    ...common,
    welcome: starts(welcome, 'event-welcome'),
    onConnect: starts(welcome, 'event-dialog'),
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

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Components in the order of their ids, as every export lists them; one that several dialogs place is listed once. */
const distinct = (components: readonly PlacedComponent[]) =>
  [...new Map(components.map((c) => [c.id, c])).values()].sort(byId);
