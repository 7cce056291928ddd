/** Where a command talks to, and what it knows of the world outside. */
export interface ChatConsole {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Something a person did wrong; the message is all there is to say. */
export class ChatUsageError extends Error {}
