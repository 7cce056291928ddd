import { CONTEXTS, FORMS, type SecretFormat } from './forms';
import { randomStretches } from './random';

/** A stretch of a text that looks like a credential. */
export interface Secret {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** What is only as random as a key is called. */
export const RANDOM = 'a credential';

/** Fits what any of the forms fits: most texts hold none, and one look tells. */
const anyOf = (forms: readonly SecretFormat[], flags: string): RegExp =>
  new RegExp(forms.map(({ pattern }) => pattern.source.replace('(?<secret>', '(?:')).join('|'), flags);
const ANY_FORM = anyOf(FORMS, '');
const ANY_CONTEXT = anyOf(CONTEXTS, 'i');

/** Credentials of known forms, wherever they stand, in the order of the text. */
export const knownSecrets = (text: string): readonly Secret[] => (ANY_FORM.test(text) ? found(text, FORMS) : []);

/**
 * Everything in a text that looks like a credential: of a known form, by what stands around it, or because it is as random as
 * only keys are. In the order of the text.
 */
export function findSecrets(text: string): readonly Secret[] {
  if (!/[^\s]{8}/.test(text)) return [];
  const named = ANY_FORM.test(text) || ANY_CONTEXT.test(text) ? found(text, [...FORMS, ...CONTEXTS]) : [];
  const random = randomStretches(blotted(text, named)).map((stretch) => ({ what: RANDOM, ...stretch }));
  return [...named, ...random].sort((a, b) => a.start - b.start);
}

function found(text: string, forms: readonly SecretFormat[]): readonly Secret[] {
  const all: Secret[] = [];
  let rest = text;
  for (const { what, pattern } of forms) {
    const ofForm = [...rest.matchAll(pattern)].map((match): Secret => {
      const secret = match.groups?.['secret'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      return { what, start, end: start + secret.length };
    });
    for (const secret of ofForm) all.push(secret);
    // What has a name already is not looked at again.
    rest = blotted(rest, ofForm);
  }
  return all.sort((a, b) => a.start - b.start);
}

/** The same text with some stretches blotted out, which stand in its order; it is as long, and has the same lines. */
export function blotted(text: string, secrets: readonly { readonly start: number; readonly end: number }[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of secrets) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, '•'));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}
