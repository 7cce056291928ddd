import type { TrialFinding, TrialResult } from './result';

/** What a look at the results finds; undefined where they say nothing. */
export type EvaluationRule = (by: Lookup) => TrialFinding | undefined;
export type Lookup = (id: TrialResult['id']) => TrialResult | undefined;

export const taken = (result: TrialResult | undefined): boolean => result?.outcome === 'taken';
export const decided = (result: TrialResult | undefined): result is TrialResult =>
  result?.outcome === 'taken' || result?.outcome === 'refused';
/** The platform's own words, in brackets. */
export const quoted = (result: TrialResult): string =>
  result.words.length === 0 ? '' : ` (“${result.words.join('” · “')}”)`;

/** The trials that make an app, in order. */
export const FRESH = ['bare', 'events', 'companions', 'bot-action', 'whole'] as const;

/** The first trial whose app stands. */
export const firstTaken = (by: Lookup): TrialResult | undefined => FRESH.map(by).find(taken);
