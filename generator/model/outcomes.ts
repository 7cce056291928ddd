/** How an answer can end: exactly one of these per answer, each with its own sentence. */
export const outcomes = [
  'found',
  'empty',
  'near',
  'needs-input',
  'sign-in',
  'unauthorized',
  'forbidden',
  'throttled',
  'unavailable',
  'invalid',
  'refused',
] as const;

export type Outcome = (typeof outcomes)[number];

/** The outcomes whose sentences stand once in `bot.yaml` and may be said differently by one action. */
export const sharedOutcomes = [
  'sign-in',
  'unauthorized',
  'forbidden',
  'throttled',
  'unavailable',
  'invalid',
  'refused',
] as const;

export type SharedOutcome = (typeof sharedOutcomes)[number];
