import type { Component, Definition, Dialog, DialogNode, KoreBot } from '../format';
import { otherId } from './ids';

/**
 * The bot with each dialog's messages inside bot actions, in the shape that one XO 11 export has (observed): inner nodes
 * of level `root`, no sequences, no `dv`, places by `positionMeta` only.
 */
export function inBotAction(bot: KoreBot): KoreBot {
  const { definition } = bot;
  const dialogs = definition.dialogs.map((dialog): Dialog => {
    const nodes = dialog.nodes.map((node) => (node.type === 'message' ? callOf(node) : without(node, 'metadata')));
    return { ...without(dialog, 'dv'), nodes, sequences: [] };
  });
  const messages = definition.dialogs.flatMap((d) => d.nodes.filter((n) => n.type === 'message'));
  const wraps = messages.map((node, i) => wrapOf(node, i, definition));
  const dialogComponents = [...definition.dialogComponents, ...wraps].sort((a, b) => (a._id < b._id ? -1 : 1));
  return { ...bot, definition: { ...definition, dialogs, dialogComponents } };
}

const without = <T extends object>(thing: T, key: string): T =>
  Object.fromEntries(Object.entries(thing).filter(([name]) => name !== key)) as T;

const wrapId = (node: DialogNode): string => `dc-${otherId(`call ${node.componentId}`)}`;
const innerId = (node: DialogNode): string => `nd-${otherId(node.nodeId)}`;

function callOf(node: DialogNode): DialogNode {
  const inner = {
    type: 'message',
    componentId: node.componentId,
    nodeId: innerId(node),
    level: 'root',
    nodeOptions: { transitionType: 'auto' },
  };
  const positionMeta = { left: 750, top: 240 };
  const call = { type: 'botAction', componentId: wrapId(node), positionMeta, nodes: [inner] };
  return { ...without(node, 'metadata'), ...call };
}

function wrapOf(node: DialogNode, index: number, { supportedLanguages }: Definition): Component {
  const connId = `dummy-${otherId(`connection ${node.nodeId}`)}`;
  const inner = {
    type: 'message',
    nodeId: innerId(node),
    componentId: node.componentId,
    transitions: [{ default: 'end', metadata: { color: '#676767', connId, pathName: '', pathsMap: [] } }],
    positionMeta: { left: 0, top: 200 },
    level: 'root',
  };
  const name = `TryAnswer${index === 0 ? '' : index}`;
  return {
    _id: wrapId(node),
    refId: otherId(`call refId ${node.componentId}`),
    name,
    piiDataEnabled: false,
    serviceNodeType: 'custom',
    type: 'botAction',
    nodes: [inner],
    applyDefaultTemplate: false,
    localeData: Object.fromEntries(supportedLanguages.map((language) => [language, { desc: '', label: name }])),
    entityFields: { cityAdvanced: [] },
    spellcorrectThreshold: 0,
    preConditions: [],
    vNameSpace: [],
    useTaskLevelNs: true,
    isSensitive: false,
    isTransient: false,
  };
}
