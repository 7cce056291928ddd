import type { KoreBot, Target } from '../format';
import { indexBy, child, itemOf, items, textAt, type FormatItem } from './item';

/** A dialog with its nodes. */
export interface IndexedDialog {
  readonly item: FormatItem;
  readonly id: string | undefined;
  readonly refId: string | undefined;
  readonly nodes: readonly FormatItem[];
  readonly nodeById: ReadonlyMap<string, FormatItem>;
}

/** A bot with the look-ups that the rules share, made once in time linear in its size. */
export interface BotIndex {
  readonly target: Target;
  readonly definition: FormatItem;
  readonly config: FormatItem;
  readonly defaultLanguage: string;
  readonly dialogs: readonly IndexedDialog[];
  readonly dialogById: ReadonlyMap<string, IndexedDialog>;
  readonly dialogByRef: ReadonlyMap<string, IndexedDialog>;
  readonly components: readonly FormatItem[];
  readonly componentById: ReadonlyMap<string, FormatItem>;
  readonly componentByRef: ReadonlyMap<string, FormatItem>;
  readonly namespaces: readonly FormatItem[];
  readonly namespaceById: ReadonlyMap<string, FormatItem>;
  readonly namespaceByRef: ReadonlyMap<string, FormatItem>;
  readonly scenes: readonly FormatItem[];
  readonly sentences: readonly FormatItem[];
  readonly patterns: readonly FormatItem[];
}

function indexDialog(item: FormatItem): IndexedDialog {
  const nodes = items(item, 'nodes');
  return { item, id: textAt(item, '_id'), refId: textAt(item, 'refId'), nodes, nodeById: indexBy('nodeId', nodes) };
}

function dialogsBy(key: 'id' | 'refId', dialogs: readonly IndexedDialog[]): ReadonlyMap<string, IndexedDialog> {
  const map = new Map<string, IndexedDialog>();
  for (const dialog of dialogs) {
    const id = dialog[key];
    if (id !== undefined && !map.has(id)) map.set(id, dialog);
  }
  return map;
}

/** Reads a bot of any shape; what is not there is empty. */
export function indexBot(bot: KoreBot): BotIndex {
  const definition = itemOf(bot.definition, '/definition');
  const dialogs = items(definition, 'dialogs').map(indexDialog);
  const components = items(definition, 'dialogComponents');
  const namespaces = items(definition, 'namespaces');
  return {
    target: bot.target,
    definition,
    config: itemOf(bot.config, '/config'),
    defaultLanguage: textAt(definition, 'defaultLanguage') ?? '',
    dialogs,
    dialogById: dialogsBy('id', dialogs),
    dialogByRef: dialogsBy('refId', dialogs),
    components,
    componentById: indexBy('_id', components),
    componentByRef: indexBy('refId', components),
    namespaces,
    namespaceById: indexBy('_id', namespaces),
    namespaceByRef: indexBy('refId', namespaces),
    scenes: items(definition, 'scenes'),
    sentences: items(definition, 'sentences'),
    patterns: items(definition, 'patterns'),
  };
}

/** The component a node shows, if there is one. */
export const componentOf = (bot: BotIndex, node: FormatItem): FormatItem | undefined =>
  bot.componentById.get(textAt(node, 'componentId') ?? '');

/** An item's texts in the bot's default language. */
export const inDefaultLanguage = (bot: BotIndex, item: FormatItem): FormatItem =>
  child(child(item, 'localeData'), bot.defaultLanguage);
