import { readProjectFile } from '../source/project-file';

/** No transcript is near this. */
const MOST_BYTES = 1_000_000;

/** The text of an action's transcript, or undefined. */
export type Transcripts = (actionId: string) => string | undefined;

/** The transcripts of an integration in the project below `root`. */
export const transcriptsOf =
  (root: string, integration: string): Transcripts =>
  (actionId) => {
    const file = readProjectFile(root, transcriptPath(integration, actionId), MOST_BYTES);
    return 'bytes' in file ? file.bytes.toString('utf8') : undefined;
  };

/** Where an action's transcript is, or would be: beside its spec. With forward slashes. */
export const transcriptPath = (integration: string, actionId: string): string =>
  `specs/${integration}/${actionId}.chat`;

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
