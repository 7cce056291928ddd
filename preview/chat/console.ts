/** Where a command talks to, and what it knows of the world outside. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The process's own. */
export const processConsole: Console = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  env: process.env,
};

/** Something a person did wrong; the message is all there is to say. */
export class UsageError extends Error {}
