import { printable } from '../printable';

/** Where a value stands in a file: a chain towards the root, so that a pointer is only written when it is needed. */
export interface ValuePlace {
  readonly up?: ValuePlace;
  readonly key: string | number;
}

/** One odd thing in an export, and what was made of it. `pointer` is a JSON Pointer into `file`. */
export interface ReadNote {
  readonly file: string;
  readonly pointer: string;
  readonly text: string;
}

/** More notes than this help nobody; the rest is counted. */
export const MAX_NOTES = 1000;

/** Gathers notes on one file. */
export interface Notes {
  readonly add: (place: ValuePlace | undefined, text: string) => void;
  readonly all: () => readonly ReadNote[];
}

/** Starts the notes on a file; behind `MAX_NOTES` one note says how many more there are. */
export function notesOn(file: string): Notes {
  const kept: ReadNote[] = [];
  let more = 0;
  return {
    add: (place, text) => {
      if (kept.length < MAX_NOTES) kept.push({ file, pointer: pointerOf(place), text });
      else more += 1;
    },
    all: () => (more === 0 ? kept : [...kept, { file, pointer: '', text: `${more} more oddities` }]),
  };
}

/** The JSON Pointer (RFC 6901) of a place. */
export function pointerOf(place: ValuePlace | undefined): string {
  const keys: string[] = [];
  for (let at = place; at !== undefined; at = at.up) keys.push(escaped(String(at.key)));
  return keys
    .reverse()
    .map((key) => `/${key}`)
    .join('');
}

const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

/** Pointers and texts come from a stranger's file: no line of a note is longer. */
const LONGEST = 200;

/**
 * The notes for people: what was found, how often, and where first. Empty when there are none; at most `limit` lines,
 * and one that says how many kinds are left. Safe to print: no control character of the file is in them.
 */
export function noteLines(notes: readonly ReadNote[], limit = 10): readonly string[] {
  const kinds = new Map<string, ReadNote[]>();
  for (const note of notes) {
    const key = `${note.file} ${note.text}`;
    const same = kinds.get(key);
    if (same === undefined) kinds.set(key, [note]);
    else same.push(note);
  }
  const lines = [...kinds.values()].map(([first, ...more]) => {
    const where = first === undefined || first.pointer === '' ? first?.file : `${first.file}#${first.pointer}`;
    return cut(`${first?.text}${more.length > 0 ? ` (${more.length + 1} times, first at ${where})` : ` (${where})`}`);
  });
  const left = lines.length - limit;
  return left > 0 ? [...lines.slice(0, limit), `… and ${left} more kinds of oddities`] : lines;
}

function cut(text: string): string {
  const line = printable(text).replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
