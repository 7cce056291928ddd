import type { TrialId } from '../first-import/trials';
import type { Target } from '../format';
import type { Deviation, DeviationKind } from './compare';
import type { Extent } from './facts';

/** Why something that we write differs from what was seen, and stays so. */
export interface Explanation {
  readonly kind: string;
  readonly difference: DeviationKind;
  readonly keys: readonly string[];
  /** Only there; everywhere without it. */
  readonly target?: Target;
  readonly extent?: Extent;
  /** Only in the files of these trials of a first import, which ask the platform about just that. */
  readonly trials?: readonly TrialId[];
  readonly why: string;
}

/** Where a deviation was found: on which target, in how much of a bot, and in which trial if it is one. */
export interface DeviationSite {
  readonly target: Target;
  readonly extent: Extent;
  readonly trial?: TrialId | undefined;
}

const because = (
  why: string,
  kind: string,
  difference: DeviationKind,
  keys: string,
  only: Pick<Explanation, 'target' | 'extent' | 'trials'> = {},
): Explanation => ({ kind, difference, keys: keys.split(' '), why, ...only });

/** Every trial but the one that asks about events. */
const WITHOUT_EVENTS: readonly TrialId[] = [
  'bare',
  'companions',
  'bot-action',
  'changed',
  'same-name',
  'variables-filled',
  'variables-empty',
];
const NO_EVENTS =
  'The trials of a first import leave events to one of their own, so that what is refused there is refused for its events.';

/** All of them. A test fails when one explains nothing any more. */
export const EXPLAINED: readonly Explanation[] = [
  because(
    'Follows the content and is made with a secret of the platform; an invented one would be worse than none. Exports before 2022 have none.',
    'bot',
    'missing',
    'encryptedHash latestEncryptedHash',
  ),
  because(
    'Belongs to the account: it names its models. The platform writes it for every account (12 of 16 exports).',
    'bot',
    'unusual',
    'llmConfigsForStream',
    { target: 'xo10', extent: 'whole' },
  ),
  because(
    'An event that the bot does not use is left out, so that an import changes nothing about it. Repeating is for voice channels.',
    'events',
    'missing',
    'REPEAT_RESPONSE_EVENT',
    { target: 'xo10' },
  ),
  because(
    'An event that the bot does not use is left out, so that an import changes nothing about it; an app fills in what it needs (seen: an event made in the second of an import).',
    'events',
    'unusual',
    'CONVERSATION_END TELEPHONY_WELCOME_EVENT REPEAT_RESPONSE_EVENT ANSWER_GENERATION_EVENT INTERACTION_INTENTS AGENT_TRANSFER_EVENT RESTART_CONVERSATION_EVENT TASK_END_EVENT MULTI_INTENT_EVENT AMBIGUOUS_INTENTS',
    { target: 'xo11' },
  ),
  because(
    'executeNode with the node that says good-bye, or hands over to a person: seen 5 times in 56 exports, older than 2024. endOfDialog ends without a word of ours.',
    'retry',
    'value',
    'action',
  ),
  because('The node of executeNode.', 'retry', 'unseen', 'ref'),
  because('5 unless the author writes another number.', 'retry', 'value', 'retry_limit'),
  because(
    'An id or an order number is found inside the sentence that starts the dialog; label would take the whole sentence. Seen in 3 of 430 entities, older than 2024.',
    'component:entity',
    'unseen',
    'regexPattern',
  ),
  because(
    'What a test in the builder answered; it would show the data of a store.',
    'component:service',
    'unusual',
    'sampleResponse',
    { target: 'xo10' },
  ),
  because(
    'With botActions the entry has positionMeta alone, as in the one app that has them.',
    'node:intent',
    'unusual',
    'metadata',
    { target: 'xo11' },
  ),
  because(
    'The profile that bot.yaml asks for with oauthProfile. Two other exports bring one: basic (XO 10), client credentials (XO 11).',
    'bot',
    'value',
    'idpConfigurations',
    { target: 'xo10' },
  ),
  because('Links to a storyboard kept elsewhere (in 96 of 118 scenes).', 'scene', 'unusual', 'botstoreInfo', {
    target: 'xo10',
  }),
  because(
    'Whether a model may reword the message; it belongs to the settings of the account (6 of 11 messages).',
    'component:message',
    'unusual',
    'generativeAI',
    { target: 'xo11' },
  ),
  because(
    'Further words for yes and no, where other nodes keep theirs. Inferred: the confirmations that were seen have none.',
    'label:dialogAct',
    'unseen',
    'synonyms',
    { target: 'xo10' },
  ),
  ...['node', 'options', 'component', 'label'].map((part) =>
    because(
      'No app that was seen has a confirmation. Inferred: it is written as on XO 10.',
      `${part}:dialogAct`,
      'kind',
      '',
      { target: 'xo11' },
    ),
  ),
  because(
    NO_EVENTS,
    'events',
    'missing',
    'INTENT_UNIDENTIFIED WELCOME_MESSAGE_EVENT ON_CONNECT_EVENT TASK_FAILURE_EVENT',
    { target: 'xo10', trials: WITHOUT_EVENTS },
  ),
  because(
    NO_EVENTS,
    'events',
    'unusual',
    'INTENT_UNIDENTIFIED WELCOME_MESSAGE_EVENT ON_CONNECT_EVENT TASK_FAILURE_EVENT',
    { target: 'xo11', trials: WITHOUT_EVENTS },
  ),
  because(
    'The trial asks whether the keys matter that real exports carry only together: it lacks them all.',
    'bot',
    'missing',
    'preBuiltIntegrations runCustomScript externalNluAdapters clearAllAuthTokens feedbackSurveys',
    { trials: ['companions'] },
  ),
];

/** The explanation of a deviation, if there is one. */
export const explanationOf = (
  { kind, difference, key }: Pick<Deviation, 'kind' | 'difference' | 'key'>,
  at: DeviationSite,
  all: readonly Explanation[] = EXPLAINED,
): Explanation | undefined =>
  all.find(
    (one) =>
      one.kind === kind &&
      one.difference === difference &&
      one.keys.includes(key) &&
      (one.target ?? at.target) === at.target &&
      (one.extent ?? at.extent) === at.extent &&
      (one.trials === undefined || (at.trial !== undefined && one.trials.includes(at.trial))),
  );
