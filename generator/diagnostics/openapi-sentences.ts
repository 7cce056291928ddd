import { allOf, didYouMean, eitherOf } from './suggest';
import { typeNames } from './types';

const meant = (written: string, known: readonly string[], otherwise: string) =>
  didYouMean(written, known) || (known.length > 0 ? ` ${otherwise} ${allOf(known)}.` : '');

/** Sentences about requests and answers that do not fit the service's OpenAPI document. */
export const openapiSentences = {
  'bad-document': (name: string, problem: string) =>
    `${name} is no OpenAPI document that can be used: ${problem}. Make it with npm run openapi.`,
  'document-path': (path: string, nearest?: string) =>
    `The document has no path "${path}".${nearest === undefined ? ' If it is right, add it to the document: npm run openapi with the whole document does that.' : ` Did you mean "${nearest}"?`}`,
  'document-method': (path: string, method: string, known: readonly string[]) =>
    `"${path}" takes ${eitherOf(known)}, not "${method}". If it is right, add it to the document: npm run openapi with the whole document does that.`,
  'document-deprecated': (method: string, path: string) =>
    `The document calls ${method} ${path} deprecated: it may stop working. Look there for what takes its place.`,
  'document-parameter': (name: string, known: readonly string[]) =>
    `This request has no parameter "${name}".${meant(name, known, 'It takes') || ' It takes none.'}`,
  'document-parameter-missing': (name: string, where: 'query' | 'headers') =>
    `This request needs the parameter "${name}". Add it under ${where}.`,
  'document-key': (key: string, known: readonly string[]) =>
    `The body has no "${key}" here.${meant(key, known, 'It has') || ' It has nothing.'}`,
  'document-keys-missing': (keys: readonly string[]) => `The body needs ${allOf(keys)} here.`,
  'document-type': (wanted: readonly string[], got: string, isAsked: boolean) =>
    `This must be ${typeNames(wanted)}, not ${typeNames([got])}.${isAsked ? ` Change the type of the input${wanted.some((type) => /^(number|integer)$/.test(type)) ? ', or add the filter number' : ''}.` : ''}`,
  'document-value': (got: string, known: readonly string[]) =>
    `This cannot be "${got}".${didYouMean(got, known) || ` Use ${eitherOf(known)}.`}`,
  'document-body': (problem: 'missing' | 'none' | 'json' | 'form') =>
    ({
      missing: 'This request needs a body. Add body.',
      none: 'This request takes no body. Remove it, or put the values into query.',
      json: 'This request takes JSON, not a form. Remove "as: form".',
      form: 'This request takes a form, not JSON. Add "as: form" beside body.',
    })[problem],
  'document-answer': (path: string, step: string, known: readonly string[]) =>
    `The answer has no "${step}"${path === step ? '' : ` (in ${path})`}.${meant(step, known, 'It has')}`,
  'document-status': (status: number, known: readonly string[]) =>
    `The document names no answer with status ${status} here.${known.length > 0 ? ` It names ${allOf(known)}.` : ''}`,
};
