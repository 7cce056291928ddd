/** Codes that do not stop a build. */
export const warnings: ReadonlySet<string> = new Set([
  'lost-text',
  'markup',
  'graphql-deprecated',
  'few-utterances',
  'short-utterance',
  'similar-descriptions',
  'unspoken-language',
  'name-too-long',
  'unneeded-scope',
  'unused-variable',
  'experimental-credentials',
  'missing-translation',
  'untranslated',
  'missing-sentences',
  'more-warnings',
]);
