import pc from 'picocolors';
import { readableLines } from '../readable';
import type { Note, NoteCode, Turn } from '../turn';

/** Notes that the person at the terminal should see without asking. */
const SHOWN: readonly NoteCode[] = [
  'start-flow',
  'service-failed',
  'script-error',
  'missing',
  'not-simulated',
  'suspicious-request',
  'unresolved',
  'env-missing',
  'unfinished-condition',
  'doubtful-value',
  'empty-message',
  'agent-transfer',
  'loop-limit',
  'input-cut',
];

/** A turn for the terminal: each message, its buttons with the numbers that press them, and what went wrong. */
export function showTurn({ messages, notes, ms }: Turn): string {
  let number = 0;
  const button = ({ title, url }: { readonly title: string; readonly url?: string }): string => {
    number += 1;
    const label = `${pc.bold(String(number))} ${title}`;
    return pc.cyan(url === undefined ? `[${label}]` : `[${label} → ${url}]`);
  };
  const bubbles = messages.map(({ rtm }) => {
    const [first = '', ...rest] = readableLines(rtm, button);
    return [`${pc.green('bot ')} ${first}`, ...rest.map((line) => `     ${line}`)].join('\n');
  });
  const remarks = notes.filter(({ code }) => SHOWN.includes(code)).map((note) => pc.yellow(`     ${remark(note)}`));
  return [...bubbles, ...remarks, pc.dim(`     ${Math.round(ms)} ms`)].join('\n');
}

function remark({ code, text, component, line, column }: Note): string {
  const where = component === undefined ? '' : ` ${component}`;
  const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  return `${code}${where}${place}: ${text}`;
}

/** The way a turn took, one node a line. */
export const showPath = ({ path }: Turn): string =>
  path.length === 0
    ? 'No node was visited.'
    : path
        .map(({ component, type, transition, ms }) => {
          const way = transition === undefined ? 'waits' : transition === 'default' ? 'otherwise' : String(transition);
          return `${pc.bold(component)} ${pc.dim(`${type}, ${way}, ${ms.toFixed(1)} ms`)}`;
        })
        .join('\n');
