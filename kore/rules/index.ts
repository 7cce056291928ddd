import { botActionListsAgree, innerNodesHaveComponents, botActionHasOneRoot, innerTargetsExist } from './bot-action';
import { calledDialogsExist, callComponentBelongsToCallee, callUsesEntryOfCallee } from './calls';
import {
  defaultDialogExists,
  eventDialogsExist,
  taskIsNamedJustWhenTriggered,
  defaultDialogAnswersUnknownIntent,
  exportListsDialogs,
} from './events';
import { eventsComeWithLanguageSettings, settingsComeOnlyWhenExported } from './export-parts';
import { oneGenerationThroughout } from './generation';
import {
  componentIdsAreUnique,
  componentRefIdsAreUnique,
  dialogIdsAreUnique,
  dialogRefIdsAreUnique,
  refIdsAreNotShared,
  componentNamesAreUnique,
  componentNamesDifferInMoreThanCase,
  componentNamesAreUniqueOverTypes,
  dialogNamesAreUnique,
  componentsAreSorted,
  sentenceIdsAreUnique,
} from './identity';
import {
  defaultLanguageIsSupported,
  configNameIsBotName,
  dialogsHaveDefaultLanguage,
  lnameIsLowerCaseName,
  componentsHaveDefaultLanguage,
  messagesHaveDefaultLanguage,
  messagesHaveDefaultChannel,
} from './languages';
import {
  onlyDefaultNamespace,
  namespaceBelongsToBot,
  botNamespacesExist,
  botEnvNamespacesExist,
  botKrNamespacesExist,
  componentNamespacesExist,
  contentNamespacesExist,
  envNamespacesExist,
  envKeysAreUnique,
  contentKeysAreUnique,
} from './namespaces';
import {
  sentencesTrainIntents,
  annotationsLieInSentence,
  patternsHaveComponents,
  patternsRepeatComponent,
  learnersHavePatterns,
  mlIntentsAreDialogs,
} from './nlp';
import {
  nodeIdsAreUnique,
  dialogBeginsWithItsIntent,
  entryIntentHasDialogName,
  nodeComponentsExist,
  nodeHasTypeOfComponent,
  intentBelongsToDialog,
  componentsAreUsed,
} from './nodes';
import type { Rule } from './rule';
import {
  dialogScenesExist,
  sceneDialogsExist,
  sceneComponentsExist,
  scenesBelongToBot,
  sceneComponentsHaveScenes,
} from './scenes';
import {
  nodesAreInOneSequence,
  firstSequenceIsIntent0,
  sequenceIdsAreUnique,
  sequencesFollowDefaults,
  nativeSequencesAreBare,
  onlyEntryHasPosition,
} from './sequences';
import { formsExist, authorizationProfilesExist, authorizationMatchesProfile } from './services-and-forms';
import {
  transitionTargetsExist,
  defaultTransitionIsLast,
  nodesHaveDefaultTransition,
  conditionFieldsAreEntities,
  conditionIntentsAreNodes,
  lastRetryLeadsToNode,
} from './transitions';
import { formIntegrationsExist, nodeOptionsAreComplete, sensitiveKeysComeLast } from './xo11-shape';

/**
 * The rules in the order they report. 67 hold in all 146 real XO 10 exports, eventsComeWithLanguageSettings and settingsComeOnlyWhenExported in 435 partial ones, oneGenerationThroughout wherever its
 * keys were counted; `targets` of a rule says where it applies.
 */
