import { at, child, has, items, textAt } from './item';
import { dangling, rule, textsAt, type Rule } from './rule';

/** Rules of XO 11's shape, observed in one app export: 50 nodes, 44 components, one form. */
const xo11 = (id: string, title: string, check: Rule['check']): Rule => rule(id, title, check, ['xo11']);

const NODE_OPTIONS = ['agentSkills', 'containmentSettings', 'conversationSummary'] as const;

export const nodeOptionsAreComplete = xo11(
  'node-options-are-complete (X7)',
  "Each node's options have agentSkills, containmentSettings and conversationSummary.",
  function* (bot) {
    for (const { nodes } of bot.dialogs)
      for (const node of nodes) {
        const options = child(node, 'nodeOptions');
        for (const key of NODE_OPTIONS) if (!has(options, key)) yield { where: options.at, message: `has no ${key}` };
      }
  },
);

export const sensitiveKeysComeLast = xo11(
  'sensitive-keys-come-last (X8)',
  'isSensitive and isTransient close each component; only containmentType may follow.',
  function* (bot) {
    for (const component of bot.components) {
      const keys = Object.keys(component.value).filter((key) => key !== 'containmentType');
      if (keys.slice(-2).join() !== 'isSensitive,isTransient')
        yield { where: component.at, message: 'does not end with isSensitive, isTransient' };
    }
  },
);

export const formIntegrationsExist = xo11(
  'form-integrations-exist (X11)',
  "A form's integrations name a dialog and a component by refId.",
  function* (bot) {
    for (const form of items(bot.definition, 'forms')) {
      const integrations = items(form, 'integrations');
      yield* dangling("a dialog's refId", textsAt('resourceId', integrations), bot.dialogByRef);
      for (const one of integrations) {
        const meta = child(one, 'resourceMeta');
        const refId = textAt(meta, 'componentId');
        if (refId !== undefined && !bot.componentByRef.has(refId))
          yield { where: at(meta, 'componentId'), message: `"${refId}" is not a component's refId` };
      }
    }
  },
);
