import type { Component, Dialog, KoreBot, NodeOptions, Sentence, Transition } from '../format';
import { byKey } from './match';
import { ownValue } from '../own-value';

/** A node of a dialog, or one inside a bot action, which then is named by `inside`. */
export interface FlatNode {
  readonly nodeId: string;
  readonly type: string;
  readonly name: string;
  readonly component: Component | undefined;
  readonly transitions: readonly Transition[];
  readonly options: NodeOptions | undefined;
  readonly preConditions: unknown;
  readonly calls: string | undefined;
  readonly inside?: string;
}

/** Look-ups over one bot. `_id`s differ between copies of a bot, so everything is compared by `refId` or name. */
export interface ComparedBot {
  readonly bot: KoreBot;
  readonly component: (id: string) => Component | undefined;
  /** A dialog's name by `refId`; the `refId` itself when the bot has no such dialog. */
  readonly dialogName: (refId: string) => string;
  /** The training sentences of a dialog, by its `_id`. */
  readonly sentences: (dialogId: string) => readonly Sentence[];
  /** The patterns of a component, by its `refId`. */
  readonly patterns: (refId: string) => readonly Readonly<Record<string, unknown>>[];
}

export function comparedBot(bot: KoreBot): ComparedBot {
  const components = new Map(bot.definition.dialogComponents.map((c) => [c._id, c]));
  const dialogs = new Map(bot.definition.dialogs.map((d) => [d.refId, d]));
  const sentences = byKey(bot.definition.sentences, (s) => components.get(s.taskId)?.dialogId);
  const patterns = byKey(bot.definition.patterns, (p) => p['refId']);
  return {
    bot,
    component: (id) => components.get(id),
    sentences: (dialogId) => sentences.get(dialogId) ?? [],
    patterns: (refId) => patterns.get(refId) ?? [],
    dialogName: (refId) => {
      const dialog = dialogs.get(refId);
      return dialog === undefined ? refId : displayName(dialog, bot.definition.defaultLanguage);
    },
  };
}

/** A dialog's name in the bot's default language. */
export const displayName = (dialog: Dialog, language: string): string =>
  ownValue(dialog.localeData, language)?.name ?? Object.values(dialog.localeData)[0]?.name ?? dialog.refId;

/** All nodes of a dialog, each bot action followed by what is inside it. */
export function flatten(dialog: Dialog, index: ComparedBot): readonly FlatNode[] {
  return dialog.nodes.flatMap((node): FlatNode[] => {
    const component = index.component(node.componentId);
    const name = component?.name ?? node.nodeId;
    const outer: FlatNode = {
      nodeId: node.nodeId,
      type: node.type,
      name: node.flowTaskId === undefined ? name : `call of ${index.dialogName(node.flowTaskId)}`,
      component,
      transitions: node.transitions,
      options: node.nodeOptions,
      preConditions: node['preConditions'],
      calls: node.flowTaskId,
    };
    const flows = new Map((component?.nodes ?? []).map((inner) => [inner.nodeId, inner.transitions]));
    const inner = (node.nodes ?? component?.nodes ?? []).map((n): FlatNode => {
      const placed = index.component(n.componentId);
      const own = placed?.name ?? n.nodeId;
      const base = { nodeId: n.nodeId, type: n.type, component: placed, transitions: flows.get(n.nodeId) ?? [] };
      return { ...base, name: own, options: undefined, preConditions: undefined, calls: undefined, inside: name };
    });
    return [outer, ...inner];
  });
}
