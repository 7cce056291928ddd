import { boolean, id, isRecord, list, map, may, must, number, object, or, orSay, record, text } from './clean';
import type { Clean } from './clean';
import { component, messages } from './component-shape';
import { dialog } from './dialog-shape';

const noText = () => '';
const none = () => [];
const nothing = () => ({});

const annotation = record('an annotation', {
  startIndex: must(number),
  endIndex: must(number),
  entityId: must(id),
});

const sentence = (language: string) =>
  record('a training sentence', {
    _id: or(text, noText),
    taskId: must(id),
    taskName: or(text, noText),
    sentence: must(text),
    type: or(text, noText),
    language: or(text, () => language),
    entities: or(list(annotation), none),
  });

const event = record('an event', {
  enabled: orSay(boolean, () => false),
  action: or(text, noText),
  task: may(text),
  msg: or(messages, none),
});

const patternLists = record('the patterns of a language', {
  patterns: may(list(record('a pattern', { value: or(text, noText) }))),
  negativePatterns: may(list(record('a pattern', { value: or(text, noText) }))),
});

const pattern = record('patterns', { refId: may(text), localeData: may(map(patternLists)) });

const contentVariable = record('a content variable', {
  key: must(id),
  localeData: may(map(record('the text of a content variable', { value: may(text) }))),
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
    _id: or(text, noText),
    refId: or(text, noText),
    defaultLanguage: orSay(id, () => language),
    supportedLanguages: or(list(id), () => [language]),
    localeData: or(map(object), nothing),
    dialogs: must(list(dialog)),
    dialogComponents: or(list(component), none),
    sentences: or(list(sentence(language)), none),
    patterns: or(list(pattern), none),
    botEvents: or(map(event), nothing),
    contentVariables: may(list(contentVariable)),
    defaultDialogId: or(text, () => null),
  })(value, place, notes);
};

const envVariable = record('an environment variable', {
  key: must(id),
  value: or(text, noText),
  variableType: or(text, noText),
  hint: or(text, noText),
  scope: or(text, noText),
  isSecured: may(boolean),
});

/** The bot's name and its environment variables. */
export const config = record('a config', { name: or(text, noText), envVariables: or(list(envVariable), none) });
