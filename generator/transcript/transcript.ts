/** A conversation as a designer writes it down. Lines count from 1. */
export interface Transcript {
  /** What follows `==`; the file's name when the file holds one conversation without a heading. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly settings: TranscriptSettings;
  readonly steps: readonly TranscriptStep[];
}

/** What stands above the first line that anyone says: which bot is talked to, and under which circumstances. */
export interface TranscriptSettings {
  /** Name of the integration. */
  readonly bot: string;
  /** Both targets unless one is named. */
  readonly target?: 'xo10' | 'xo11';
  readonly credentials?: string;
  readonly audience?: string;
  readonly language?: string;
  /** Scopes of the store's token; all that the bot needs unless told otherwise. */
  readonly scopes?: readonly string[];
  /** Values of `BotUserSession` at the start. */
  readonly session: Readonly<Record<string, string>>;
  /** Environment variables over those of the local store. */
  readonly env: Readonly<Record<string, string>>;
  /** Which of several texts for one message is said, from 1; the first unless told otherwise. */
  readonly choose?: number;
  /** A file of prepared answers, relative to the transcript, in place of the store. */
  readonly stub?: string;
}

/** One turn: what happens before it, what the user does, and what must come of it. */
export interface TranscriptStep {
  readonly line: number;
  readonly before: readonly Directive[];
  readonly input: UserInput;
  /** One entry per message of the web channel; without any, no message is expected. */
  readonly bot: readonly ExpectedMessage[];
  /** The same messages as every other channel has them; not looked at when there is none. */
  readonly voice: readonly ExpectedMessage[];
  readonly after: readonly Directive[];
}

export type UserInput =
  | { readonly kind: 'connect' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'click'; readonly title: string };

export interface ExpectedMessage {
  readonly line: number;
  /** Each is matched by `matchLines`. */
  readonly lines: readonly string[];
  /** In which line of the file each of them stands: comments and empty lines may be between them. */
  readonly places: readonly number[];
}

/** `@name value`. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** A transcript that cannot be read or played. The message starts with `file:line`. */
export class TranscriptError extends Error {
  constructor(path: string, line: number, message: string) {
    super(`${path}:${line}: ${message}`);
    this.name = 'TranscriptError';
  }
}
