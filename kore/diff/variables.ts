import type { EnvVariable, KoreBot } from '../format';
import type { ItemChange } from './diff';
import { compareFacts } from './facts';
import type { ComparedFact, ComparedFacts } from './facts';
import { diffItems } from './items';
import { leaves } from './leaves';
import { redact } from './secrets';
import { isSecretName } from '../secrets/mask';

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly facts: ComparedFacts;
}

/**
 * Environment and content variables by key. The value of a secured variable, or of one that is named or looks like a
 * secret, is compared and never shown; an empty value says nothing: exports leave secured ones out, and built bots all.
 */
export const diffVariables = (before: KoreBot, after: KoreBot): readonly ItemChange[] =>
  diffItems(variablesOf(before), variablesOf(after), [(v) => `${v.type} ${v.name}`], (b, a) =>
    compareFacts(withoutUnknown(b, a), withoutUnknown(a, b)),
  );

/** Values are filled in per store: an empty one stands for any. */
function withoutUnknown(one: Variable, other: Variable): ComparedFacts {
  if (one.facts.has('value') && other.facts.has('value')) return one.facts;
  return new Map([...one.facts].filter(([name]) => name !== 'value'));
}

function variablesOf(bot: KoreBot): readonly Variable[] {
  const content = bot.definition['contentVariables'];
  const env = bot.config.envVariables.map((v) => ({ name: v.key, type: 'env', facts: envFacts(v) }));
  const texts = (Array.isArray(content) ? (content as readonly Record<string, unknown>[]) : []).map((v) => ({
    name: String(v['key'] as string),
    type: 'content',
    facts: contentFacts(v),
  }));
  return [...env, ...texts];
}

function envFacts(variable: EnvVariable): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  const { value, hint, scope, isSecured } = variable;
  const secret = isSecured === true || isSecretName(variable.key) || redact(value) !== value;
  if (value !== '') facts.set('value', { as: secret ? 'secret' : 'value', text: value });
  if (hint !== '') facts.set('hint', { as: 'words', text: hint });
  facts.set('scope', { as: 'value', text: scope });
  if (isSecured === true) facts.set('secured', { as: 'value', text: 'yes' });
  return facts;
}

function contentFacts(variable: Record<string, unknown>): ComparedFacts {
  const locales = variable['localeData'] as Readonly<Record<string, { readonly value?: string }>> | undefined;
  const secret = isSecretName(String(variable['key']));
  const texts = Object.entries(locales ?? {}).flatMap(([language, { value }]): [string, ComparedFact][] =>
    value === undefined || value === ''
      ? []
      : [[`text (${language})`, { as: secret ? 'secret' : 'words', text: value }]],
  );
  return new Map([...texts, ...leaves({ scope: variable['scope'], group: variable['group'] }, '')]);
}
