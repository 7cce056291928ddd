import { inputTypes } from '../model/input-types';
import type { Input } from '../model/model';
import { placeholders } from '../model/text';
import { asksRightly } from './input-ways';
import { patternProblem } from './pattern/problem';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** Inputs have what their type needs, patterns are regular expressions, and examples fit. */
export const inputsAreComplete: SpecRule = (bot, report) => {
  for (const locale of bot.locales) {
    const isOwn = locale === bot.locales[0];
    for (const action of locale.actions) {
      const marked = new Set(action.utterances.flatMap(({ text }) => placeholders(text).map(({ name }) => name)));
      for (const input of action.inputs) {
        // Types and patterns stand in the specs alone; a translation has examples of its own.
        if (isOwn) typeIsComplete(input, report);
        if (isOwn) asksRightly(action, input, bot, report);
        if (isOwn && input.example === undefined && input.choices.length === 0 && marked.has(input.name))
          report(keyPlace(input.where), 'needs-example');
        exampleFits(input, report);
      }
    }
  }
};

/** Only inputs of type reference can be written in a way that bot.yaml states. */
export const referencesAreInputs: SpecRule = (bot, report) => {
  const known = bot.actions.flatMap((a) => a.inputs.filter(({ type }) => type === 'reference').map(({ name }) => name));
  for (const name of bot.references.keys())
    if (!known.includes(name)) report(bot.where.file.keyAt(['references', name]), 'unknown-key', name, known);
};

type Report = Parameters<SpecRule>[1];

function typeIsComplete({ type, pattern, choices, where }: Input, report: Report): void {
  if (type === 'pattern' && pattern === undefined) report(keyPlace(where), 'input-needs', type, 'pattern');
  if (type === 'choice' && choices.length === 0) report(keyPlace(where), 'input-needs', type, 'choices');
  if (!usesPattern(type) && pattern !== undefined)
    report(keyPlace(where, 'pattern'), 'input-ignores', type, 'pattern', 'pattern');
  if (type !== 'choice' && type !== 'boolean' && choices.length > 0)
    report(keyPlace(where, 'choices'), 'input-ignores', type, 'choices', 'choice');
  const problem = pattern === undefined ? undefined : patternProblem(pattern, 'searched');
  if (problem !== undefined) report(where.file.at([...where.path, 'pattern']), 'bad-pattern', problem);
}

/** The platform matches patterns with its regex entities alone. */
const usesPattern = (type: Input['type']) => inputTypes[type].entityType === 'regex';

function exampleFits({ type, pattern, example, where }: Input, report: Report): void {
  if (
    !usesPattern(type) ||
    pattern === undefined ||
    example === undefined ||
    patternProblem(pattern, 'searched') !== undefined
  )
    return;
  if (new RegExp(pattern).exec(example)?.[0] !== example)
    report(where.file.at([...where.path, 'example']), 'example-mismatch', example);
}
