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
