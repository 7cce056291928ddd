import type { Component, MessageEntry } from '../format';
import { decodeField } from './decode';
import type { ComparedFact, ComparedFacts } from './facts';
import { leaves } from './leaves';
import { withoutSuffix } from './noise';
import { comparedRequest } from './request-facts';

/** Said in words by other functions, or of no meaning outside one copy of a bot. */
const TOLD = new Set(
  (
    'refId name type dialogId nodes message errorMessage submitMessage script preProcessor postProcessor endPoint ' +
    'headers payload localeData serviceAPITimeout idp regexPattern entityType sampleResponse'
  ).split(' '),
);

const MESSAGES = [
  ['message', 'message'],
  ['errorMessage', 'reprompt'],
  ['submitMessage', 'message after submitting'],
] as const;

const SCRIPTS = [
  ['script', 'script'],
  ['preProcessor', 'script before the call'],
  ['postProcessor', 'script after the call'],
] as const;

/** Everything a component says and does. Texts are decoded; scripts are compared by line, printed messages by what they say. */
export function componentFacts(component: Component): ComparedFacts {
  const facts = new Map<string, ComparedFact>([
    ['name', { ...value(component.name), same: withoutSuffix(component.name) }],
  ]);
  for (const [key, label] of MESSAGES) {
    const said = key === 'message' && component.type === 'entity' ? 'prompt' : label;
    addAll(facts, messageFacts(component[key] as readonly MessageEntry[] | undefined, said));
  }
  for (const [key, label] of SCRIPTS) {
    const script = component[key];
    if (script !== undefined && script !== '') facts.set(label, { as: 'lines', text: decodeField(script) });
  }
  if (component.entityType !== undefined) facts.set('entity type', value(component.entityType));
  if (component.regexPattern !== undefined) facts.set('pattern', value(component.regexPattern));
  addAll(facts, comparedRequest(component));
  addAll(facts, localeFacts(component));
  const rest = Object.fromEntries(Object.entries(component).filter(([key]) => !TOLD.has(key)));
  return addAll(facts, leaves(rest, ''));
}

/** Messages by channel and language: `prompt (en)`, `message (rtm, en)`, `message 2 (en)` for an alternative. */
export function messageFacts(entries: readonly MessageEntry[] | undefined, label: string): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  const seen = new Map<string, number>();
  for (const entry of entries ?? []) {
    const number = (seen.get(entry.channel) ?? 0) + 1;
    seen.set(entry.channel, number);
    const what = number === 1 ? label : `${label} ${number}`;
    for (const [language, text] of Object.entries(entry.localeData)) {
      const where = entry.channel === 'default' ? language : `${entry.channel}, ${language}`;
      facts.set(`${what} (${where})`, {
        as: text.type === 'uxmap' ? 'script' : 'words',
        text: decodeField(text.text),
        language,
      });
    }
  }
  return facts;
}

function localeFacts(component: Component): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  for (const [language, locale] of Object.entries(component.localeData ?? {})) {
    for (const [key, held] of Object.entries(locale)) {
      const name = `${key} (${language})`;
      if (typeof held === 'string' && held !== '') facts.set(name, { as: 'words', text: held });
      else if (key === 'allowedValues') addAll(facts, valueListFacts(held, language));
      else addAll(facts, leaves(held, name));
    }
  }
  return facts;
}

function valueListFacts(held: unknown, language: string): ComparedFacts {
  const values = (held as { readonly values?: unknown } | null)?.values;
  if (!Array.isArray(values)) return leaves(held, `values (${language})`);
  const lines = values.map(valueLine);
  return new Map([[`values (${language})`, { as: 'lines', text: lines.join('\n') }]]);
}

function valueLine(held: unknown): string {
  const { title, value: stored, synonyms } = (held ?? {}) as Readonly<Record<string, unknown>>;
  const others = Array.isArray(synonyms) && synonyms.length > 0 ? ` (${synonyms.join(', ')})` : '';
  return `${plain(title)} = ${plain(stored)}${others}`;
}

const plain = (held: unknown) => (typeof held === 'string' ? held : JSON.stringify(held ?? ''));

const value = (text: string): ComparedFact => ({ as: 'value', text });

function addAll(facts: Map<string, ComparedFact>, more: ComparedFacts): Map<string, ComparedFact> {
  for (const [name, fact] of more) facts.set(name, fact);
  return facts;
}
