import type { Config, Definition, DialogNode, EnvVariable, KoreBot, MessageEntry } from '../format';
import { inBotAction } from './bot-action';
import { otherId } from './ids';
import type { TrialId } from './trials';

/** Keys that exports of the 2024 generation carry all together or not at all (observed: 18 of 18), as they write them. */
const COMPANIONS: Readonly<Record<string, unknown>> = {
  preBuiltIntegrations: [],
  runCustomScript: { enable: false, script: '' },
  externalNluAdapters: [],
  clearAllAuthTokens: false,
  feedbackSurveys: [],
};

/** What the dialog of the first trial says: plain text, so that nothing but the file itself can be refused. */
export const FIRST_SENTENCE = 'This sentence came with the first import.';
/** What the changed trial says instead. */
export const CHANGED_SENTENCE = 'This sentence came with the second import.';

/** Values that nobody needs to hide; the second import of the trial leaves them empty. */
export const TRY_VALUES = { TRY_OPEN: 'open-from-the-file', TRY_SECURED: 'secured-from-the-file' } as const;

/**
 * The files of the trials, made from a bot that has nothing but its greeting and its fallback. `whole` and `one-action`
 * are the build's own files. Pure; the same bot gives the same files.
 */
export function trialFiles(system: KoreBot): ReadonlyMap<TrialId, KoreBot> {
  const bare = withSentence(bareOf(system), FIRST_SENTENCE);
  const files: [TrialId, KoreBot][] = [
    ['bare', bare],
    ['events', withVariables(system, [])],
    ['companions', withCompanionsToggled(bare)],
    ['changed', withSentence(bare, CHANGED_SENTENCE)],
    ['same-name', withOtherIdentity(bare)],
    ['variables-filled', withVariables(bare, variables(TRY_VALUES))],
    ['variables-empty', withVariables(bare, variables({ TRY_OPEN: '', TRY_SECURED: '' }))],
  ];
  if (bare.target === 'xo11') files.push(['bot-action', inBotAction(bare)]);
  return new Map(files);
}

const withDefinition = (bot: KoreBot, change: Readonly<Record<string, unknown>>): KoreBot => ({
  ...bot,
  definition: { ...bot.definition, ...change },
});

const withVariables = (bot: KoreBot, envVariables: Config['envVariables']): KoreBot => ({
  ...bot,
  config: { ...bot.config, envVariables },
});

/** The fallback alone: it needs no event, no variable and no other dialog. */
function bareOf(system: KoreBot): KoreBot {
  const { definition } = system;
  const fallback = definition.dialogs.find((d) => d.refId === definition.defaultDialogId) ?? definition.dialogs[0];
  if (fallback === undefined) throw new Error('a bot for trials needs a dialog');
  const used = new Set(fallback.nodes.flatMap(componentsOf));
  const dialogComponents = definition.dialogComponents.filter((c) => used.has(c._id));
  const sentences = definition.sentences.filter((s) => used.has(s.taskId));
  const bare = {
    dialogs: [fallback],
    dialogComponents,
    sentences,
    patterns: [],
    botEvents: {},
    defaultDialogId: fallback.refId,
  };
  return withVariables(withDefinition(system, bare), []);
}

const componentsOf = (node: DialogNode): readonly string[] => [
  node.componentId,
  ...(node.nodes ?? []).map((inner) => inner.componentId),
];

/** Without the companion keys where the bot has all of them, with them where it has not. */
function withCompanionsToggled(bot: KoreBot): KoreBot {
  const names = Object.keys(COMPANIONS);
  if (!names.every((name) => name in bot.definition)) return withDefinition(bot, COMPANIONS);
  const rest = Object.fromEntries(Object.entries(bot.definition).filter(([name]) => !names.includes(name)));
  return { ...bot, definition: rest as unknown as Definition };
}

function withSentence(bot: KoreBot, sentence: string): KoreBot {
  const text = { type: 'basic', text: encodeURIComponent(sentence) } as const;
  const said = (message: readonly MessageEntry[]): readonly MessageEntry[] =>
    message.map((entry) => ({
      ...entry,
      localeData: Object.fromEntries(Object.keys(entry.localeData).map((language) => [language, text])),
    }));
  const dialogComponents = bot.definition.dialogComponents.map((c) =>
    c.type === 'message' && c.message !== undefined ? { ...c, message: said(c.message) } : c,
  );
  return withDefinition(bot, { dialogComponents });
}

/** The same dialog under other ids and refIds; the bot's own stay. */
function withOtherIdentity(bot: KoreBot): KoreBot {
  const { dialogs, dialogComponents, defaultDialogId } = bot.definition;
  const other = new Map<string, string>();
  for (const thing of [...dialogs, ...dialogComponents]) {
    other.set(thing.refId, otherId(thing.refId));
    other.set(thing._id, `${thing._id.slice(0, 3)}${otherId(thing._id)}`);
  }
  const moved = (value: unknown): unknown => {
    if (typeof value === 'string') return other.get(value) ?? value;
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, moved(v)]));
  };
  const lists = { dialogs, dialogComponents, sentences: bot.definition.sentences, defaultDialogId };
  return withDefinition(bot, moved(lists) as Readonly<Record<string, unknown>>);
}

const variables = (values: Readonly<Record<keyof typeof TRY_VALUES, string>>): readonly EnvVariable[] =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value,
    variableType: 'env',
    hint: 'Made by the first import; may be deleted.',
    scope: 'prePopulated',
    group: '',
    propagateValue: false,
    vNameSpace: [],
    isSecured: key === 'TRY_SECURED',
  }));
