import type { FieldChange } from './diff';
import { scriptTexts, type ScriptTexts } from './script-texts';
import { redact } from './secrets';
import { lineDiff, wordDiff } from './text-diff';

/**
 * One property as a person reads it. `same` decides equality where the text alone does not (a target that was only
 * renamed); a `secret` is compared but never shown. A `script` is told by its texts, unless its code differs; what it says
 * in several places or channels of one `language` is told once.
 */
export interface ComparedFact {
  readonly as: 'words' | 'lines' | 'script' | 'value' | 'secret';
  readonly text: string;
  readonly same?: string;
  readonly language?: string;
}

/** Everything that can be said of a thing, by property. What is absent, empty or false is not in it. */
export type ComparedFacts = ReadonlyMap<string, ComparedFact>;

/** The properties that differ, in the order of the newer side, then those that are gone. */
export function compareFacts(before: ComparedFacts, after: ComparedFacts): readonly FieldChange[] {
  const names = new Set([...after.keys(), ...before.keys()]);
  const told = new Set<string>();
  return [...names].flatMap((field) => {
    const changes = compareFact(field, before.get(field), after.get(field), told);
    return after.has(field) ? changes : changes.map((change) => ({ ...change, gone: true as const }));
  });
}

function compareFact(
  field: string,
  before: ComparedFact | undefined,
  after: ComparedFact | undefined,
  told: Set<string>,
): readonly FieldChange[] {
  if (before && after && sameness(before) === sameness(after)) return [];
  const [was, is] = [shown(before), shown(after)];
  const as = kindOf(before, after);
  if (as === 'secret' || was === is) return [{ field, as: 'secret' }];
  if (as === 'value') return [{ field, as, ...optional('before', was), ...optional('after', is) }];
  const texts = as === 'script' && before && after ? changedTexts(before, after) : [];
  if (texts.length === 0) return [textChange(field, as, was, is)];
  const news = texts.filter((pair) => told.size < told.add(JSON.stringify([after?.language, ...pair])).size);
  return news.map(([old, now]) => (old === now ? { field, as: 'secret' } : textChange(field, 'words', old, now)));
}

const textChange = (field: string, as: ComparedFact['as'], was = '', is = ''): FieldChange =>
  as === 'words' ? { field, as, parts: wordDiff(was, is) } : { field, as: 'lines', parts: lineDiff(was, is) };

/** What two messages say differently, fit to be shown; nothing when the code of their scripts differs as well. */
function changedTexts(before: ComparedFact, after: ComparedFact): readonly (readonly [string, string])[] {
  const [was, is] = [saidBy(before), saidBy(after)];
  // A sentence that gains its first placeholder, or loses its last, turns into a script, or into a plain text.
  const [old, now] = before.as === after.as ? [was, is] : [sentenceOf(was), sentenceOf(is)];
  if (old.code !== now.code) return [];
  return old.texts.flatMap((text, i) => {
    const other = now.texts[i] ?? '';
    return text === other ? [] : [[redact(text), redact(other)] as const];
  });
}

const saidBy = ({ as, text }: ComparedFact): ScriptTexts =>
  as === 'script' ? scriptTexts(redact(text)) : { code: '', texts: [redact(text)] };

/** A script that only makes one text fit to be shown, and prints it, is that text. */
const sentenceOf = ({ code, texts }: ScriptTexts): ScriptTexts => ({
  code: /print\(shown\(""(?:,\d+)?\)\);$/.test(code) ? '' : code,
  texts: texts.slice(-1),
});

const optional = <K extends string>(key: K, text: string | undefined) =>
  (text === undefined ? {} : { [key]: text }) as { readonly [key in K]?: string };

const shown = (fact: ComparedFact | undefined) => (fact === undefined ? undefined : redact(fact.text));

function kindOf(before: ComparedFact | undefined, after: ComparedFact | undefined): ComparedFact['as'] {
  const kinds = [before?.as, after?.as];
  return (['secret', 'lines', 'script', 'words'] as const).find((kind) => kinds.includes(kind)) ?? 'value';
}

const sameness = (fact: ComparedFact) => fact.same ?? `${fact.as}:${fact.text}`;
