import type { Path } from '../source/yaml';
import type { Choice, InputCondition, Input } from './input';
import { inputTypes, type InputType } from './input-types';
import { yesAndNo } from './languages';
import { defined } from './normalize-reply';
import type { Phrase } from './phrase';
import { optionalPhrase, type Reader } from './reader';
import type { WrittenInput } from './written/input';

/** What the platform itself writes (98 of 98 in the exports of 2024). */
const RETRIES = 5;

/** `customerId` → `customer id`. */
export const words = (name: string): string => name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();

/** An input as written → a complete input, with the defaults of its type. */
export function normalizeInput(read: Reader, path: Path, name: string, written: WrittenInput): Input {
  const typeName = written.type ?? 'text';
  const type: InputType = inputTypes[typeName];
  const phrase = (key: 'prompt' | 'reprompt' | 'giveUp' | 'label', fallback?: string): Phrase =>
    read.phrase([...path, key], written[key], fallback);
  const source = sourceOf(written.value);
  const hidden = written.prompt === undefined && written.default !== undefined;
  return defined({
    name,
    type: typeName,
    label: phrase('label', words(name)),
    // The platform asks where it does not know that an input is hidden: then it asks for something.
    prompt: phrase('prompt', hidden ? '${label}?' : ''),
    reprompt: phrase('reprompt', read.sentences.reprompt),
    giveUp: phrase('giveUp', read.sentences.giveUp),
    example: written.example,
    pattern: written.pattern ?? type.pattern,
    choices: choicesOf(read, written),
    retries: written.retries ?? RETRIES,
    source,
    optional: written.optional ?? (written.default !== undefined && !hidden),
    skip: optionalPhrase(read, [...path, 'skip'], written.skip),
    when: conditionOf(read, [...path, 'when'], written.when),
    default: written.default,
    hidden,
    least: written.least,
    most: written.most,
    many: written.many ?? false,
    zone: optionalPhrase(read, [...path, 'zone'], written.zone),
    where: read.where(path),
  });
}

function choicesOf(read: Reader, { type, choices }: WrittenInput): readonly Choice[] {
  if (choices !== undefined)
    return choices.map((c) =>
      typeof c === 'string'
        ? { value: c, title: c, synonyms: [] }
        : { value: c.value, title: c.title ?? c.value, synonyms: c.synonyms ?? [] },
    );
  if (type !== 'boolean') return [];
  const [yes, no] = yesAndNo(read.language);
  return [
    { value: 'true', ...yes },
    { value: 'false', ...no },
  ];
}

/** `${session.verifiedEmail}` names a value of the session; anything else is said to be none by a check. */
export function sourceOf(value: string | undefined): Input['source'] {
  const [, from, name] = /^\$\{(session|env)\.(\w+)\}$/.exec(value ?? '') ?? [];
  return from === undefined || name === undefined ? undefined : { from: from as 'session' | 'env', name };
}

/** The one condition that is written, if one is. */
export function conditionOf(read: Reader, path: Path, when: WrittenInput['when']): InputCondition | undefined {
  const [first] = Object.entries(when ?? {});
  if (first === undefined) return undefined;
  const [input, is] = first;
  return { input, is: typeof is === 'string' ? [is] : is, where: read.where(path) };
}
