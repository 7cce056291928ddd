import { UsageError } from './errors';

/** A question the platform's public documentation leaves open, and the setting that chooses between the answers. */
export interface Assumption<C extends string> {
  readonly setting: string;
  readonly question: string;
  /** The first is the default: the safest. */
  readonly choices: readonly [C, ...C[]];
  readonly why: string;
}

const assumption = <C extends string>(a: Assumption<C>): Assumption<C> => a;

/** None of these was tried against a live platform. */
export const ASSUMPTIONS = {
  newBotFiles: assumption({
    setting: 'XO_NEW_BOT_FILES',
    question: 'Is a new bot imported from the zip or from its separate files?',
    choices: ['zip', 'json'],
    why: 'Both are documented; the zip is one upload and needs no icon id.',
  }),
  zipExtension: assumption({
    setting: 'XO_ZIP_EXTENSION',
    question: 'Which fileExtension does the upload of a zip name?',
    choices: ['zip', 'json'],
    why: 'The documentation lists json, js and csv only, and json even for a PNG.',
  }),
  existingBotFiles: assumption({
    setting: 'XO_EXISTING_BOT_FILES',
    question: 'May a zip be imported into an existing bot?',
    choices: ['json', 'zip'],
    why: 'The text says so, but names no parameter; definition and config ids are documented. "zip" sends zipInfo as for a new bot.',
  }),
  unknownStatus: assumption({
    setting: 'XO_UNKNOWN_STATUS',
    question: 'What is a status that is neither pending nor successful nor called failed?',
    choices: ['wait', 'fail'],
    why: 'The status name of a failed import is not documented; waiting ends with the time limit and never reports a success that was none.',
  }),
  exportStatus: assumption({
    setting: 'XO_EXPORT_STATUS',
    question: 'How does the status call know which export is meant?',
    choices: ['latest', 'query'],
    why: 'Documented without a parameter (the answer’s _id is compared here); a public client passes ?exportId=.',
  }),
  existingVariables: assumption({
    setting: 'XO_EXISTING_VARIABLES',
    question: 'Does an import empty the variables that the built files leave empty?',
    choices: ['keep', 'ignore', 'import'],
    why: 'Not documented. "keep" uploads only variables that the bot lacks; "ignore" uploads all and names the others in botVariables.ignore (documented for XO 11 only).',
  }),
  variables: assumption({
    setting: 'XO_VARIABLES',
    question: 'How do values reach the bot?',
    choices: ['api', 'config', 'skip'],
    why: '"api" is the documented call, which needs an app made in the builder; "config" puts the values into the uploaded config.json.',
  }),
  securedFlag: assumption({
    setting: 'XO_SECURED_FLAG',
    question: 'Does the variables call take isSecured?',
    choices: ['send', 'omit'],
    why: 'It is in every export but not in the call’s documentation; leaving it out might make a secret readable.',
  }),
  batchEngine: assumption({
    setting: 'XO_BATCH_ENGINE',
    question: 'Which engine does --batch-test ask: the one that learns from sentences, or DialogGPT?',
    choices: ['regression', 'dgpt'],
    why: 'Both are documented; the built file has the documented shape of the first, and the columns of the second are not public.',
  }),
  tokenClaims: assumption({
    setting: 'XO_TOKEN_CLAIMS',
    question: 'Which claims does a token carry?',
    choices: ['short-lived', 'documented'],
    why: 'Only sub and appId are documented; "short-lived" adds iat, exp (5 minutes) and jti, which working clients send.',
  }),
} as const;

/** The choice made for each assumption. */
export type Assumptions = { readonly [K in keyof typeof ASSUMPTIONS]: (typeof ASSUMPTIONS)[K]['choices'][number] };

/** Reads the choices from settings; a value that is none of them is wrong usage. */
export function chooseAssumptions(setting: (name: string) => string | undefined): Assumptions {
  const chosen = Object.entries(ASSUMPTIONS).map(([key, a]) => {
    const written = setting(a.setting) ?? a.choices[0];
    if (!(a.choices as readonly string[]).includes(written)) {
      throw new UsageError(`${a.setting} must be one of ${a.choices.join(', ')}.`);
    }
    return [key, written];
  });
  return Object.fromEntries(chosen) as Assumptions;
}
