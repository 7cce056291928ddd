import { Script } from 'node:vm';
import type { Growth } from './ambiguity';
import { growthOf, type PatternUse } from './growth';

const LONGEST = 300;
const problems = new Map<string, string | undefined>();

/**
 * What keeps a text from being a usable regular expression, as the rest of a sentence; undefined when it is one of which it
 * is proven that a matcher takes no more time than the text is long. Beside the proof it is tried, in case a matcher is slow
 * for a reason of its own.
 */
export function patternProblem(pattern: string, use: PatternUse): string | undefined {
  const key = `${use} ${pattern}`;
  if (!problems.has(key)) problems.set(key, problemOf(pattern, use));
  return problems.get(key);
}

function problemOf(pattern: string, use: PatternUse): string | undefined {
  if (pattern.length > LONGEST) return `it has more than ${LONGEST} characters.`;
  try {
    new RegExp(pattern);
  } catch (error) {
    return `${(error as Error).message.replace(/^.*: /s, '')}.`;
  }
  const growth = growthOf(pattern, use);
  if (growth === 'linear') return isQuick(pattern, use) ? undefined : 'it takes too long on a long text.';
  if ('unproven' in growth)
    return `${growth.unproven}, so nobody can say how long it may take. Write it in a simpler way.`;
  return slowness(pattern, growth, use);
}

function slowness(pattern: string, { kind, text }: Growth, use: PatternUse): string {
  const shown = JSON.stringify(text.repeat(Math.ceil(4 / text.length))).slice(0, -1);
  if (kind === 'exponential')
    return `a text such as ${shown}…" can be read in more ways than can be tried, which takes for ever. A repetition inside a repetition needs something between that tells its parts apart, as in [a-z]+(-[a-z]+)*.`;
  const remedy =
    use === 'searched' && growthOf(`\\b(?:${pattern})`, use) === 'linear'
      ? 'Begin it with \\b, so that it is tried once for each word'
      : 'Give its repetitions an end, as in {1,40}, or something between that tells them apart';
  return `a text such as ${shown}…" is read again and again, which takes the square of its length or more. ${remedy}.`;
}

/** Tried again when it took too long: on a machine that is busy a first try may, and a slow pattern is slow each time. */
const TRIES_MS = [250, 500, 1000] as const;

/** Texts that a matcher finds hard: long, of characters that the pattern names, with an end that fits nothing. */
function isQuick(pattern: string, use: PatternUse): boolean {
  const source = use === 'whole' ? `^(?:${pattern})$` : pattern;
  const named = [...new Set(pattern.replace(/\\./g, ''))].filter((c) => /[\p{L}\p{N} _@.-]/u.test(c)).slice(0, 12);
  const signs = [...new Set(['a', '0', ' ', ...named])];
  // A script, because only that can be told to end in time; in this context, because a new one takes longer than all patterns.
  const code = new Script(
    `{ const re = new RegExp(${JSON.stringify(source)}, "i"); for (const c of ${JSON.stringify(signs)}) re.test(c.repeat(3000) + "\\0"); }`,
  );
  return TRIES_MS.some((timeout) => endsIn(timeout, code));
}

function endsIn(timeout: number, code: Script): boolean {
  try {
    code.runInThisContext({ timeout });
    return true;
  } catch {
    return false;
  }
}
