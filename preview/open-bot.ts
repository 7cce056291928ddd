import type { Component, Dialog, DialogNode, KoreBot, Target } from '../kore/format';
import type { Matcher } from './nlu/matcher';
import type { Nlu } from './nlu/types';
import { ownValue } from '../kore/own-value';
import { decodeText } from './decode';

/** An export made quick to play: every link of the file is one look-up. */
export interface OpenedBot {
  readonly target: Target;
  readonly name: string;
  readonly kore: KoreBot;
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  readonly dialogs: readonly Dialog[];
  /** By `refId` and by `_id`. */
  readonly dialogById: ReadonlyMap<string, Dialog>;
  readonly componentById: ReadonlyMap<string, Component>;
  /** By dialog `refId`, then by node id. */
  readonly nodes: ReadonlyMap<string, ReadonlyMap<string, DialogNode>>;
  /** Files of custom functions, as text. */
  readonly functions: readonly string[];
  /** Matchers that were built so far, by language. */
  readonly nlu: Map<string, Nlu>;
  /** The content variables of the languages that were played so far. */
  readonly content: Map<string, Readonly<Record<string, string>>>;
  /** Texts of the export as they are played, by how they are written there. */
  readonly decoded: Map<string, string>;
  /** What training came to, by what was trained. */
  readonly matchers: Map<string, Matcher<number>>;
  readonly env: readonly { readonly key: string; readonly value: string; readonly secured: boolean }[];
}

/**
 * Indexes an export. Never throws: a link that leads nowhere is reported when the conversation comes to it. Forms of the same bot
 * that are given the same `matchers` are trained once.
 */
export function openBot(kore: KoreBot, matchers: OpenedBot['matchers'] = new Map()): OpenedBot {
  const { definition, config, target } = kore;
  const { dialogs, dialogComponents, defaultLanguage } = definition;
  return {
    target,
    kore,
    name: config.name || nameIn(definition.localeData, defaultLanguage),
    defaultLanguage,
    languages: [...new Set([defaultLanguage, ...definition.supportedLanguages])],
    dialogs,
    dialogById: new Map(dialogs.flatMap((d) => [[d._id, d] as const, [d.refId, d] as const])),
    componentById: new Map(dialogComponents.map((c) => [c._id, c])),
    nodes: new Map(dialogs.map((d) => [d.refId, new Map(d.nodes.map((n) => [n.nodeId, n]))])),
    functions: kore.functions ?? [],
    nlu: new Map(),
    content: new Map(),
    decoded: new Map(),
    matchers,
    env: config.envVariables.map((v) => ({ key: v.key, value: String(v.value ?? ''), secured: v.isSecured === true })),
  };
}

/** A dialog's name in a language, else in the bot's default language, else whatever it has. */
export const dialogName = (bot: OpenedBot, dialog: Dialog, language: string = bot.defaultLanguage): string =>
  (inLanguage(bot, dialog.localeData, language)?.name ?? dialog.lname) || dialog.refId;

/** The entry for a language, else for the bot's default language, else the first there is. */
export function inLanguage<T>(
  bot: OpenedBot,
  locales: Readonly<Record<string, T>> | undefined,
  language: string,
): T | undefined {
  if (locales === undefined) return undefined;
  const has = (key: string) => (Object.hasOwn(locales, key) ? locales[key] : undefined);
  return has(language) ?? has(bot.defaultLanguage) ?? Object.values(locales)[0];
}

/** The content variables of a language, as scripts and `{{content.X}}` see them; worked out once. */
export function contentVariables(bot: OpenedBot, language: string): Readonly<Record<string, string>> {
  const known = bot.content.get(language) ?? readContent(bot, language);
  bot.content.set(language, known);
  return known;
}

/** A text of the export without its encoding; undone once. */
export function decodedText(bot: OpenedBot, text: string): string {
  const known = bot.decoded.get(text) ?? decodeText(text);
  bot.decoded.set(text, known);
  return known;
}

function readContent(bot: OpenedBot, language: string): Readonly<Record<string, string>> {
  const listed = bot.kore.definition['contentVariables'];
  if (!Array.isArray(listed)) return {};
  return Object.fromEntries(
    listed.map((variable: { key: string; localeData?: Record<string, { value?: unknown }> }) => {
      const value = inLanguage(bot, variable.localeData, language)?.value;
      return [variable.key, typeof value === 'string' ? value : ''];
    }),
  );
}

const nameIn = (
  locales: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined,
  language: string,
): string => {
  const name = ownValue(locales ?? {}, language)?.['name'];
  return typeof name === 'string' ? name : '';
};
