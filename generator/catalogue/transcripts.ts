import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of an action's transcript, or undefined. */
export type Transcripts = (actionId: string) => string | undefined;

/** Transcripts of the project below `root`: `test/conversations/<action>.chat`. */
export const transcriptsOf =
  (root: string): Transcripts =>
  (actionId) => {
    const path = join(root, 'test', 'conversations', `${actionId}.chat`);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };

/** The first conversation of a transcript in which both sides speak: what they say, without comments and directives. */
export function sample(transcript: string): string | undefined {
  const conversations = transcript
    .replace(/\r\n/g, '\n')
    .split(/^==.*$/m)
    .map((text) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(#|@)/.test(line))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    );
  return conversations.find((text) => /^user:/m.test(text) && /^bot:/m.test(text));
}
