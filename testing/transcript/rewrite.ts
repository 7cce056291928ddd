import type { ExpectedMessage } from '../../generator/transcript/transcript';
import { alignLines } from './alignment';

/** What takes the place of lines of a file, by line; lines that are not named stay as they are. */
export type Rewrites = ReadonlyMap<number, readonly string[]>;

/**
 * What a message's lines in the transcript become when the bot says `said` now. Patterns that still fit and comments
 * between the lines stay. `source` are the lines of the file.
 */
export function rewriteMessage(
  channel: 'bot' | 'voice',
  message: ExpectedMessage,
  said: readonly string[],
  source: readonly string[],
): Rewrites {
  const head = message.line;
  const line = (at: number) => source[at - 1] ?? '';
  const opened = message.places[0] !== head;
  const out = new Map<number, string[]>([[head, []], ...message.places.map((at): [number, string[]] => [at, []])]);
  if (opened) out.set(head, [line(head)]);
  let at = head;
  alignLines(message.lines, said).forEach((one, i) => {
    const isHead = i === 0 && !opened;
    const place = one.kind === 'added' ? head : (message.places[one.index] ?? head);
    if (!isHead) at = Math.max(at, place);
    const stays = one.kind === 'kept' && place === at && (place === head) === isHead;
    const text = one.kind === 'kept' ? (message.lines[one.index] ?? '') : literal(one.said);
    out.get(at)?.push(stays ? line(at) : `${isHead ? `${channel}:` : ' '} ${text}`);
  });
  if (out.get(head)?.length === 0) out.set(head, [`${channel}:`]);
  return new Map([...out].filter(([at, lines]) => lines.length !== 1 || lines[0] !== line(at)));
}

/** The text of a file with some of its lines written anew, line ends and all else as they were. */
export function rewritten(text: string, rewrites: Rewrites): string {
  return text
    .split('\n')
    .flatMap((line, i) => {
      const end = line.endsWith('\r') ? '\r' : '';
      return rewrites.get(i + 1)?.map((fresh) => fresh.replace(/\r$/, '') + end) ?? [line];
    })
    .join('\n');
}

/** A line as it must be written to mean just itself. */
function literal(line: string): string {
  const plain = line.trimEnd().replaceAll('*', '\\*');
  return plain === '...' || /^\/.+\/$/s.test(plain) ? `*${plain.slice(1)}` : plain;
}
