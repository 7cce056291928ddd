import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of an action's transcript, or undefined. */
export type Transcripts = (actionId: string) => string | undefined;

/** The transcripts of an integration in the project below `root`. */
export const transcriptsOf =
  (root: string, integration: string): Transcripts =>
  (actionId) => {
    const path = join(root, transcriptPath(root, integration, actionId));
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };

/**
 * Where an action's transcript is, or would be: `test/conversations/<action>.chat`. Where another integration has that
 * name, `test/conversations/<integration>/<action>.chat`. With forward slashes.
 */
export function transcriptPath(root: string, integration: string, actionId: string): string {
  const [shared, own] = [`${FOLDER}/${actionId}.chat`, `${FOLDER}/${integration}/${actionId}.chat`];
  const isTaken = existsSync(join(root, shared)) && !speaksWith(readFileSync(join(root, shared), 'utf8'), integration);
  return isTaken || existsSync(join(root, own)) ? own : shared;
}

const FOLDER = 'test/conversations';

/** A conversation without `@bot` is with Shopify's. */
const speaksWith = (transcript: string, integration: string) =>
  transcript
    .split(/^==.*$/m)
    .filter((text) => /^(user|bot):/m.test(text))
    .some((text) => (/^@bot\s+(\S+)/m.exec(text)?.[1] ?? 'shopify') === integration);

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
