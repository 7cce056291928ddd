import { eitherOf } from './suggest';

/** What an author can get to read about inputs, and where their values come from and go to. */
export const inputSentences = {
  'input-idle': (key: string, needed: string) => `"${key}" does nothing here: it needs ${needed}.`,
  'input-source': (written: string) =>
    `A value comes from the session or a variable: write \${session.NAME} or \${env.NAME}, not "${written}".`,
  'input-condition': (input: string, problem: 'later' | 'open') =>
    problem === 'later'
      ? `"${input}" is asked for later. Move it up, or let this depend on another input.`
      : `Whether to ask can depend on an input of type choice or boolean alone, and "${input}" is none.`,
  'default-mismatch': (written: string, problem: string) => `"${written}" cannot stand for this input: ${problem}.`,
  'bounds-mismatch': (least: number, most: number) => `Nothing is ${least} or more and ${most} or less.`,
  'may-be-missing': (name: string) =>
    `"${name}" may be left open, and a path without it leads elsewhere. Put it into query or body, or give it a default.`,
  'half-a-query': (name: string, isParameter: boolean) =>
    `"${name}" may be left open, and a query without it asks for something else. ${isParameter ? 'Write a list of pieces here, such as [active=true, "^state=${state}"]: a piece whose value is missing is left out. Or give it a default.' : 'Give it a default, or make it a value of its own.'}`,
  'key-unsent': (problem: 'get' | 'tree') =>
    problem === 'get'
      ? 'The key of credentials.apiKey stands in the body, and a GET has none. Write "in: query" or "in: header" there, or send a POST.'
      : 'The key of credentials.apiKey stands in the body, and only an object has a place for it. Make the body one.',
  'secret-sent': (name: string) =>
    `${name} is secret, and here it would be written into the conversation. It may stand in a header, in the path, alone as the value of a query parameter or of a key at the body's top, or in credentials.`,
  'keep-field': (known: readonly string[]) =>
    `What is kept is one field of the answer${known.length > 0 ? `: ${eitherOf(known.map((name) => `\${${name}}`))}` : '. Name one under response.fields'}.`,
  'keep-identity': (name: string) =>
    `"${name}" says who is signed in, and only your site may say so. Keep the value under another name.`,
  'secret-said': (name: string) =>
    `${name} is secret: as the value of an input it could be shown. Name it in credentials, or in a header.`,
} as const;
