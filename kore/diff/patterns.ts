import type { Component } from '../format';
import type { ComparedBot } from './bot-index';
import type { FieldChange } from './diff';
import { compareFacts } from './facts';
import type { ComparedFact, ComparedFacts } from './facts';

/** Intent and entity patterns of one component, a line each, with the HTML escapes of the file undone. */
export const diffPatterns = (
  before: Component,
  after: Component,
  old: ComparedBot,
  now: ComparedBot,
): readonly FieldChange[] => compareFacts(patternFacts(before, old), patternFacts(after, now));

function patternFacts(component: Component, bot: ComparedBot): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  for (const entry of bot.patterns(component.refId)) {
    const locales = (entry['localeData'] ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    for (const [language, locale] of Object.entries(locales)) {
      for (const kind of ['patterns', 'negativePatterns']) {
        const held = locale[kind];
        if (!Array.isArray(held) || held.length === 0) continue;
        const lines = held.map((p: unknown) => unescape((p as { readonly value?: string }).value ?? ''));
        facts.set(`${kind === 'patterns' ? 'patterns' : 'negative patterns'} (${language})`, {
          as: 'lines',
          text: lines.join('\n'),
        });
      }
    }
  }
  return facts;
}

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
