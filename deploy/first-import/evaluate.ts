import type { DeploySettings } from '../settings';
import type { TrialFinding, TrialResult } from './result';
import type { Lookup, EvaluationRule } from './rule';
import { atAll, companions, welcomeEvents, exportStatus, layout, way } from './evaluate-files';
import { sameName, sameRefId, single, wholeBot, zipInto } from './evaluate-imports';
import { variablesCall, emptied, valuesArrive } from './evaluate-variables';

type Claims = DeploySettings['assumptions']['tokenClaims'];

/** What the results settle, and which switches follow. Pure: the same results give the same findings. */
export function evaluateResults(
  results: readonly TrialResult[],
  token: { readonly claims: Claims; readonly wanted: Claims },
): readonly TrialFinding[] {
  const by: Lookup = (id) => results.find((r) => r.id === id);
  const found = RULES.flatMap((rule) => rule(by) ?? []);
  const claims = token.claims === token.wanted ? [] : [claimsFinding(token.claims)];
  return [...claims, ...found, ...statusFindings(results)];
}

const claimsFinding = (claims: Claims): TrialFinding => ({
  question: 'Which claims does a token carry?',
  answer: 'A token with iat, exp and jti is refused; one with sub and appId alone is accepted.',
  from: [],
  setting: `XO_TOKEN_CLAIMS=${claims}`,
});

const RULES: readonly EvaluationRule[] = [
  atAll,
  way,
  welcomeEvents,
  companions,
  layout,
  sameRefId,
  sameName,
  valuesArrive,
  emptied,
  variablesCall,
  zipInto,
  single,
  wholeBot,
  exportStatus,
];

const KNOWN =
  /^(success|successful|finished|completed|pending|in ?progress|running|queued|initiated|started|processing|failed|failure|with(out)? isSecured)$/i;

/** Names of statuses that are not known here. */
function statusFindings(results: readonly TrialResult[]): readonly TrialFinding[] {
  const odd = results.flatMap((r) => r.statuses.filter((s) => !KNOWN.test(s)).map((s) => ({ id: r.id, s })));
  if (odd.length === 0) return [];
  const names = [...new Set(odd.map(({ s }) => s))];
  return [
    {
      question: 'Which statuses are not known here?',
      answer: names.join(', '),
      from: [...new Set(odd.map(({ id }) => id))],
    },
  ];
}
