import { isRecord } from '../record';
import { boolean, id, listOf, mapOf, may, must, cleanNumber, object, or, orSay, record, cleanText } from './clean';
import type { Clean } from './clean';
import { component, messageShapes } from './component-shape';
import { dialog } from './dialog-shape';

const noText = () => '';
const none = () => [];
const nothing = () => ({});

const annotation = record('an annotation', {
  startIndex: must(cleanNumber),
  endIndex: must(cleanNumber),
  entityId: must(id),
});

const sentence = (language: string) =>
  record('a training sentence', {
    _id: or(cleanText, noText),
    taskId: must(id),
    taskName: or(cleanText, noText),
    sentence: must(cleanText),
    type: or(cleanText, noText),
    language: or(cleanText, () => language),
    entities: or(listOf(annotation), none),
  });

const event = record('an event', {
  enabled: orSay(boolean, () => false),
  action: or(cleanText, noText),
  task: may(cleanText),
  msg: or(messageShapes, none),
});

const patternLists = record('the patterns of a language', {
  patterns: may(listOf(record('a pattern', { value: or(cleanText, noText) }))),
  negativePatterns: may(listOf(record('a pattern', { value: or(cleanText, noText) }))),
});

const pattern = record('patterns', { refId: may(cleanText), localeData: may(mapOf(patternLists)) });

const contentVariable = record('a content variable', {
  key: must(id),
  localeData: may(mapOf(record('the text of a content variable', { value: may(cleanText) }))),
});

const languageOf = (definition: Record<string, unknown>): string => {
  const supported = Array.isArray(definition['supportedLanguages'])
    ? (definition['supportedLanguages'] as unknown[])
    : [];
  const named = isRecord(definition['localeData']) ? Object.keys(definition['localeData']) : [];
  return [...supported, ...named].find((l): l is string => typeof l === 'string' && l !== '') ?? 'en';
};

/** A definition whose `dialogs` are a list. What partial exports leave out is empty, everything odd in it is noted. */
export const definition: Clean = (value, place, notes) => {
  const own = isRecord(value) ? value['defaultLanguage'] : undefined;
  const language = typeof own === 'string' && own !== '' ? own : languageOf(isRecord(value) ? value : {});
  return record('a definition', {
    _id: or(cleanText, noText),
    refId: or(cleanText, noText),
    defaultLanguage: orSay(id, () => language),
    supportedLanguages: or(listOf(id), () => [language]),
    localeData: or(mapOf(object), nothing),
    dialogs: must(listOf(dialog)),
    dialogComponents: or(listOf(component), none),
    sentences: or(listOf(sentence(language)), none),
    patterns: or(listOf(pattern), none),
    botEvents: or(mapOf(event), nothing),
    contentVariables: may(listOf(contentVariable)),
    defaultDialogId: or(cleanText, () => null),
  })(value, place, notes);
};

const envVariable = record('an environment variable', {
  key: must(id),
  value: or(cleanText, noText),
  variableType: or(cleanText, noText),
  hint: or(cleanText, noText),
  scope: or(cleanText, noText),
  isSecured: may(boolean),
});

/** The bot's name and its environment variables. */
export const config = record('a config', { name: or(cleanText, noText), envVariables: or(listOf(envVariable), none) });
