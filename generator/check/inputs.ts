import type { Input } from '../model/model';
import { keyPlace } from './places';
import type { Rule } from './rule';

/** Inputs have what their type needs, patterns are regular expressions, and examples fit. */
export const inputsAreComplete: Rule = (bot, report) => {
  for (const spoken of bot.spoken) {
    for (const action of spoken.actions) {
      const marked = new Set(
        action.utterances.flatMap((u) => u.text.flatMap((part) => (typeof part === 'string' ? [] : [part.name]))),
      );
      for (const input of action.inputs) {
        if (input.type === 'pattern' && input.pattern === undefined)
          report(keyPlace(input.where), 'input-needs', input.type, 'pattern');
        if (input.type === 'choice' && input.choices.length === 0)
          report(keyPlace(input.where), 'input-needs', input.type, 'choices');
        if (input.example === undefined && input.choices.length === 0 && marked.has(input.name))
          report(keyPlace(input.where), 'needs-example');
        patternFits(input, report);
      }
    }
  }
};

function patternFits(input: Input, report: Parameters<Rule>[1]): void {
  if (input.pattern === undefined) return;
  const at = (key: string) => input.where.file.at([...input.where.path, key]);
  const problem = patternProblem(input.pattern);
  if (problem !== undefined) return report(at('pattern'), 'bad-pattern', problem);
  const { example } = input;
  if (example !== undefined && new RegExp(input.pattern).exec(example)?.[0] !== example) {
    report(at('example'), 'example-misfit', example);
  }
}

/** What keeps a text from being a usable regular expression; nested repetition can take exponential time. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > 300) return 'it has more than 300 characters.';
  if (/\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*{]/.test(pattern))
    return 'a repetition inside a repetition, such as (a+)+, can take forever.';
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    return `${(error as Error).message.replace(/^.*: /s, '')}.`;
  }
}
