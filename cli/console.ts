import { printableInColour, printableJson } from '../kore/printable';

/** Where a command talks to: results to `out`, everything for people to `err`. */
export interface Console {
  /** Whether `err` may have colours. */
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Says why the command was used wrongly; the exit code is 2. */
  fail(text: string): 2;
}

/** Nothing that anybody wrote into a spec, a file's name or an answer drives the terminal. */
const told = (text: string): string => `${printableInColour(text)}\n`;

/** The process's own console. Colours only on a terminal, and never with NO_COLOR. */
export const processConsole: Console = {
  // Asked for when it is wanted, because that loads the stream. Without a terminal `isTTY` is not false but missing.
  get color() {
    return Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'];
  },
  out: (text) => void process.stdout.write(/^\s*[[{]/.test(text) ? `${printableJson(text)}\n` : told(text)),
  err: (text) => void process.stderr.write(told(text)),
  fail: (text) => {
    process.stderr.write(told(text));
    return 2;
  },
};
