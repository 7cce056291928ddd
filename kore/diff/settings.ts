import type { ComparedBot } from './bot-index';
import type { FieldChange } from './diff';
import { compareFacts } from './facts';
import type { ComparedFact, ComparedFacts } from './facts';
import { leaves } from './leaves';

/** Compared elsewhere, or telling how and where an export was made rather than what the bot is. */
const NOT_SETTINGS = new Set(
  (
    'refId dialogs dialogComponents sentences patterns botEvents contentVariables defaultDialogId exportOptions ' +
    'environmentVersionInfo namespaces scenes sceneComponents unexportedTasks widgetThemes'
  ).split(' '),
);

/** These hold credentials in real exports, so that they changed is all that is ever said. */
const PRIVATE = new Set(
  'llmConfiguration idpConfigurations channels preBuiltIntegrations promptLibraries externalNluAdapters translationEngines'.split(
    ' ',
  ),
);

/** Bot-level settings, by path. Counters that the platform keeps itself do not count. */
export function diffSettings(before: ComparedBot, after: ComparedBot): readonly FieldChange[] {
  return compareFacts(settingFacts(before), settingFacts(after));
}

function settingFacts(index: ComparedBot): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  const { definition } = index.bot;
  if (definition.defaultDialogId !== null) {
    const refId = definition.defaultDialogId;
    facts.set('default dialog', { as: 'value', text: index.dialogName(refId), same: refId });
  }
  for (const [key, value] of Object.entries(definition)) {
    if (NOT_SETTINGS.has(key)) continue;
    for (const [path, fact] of leaves({ [key]: value }, '', { hidden: PRIVATE.has(key) })) {
      const words = fact.as === 'value' && /^localeData\..*\.(name|description)$/.test(path);
      facts.set(path, words ? { ...fact, as: 'words' } : fact);
    }
  }
  return facts;
}
