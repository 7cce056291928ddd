import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../build/specs';

/** A command of a page: the words before the explanation, which two spaces or a # part from it. */
const COMMAND = /^(?:\$ )?((?:npm|npx|cd|git) .*?)(?:\s{2,}.*)?$/;

export const readPage = (page: string): string => readFileSync(join(PROJECT, page), 'utf8');

/** The fenced blocks of a page below a heading; all of them without one. */
export function blocksOf(page: string, heading = ''): readonly string[] {
  const text = readPage(page);
  const from = heading === '' ? 0 : text.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`${page} has no heading ${heading}`);
  const to = heading === '' ? -1 : text.indexOf('\n## ', from + 1);
  const part = text.slice(from, to < 0 ? undefined : to);
  return [...part.matchAll(/^```[^\n]*\n([^]*?)^```$/gm)].map(([, block = '']) => block);
}

/** The commands of some blocks, in their order; `a && b` are two. */
export const commandsIn = (blocks: readonly string[]): readonly string[] =>
  blocks
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => COMMAND.exec(line)?.[1]?.split(' && ') ?? [])
    .map((command) => command.trim());

/** A command as its words, as a shell reads them: quotes part nothing. */
export const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
