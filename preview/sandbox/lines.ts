import { readSync, writeSync } from 'node:fs';

/** A pipe that is read and written by lines, one after the other; it waits for nothing else meanwhile. */
export interface LinePipe {
  /** The next line; undefined when the other side is gone. */
  readonly read: () => string | undefined;
  readonly write: (line: string) => void;
}

const CHUNK = 65_536;
const LINE_FEED = 10;
/** How long to wait before asking again where the system would rather not wait itself, in milliseconds. */
const PAUSE_MS = 1;

/** Puts what comes in pieces together to lines: gives those that a piece completes. */
export function lineJoiner(): (piece: Buffer) => readonly string[] {
  let rest: Buffer[] = [];
  return (piece) => {
    const lines: string[] = [];
    let at = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, at)) {
      lines.push(Buffer.concat([...rest, piece.subarray(at, end)]).toString());
      rest = [];
      at = end + 1;
    }
    if (at < piece.length) rest.push(piece.subarray(at));
    return lines;
  };
}

/** Reads from one file descriptor and writes to another. */
export function linePipe(from: number, to: number): LinePipe {
  const join = lineJoiner();
  const lines: string[] = [];
  return {
    read: () => {
      while (lines.length === 0) {
        const piece = Buffer.allocUnsafe(CHUNK);
        const count = patiently(() => readSync(from, piece, 0, CHUNK, null));
        if (count === 0) return undefined;
        lines.push(...join(piece.subarray(0, count)));
      }
      return lines.shift();
    },
    write: (line) => {
      const bytes = Buffer.from(`${line}\n`);
      let at = 0;
      while (at < bytes.length) at += patiently(() => writeSync(to, bytes, at));
    },
  };
}

/** Tries until the system has something, or takes something; 0 at the end of the pipe. */
function patiently(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
