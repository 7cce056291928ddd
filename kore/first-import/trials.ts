import type { Target } from '../format';

/** `new` makes an app of its own; `into` imports incrementally into the app that the first sound trial made. */
export type TrialMode = 'new' | 'into';

/** One question to a live platform, and the file that asks it. */
export interface Trial {
  /** Stable, and the name of its zip: `bare` is `first-import/bare-xo11.zip`. */
  readonly id: TrialId;
  readonly mode: TrialMode;
  readonly question: string;
  /** What is in the file. */
  readonly holds: string;
  /** What to look at when it is done by hand. */
  readonly look: string;
  /** Absent: both platforms. */
  readonly only?: Target;
  /** Where the file lies, when it is one of the build's own. */
  readonly built?: 'action' | 'whole';
}

export type TrialId =
  | 'bare'
  | 'events'
  | 'companions'
  | 'bot-action'
  | 'changed'
  | 'same-name'
  | 'variables-filled'
  | 'variables-empty'
  | 'one-action'
  | 'whole';

/**
 * The series, smallest question first: what is asked later builds on what was settled before, and a refusal costs
 * nothing but an empty app. None touches an app that was there before.
 */
export const TRIALS: readonly Trial[] = [
  {
    id: 'bare',
    mode: 'new',
    question: 'Does the platform take a file of ours at all, without the encryptedHash that its own exports carry?',
    holds: 'one dialog that says one sentence; no events, no variables',
    look: 'The app is there, with one dialog “Fallback Task” of two nodes.',
  },
  {
    id: 'events',
    mode: 'new',
    question: 'Does it take bot events that start a dialog?',
    holds: 'the greeting and the fallback, and the events that start them',
    look: 'Bot events: which are on, and which dialog each starts. Which ones did the platform add?',
  },
  {
    id: 'companions',
    mode: 'new',
    question: 'Do the keys matter that real exports carry only together (runCustomScript and its companions)?',
    holds: 'as the first, with those keys where the first has none, and without where it has them',
    look: 'The app is there as after the first trial; compare the two exports.',
  },
  {
    id: 'bot-action',
    mode: 'new',
    question: 'Does XO 11 take a message inside a bot action, as well as flat?',
    holds: 'as the first, with the message inside a bot action',
    look: 'The dialog opens in the builder, and its canvas shows a bot action with a message in it.',
    only: 'xo11',
  },
  {
    id: 'changed',
    mode: 'into',
    question: 'Does an incremental import update what has the same refId?',
    holds: 'as the first, with another sentence',
    look: 'There is still one “Fallback Task”, and it says the new sentence.',
  },
  {
    id: 'same-name',
    mode: 'into',
    question: 'What becomes of a dialog with the name of another one, under another refId?',
    holds: 'as the first, under other refIds',
    look: 'How many dialogs “Fallback Task” (or what like) are there now, and what do they say?',
  },
  {
    id: 'variables-filled',
    mode: 'into',
    question: 'Do values reach the app with config.json, and is a secured one exported empty?',
    holds: 'TRY_OPEN and TRY_SECURED, each with a harmless value',
    look: 'Both variables and their values; then export, and look into config.json.',
  },
  {
    id: 'variables-empty',
    mode: 'into',
    question: 'Does an import empty variables that its file leaves empty?',
    holds: 'the same two variables, empty',
    look: 'Is the value of TRY_OPEN still there?',
  },
  {
    id: 'one-action',
    mode: 'into',
    question: 'Does an action’s own zip go into an app that exists?',
    holds: 'one action as the build makes it, for its own zip',
    look: 'The action is there with its sentences; greeting, fallback and events are as they were.',
    built: 'action',
  },
  {
    id: 'whole',
    mode: 'new',
    question: 'Does the whole bot import, and what does the platform change in it?',
    holds: 'the bot as the build makes it',
    look: 'All dialogs open in the builder without a mark of an error; it trains; it greets.',
    built: 'whole',
  },
];

/** The trials of a platform, in order. */
export const trialsOf = (target: Target): readonly Trial[] =>
  TRIALS.filter((trial) => trial.only === undefined || trial.only === target);

/** The trial whose own zip a path names; undefined for the other outputs of a build. */
export const trialAt = (path: string): TrialId | undefined =>
  TRIALS.find(({ id }) => path.includes(`first-import/${id}-xo1`))?.id;

/** Where a trial's own zip lies, below the integration's folder. */
export const trialPath = (id: TrialId, target: Target): string => `first-import/${id}-${target}.zip`;