export const RULES: readonly Rule[] = [
  ...[
    componentIdsAreUnique,
    componentRefIdsAreUnique,
    dialogIdsAreUnique,
    dialogRefIdsAreUnique,
    refIdsAreNotShared,
    componentNamesAreUnique,
    componentNamesDifferInMoreThanCase,
    componentNamesAreUniqueOverTypes,
    dialogNamesAreUnique,
    componentsAreSorted,
    sentenceIdsAreUnique,
  ],
  ...[
    defaultLanguageIsSupported,
    configNameIsBotName,
    dialogsHaveDefaultLanguage,
    lnameIsLowerCaseName,
    componentsHaveDefaultLanguage,
    messagesHaveDefaultLanguage,
    messagesHaveDefaultChannel,
  ],
  ...[
    onlyDefaultNamespace,
    namespaceBelongsToBot,
    botNamespacesExist,
    botEnvNamespacesExist,
    botKrNamespacesExist,
    componentNamespacesExist,
    contentNamespacesExist,
    envNamespacesExist,
    envKeysAreUnique,
    contentKeysAreUnique,
  ],
  ...[
    nodeIdsAreUnique,
    dialogBeginsWithItsIntent,
    entryIntentHasDialogName,
    nodeComponentsExist,
    nodeHasTypeOfComponent,
    transitionTargetsExist,
    defaultTransitionIsLast,
    nodesHaveDefaultTransition,
    conditionFieldsAreEntities,
    conditionIntentsAreNodes,
    lastRetryLeadsToNode,
  ],
  ...[
    calledDialogsExist,
    callComponentBelongsToCallee,
    callUsesEntryOfCallee,
    botActionListsAgree,
    innerNodesHaveComponents,
    botActionHasOneRoot,
    innerTargetsExist,
    intentBelongsToDialog,
    componentsAreUsed,
    formsExist,
    authorizationProfilesExist,
    authorizationMatchesProfile,
  ],
  ...[dialogScenesExist, sceneDialogsExist, sceneComponentsExist, scenesBelongToBot, sceneComponentsHaveScenes],
  ...[
    sentencesTrainIntents,
    annotationsLieInSentence,
    patternsHaveComponents,
    patternsRepeatComponent,
    learnersHavePatterns,
    mlIntentsAreDialogs,
  ],
  ...[
    defaultDialogExists,
    eventDialogsExist,
    taskIsNamedJustWhenTriggered,
    defaultDialogAnswersUnknownIntent,
    exportListsDialogs,
    eventsComeWithLanguageSettings,
    settingsComeOnlyWhenExported,
  ],
  ...[oneGenerationThroughout],
  ...[
    nodesAreInOneSequence,
    firstSequenceIsIntent0,
    sequenceIdsAreUnique,
    sequencesFollowDefaults,
    nativeSequencesAreBare,
    onlyEntryHasPosition,
    nodeOptionsAreComplete,
    sensitiveKeysComeLast,
    formIntegrationsExist,
  ],
];

/**
 * The rules about what stands once in a bot, or about all its dialogs together. The others are about one dialog with its
 * components and utterances: they hold for a bot when they hold for each of its dialogs. Joint rules look at `Fact`s only.
 */
export const JOINT_RULES: readonly Rule[] = [
  ...[
    componentIdsAreUnique,
    componentRefIdsAreUnique,
    dialogIdsAreUnique,
    dialogRefIdsAreUnique,
    refIdsAreNotShared,
    componentNamesAreUnique,
    componentNamesDifferInMoreThanCase,
    componentNamesAreUniqueOverTypes,
    dialogNamesAreUnique,
    componentsAreSorted,
    sentenceIdsAreUnique,
  ],
  ...[defaultLanguageIsSupported, configNameIsBotName],
  ...[
    onlyDefaultNamespace,
    namespaceBelongsToBot,
    botNamespacesExist,
    botEnvNamespacesExist,
    botKrNamespacesExist,
    contentNamespacesExist,
    envNamespacesExist,
    envKeysAreUnique,
    contentKeysAreUnique,
  ],
  ...[sceneDialogsExist, sceneComponentsExist, scenesBelongToBot, sceneComponentsHaveScenes],
  ...[
    sentencesTrainIntents,
    patternsHaveComponents,
    patternsRepeatComponent,
    learnersHavePatterns,
    mlIntentsAreDialogs,
  ],
  ...[
    defaultDialogExists,
    eventDialogsExist,
    taskIsNamedJustWhenTriggered,
    defaultDialogAnswersUnknownIntent,
    exportListsDialogs,
    eventsComeWithLanguageSettings,
    settingsComeOnlyWhenExported,
  ],
  ...[oneGenerationThroughout],
  ...[formIntegrationsExist],
];
