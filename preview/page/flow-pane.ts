/// <reference lib="dom" />
import type { BotView, TurnView } from '../web/protocol';
import { showContent } from './content';
import { byId, fillSelect } from './dom';
import { showLegend } from './legend';
import { lookOf } from './node-looks';
import { createPicture } from './picture';
import type { Server } from './server';

export interface FlowPane {
  readonly useBot: (bot: BotView) => Promise<void>;
  /** Shows the dialog a turn went through, and its way. */
  readonly follow: (turn: TurnView | undefined) => Promise<void>;
  readonly showNode: (dialog: string, node: string) => Promise<void>;
}

/** The picture of the current dialog, its legend, and the content of one node. */
export function createFlowPane(server: Server): FlowPane {
  const dialogs = byId('dialog', HTMLSelectElement);
  const nodes = byId('node', HTMLSelectElement);
  const content = byId('content', HTMLElement);
  const picture = createPicture(byId('picture', HTMLElement), (node) => void pick(node));
  let bot: BotView | undefined;
  let turn: TurnView | undefined;
  let shown = '';

  const nameOf = (id: string): string => bot?.dialogs.find((dialog) => dialog.id === id)?.name ?? '';
  const idOf = (name: string): string | undefined => bot?.dialogs.find((dialog) => dialog.name === name)?.id;
  const mark = () => picture.mark((turn?.path ?? []).filter(({ dialog }) => dialog === nameOf(shown)));

  const show = async (id: string): Promise<void> => {
    if (id === '') return;
    const flow = await server.flow(id);
    shown = id;
    dialogs.value = id;
    const named = flow.nodes.map(({ id: node, name, type }) => ({ id: node, name: `${name} (${lookOf(type).name})` }));
    fillSelect(nodes, [{ id: '', name: 'Choose a node' }, ...named], '');
    showContent(content, undefined, close);
    picture.show(flow);
    showLegend(byId('legend', HTMLElement), flow);
    mark();
  };
  const pick = async (node: string): Promise<void> => {
    picture.select(node);
    nodes.value = node;
    showContent(content, await server.node(shown, node), close);
  };
  const close = () => {
    picture.select(undefined);
    nodes.value = '';
    showContent(content, undefined, close);
    nodes.focus();
  };

  dialogs.addEventListener('change', () => void show(dialogs.value));
  nodes.addEventListener('change', () => (nodes.value === '' ? close() : void pick(nodes.value)));
  byId('zoom-in', HTMLButtonElement).addEventListener('click', () => picture.zoom(1.25));
  byId('zoom-out', HTMLButtonElement).addEventListener('click', () => picture.zoom(0.8));
  byId('zoom-fit', HTMLButtonElement).addEventListener('click', () => picture.fit());

  return {
    useBot: async (next) => {
      const before = nameOf(shown);
      bot = next;
      const stays = idOf(before) ?? next.dialogs[0]?.id ?? '';
      fillSelect(dialogs, next.dialogs, stays);
      await show(stays);
    },
    follow: async (next) => {
      turn = next;
      const last = next?.path.at(-1)?.dialog;
      const id = last === undefined ? undefined : idOf(last);
      if (id !== undefined && id !== shown) await show(id);
      else mark();
    },
    showNode: async (dialog, node) => {
      const id = idOf(dialog);
      if (id === undefined) return;
      if (id !== shown) await show(id);
      await pick(node);
    },
  };
}
