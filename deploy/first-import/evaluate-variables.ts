import { TRY_VALUES } from '../../kore/first-import/variants';
import { decided, quoted, taken } from './rule';
import type { EvaluationRule } from './rule';

export const valuesArrive: EvaluationRule = (by) => {
  const result = by('variables-filled');
  if (!taken(result) || result?.facts === undefined) return undefined;
  const { TRY_OPEN: open, TRY_SECURED: secured } = result.facts.variables;
  const arrived = open?.value === TRY_VALUES.TRY_OPEN;
  return {
    question: 'Do values reach the app with config.json, and is a secured one exported empty?',
    answer: `${arrived ? 'They do' : 'They do not'}; the secured one is ${securedWords(secured)}.`,
    from: ['variables-filled'],
    ...(arrived && secured?.isSecured === true ? { setting: 'XO_VARIABLES=config' } : {}),
  };
};

function securedWords(secured: { readonly value: string; readonly isSecured: boolean } | undefined): string {
  if (secured === undefined) return 'not exported';
  const value = secured.value === '' ? 'exported empty' : 'exported with its value';
  return `${value}, ${secured.isSecured ? 'and stays secured' : 'and is not secured any more'}`;
}

export const emptied: EvaluationRule = (by) => {
  const [filled, empty] = [by('variables-filled'), by('variables-empty')];
  if (filled?.facts?.variables['TRY_OPEN']?.value !== TRY_VALUES.TRY_OPEN || empty?.facts === undefined)
    return undefined;
  const kept = empty.facts.variables['TRY_OPEN']?.value === TRY_VALUES.TRY_OPEN;
  return {
    question: 'Does an import empty variables that its file leaves empty?',
    answer: kept ? 'No: the value is still there.' : 'Yes: the value is gone.',
    from: ['variables-filled', 'variables-empty'],
    setting: `XO_EXISTING_VARIABLES=${kept ? 'import' : 'keep'}`,
  };
};

export const variablesCall: EvaluationRule = (by) => {
  const result = by('variables-api');
  if (!decided(result)) return undefined;
  const question = 'Does the variables call take isSecured?';
  const from = ['variables-api'];
  if (!taken(result))
    return { question, answer: `The call is refused${quoted(result)}.`, from, setting: 'XO_VARIABLES=skip' };
  const without = result.statuses.includes('without isSecured');
  const answer = without ? `No, only without it${quoted(result)}.` : 'Yes.';
  return { question, answer, from, setting: `XO_SECURED_FLAG=${without ? 'omit' : 'send'}` };
};
