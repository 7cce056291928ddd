import type { Console } from './console';

/** What a command has of the world: the program gives it the process's, a test its own. */
export interface Host {
  /** The folder in which it was called: `specs/` and `dist/` are here. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly console: Console;
  /** Whether results may have colours: they may go into a file while errors stay on the terminal. */
  readonly colorOut: boolean;
  /** The exit code, once the command has done its work. */
  readonly end: (code: number) => void;
}
