import type { Phrase } from '../model/model';
import { type Text, placeholders } from '../model/text';
import { ownValue } from '../../kore/own-value';

/** A text whose placeholders are all known at build time, such as a prompt with ${example}. */
export const fixedText = (phrase: Phrase, values: Readonly<Record<string, string>>): string =>
  phrase.text.map((part) => (typeof part === 'string' ? part : (ownValue(values, part.name) ?? ''))).join('');

/** `${env.NAME}` → `{{env.NAME}}`: the platform fills it in. */
export const withVariables = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part : `{{${part.name}}}`)).join('');

/** Whether nothing in the text depends on the conversation. */
export const isFixed = (text: Text): boolean => placeholders(text).length === 0;
