import { functionWords } from '../../model/function-words';
import { inputTypes, type InputType } from '../../model/input-types';
import type { Action, Bot, Input } from '../../model/model';
import { entityName } from '../../model/names';
import { plainOf } from '../../model/text';
import { callExpression, constant, type Expression } from '../expressions';

/** An input whose value the script takes from what was typed, in place of what the platform took. */
export interface InputReading {
  readonly name: string;
  readonly entity: string;
  readonly reader: string;
  /** Long texts that the reader is given, by the names of their constants. */
  readonly texts: readonly { readonly name: string; readonly text: string; readonly isLong: boolean }[];
  /** What the reader makes of the value that the script calls so. */
  readonly valueOf: (taken: string) => Expression;
}

const named = (name: string): Expression => ({ kind: 'path', from: name, steps: [] });

/** A constant that is longer has its text on a line of its own, as a formatter wants it. */
const LONG = 180;

const READERS = { email: 'readEmail', reference: 'readReference', whole: 'readWhole' } as const;

/** The inputs of an action that are read again, in their order. */
export function readingsOf(bot: Bot, action: Action): readonly InputReading[] {
  // What was looked up before has read them already; the last words are others by now.
  if (action.steps.some(({ when }) => when === undefined)) return [];
  return action.inputs.flatMap((input) => {
    const { reads }: InputType = inputTypes[input.type];
    if (reads === undefined || input.many || input.source !== undefined || input.skip !== undefined) return [];
    const { name } = input;
    const [cues = '', common = ''] = reads === 'reference' ? wordsAround(bot, action, input) : [];
    const texts = textsOf(name, { cues, common });
    const reader = READERS[reads];
    const given: readonly Expression[] = [
      ...texts.map((text) => named(text.name)),
      ...(reads === 'reference' ? formOf(bot.references.get(name)).map(constant) : []),
      ...(reads === 'whole' ? [{ kind: 'pattern', source: input.pattern ?? '', flags: 'g' } as const] : []),
    ];
    const valueOf = (taken: string) => callExpression(reader, named(taken), ...given);
    return [{ name, entity: entityName(action, name), reader, texts, valueOf }];
  });
}

/** The texts that a reader is given, as constants named after the input. */
const textsOf = (name: string, texts: Readonly<Record<string, string>>): InputReading['texts'] =>
  Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([kind, text]) => ({
      name: `${name}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
      text,
      isLong: text.length + name.length > LONG,
    }));

/** The partials of the functions that readings need, each once. */
export const readers = (readings: readonly InputReading[]): readonly { readonly partial: string }[] =>
  [...new Set(readings.map(({ reader }) => reader))].map((name) => ({ partial: `reading/${name}` }));

/** Other words for "number" wherever one is written. */
const SHORT = ['no', 'nr', 'num', 'núm', 'nro', 'id', 'ref', 'reference', 'referencia'];

/**
 * What tells a reference from other numbers, and the words beside it from parts of it: the words of its label, as a pattern, and
 * the words that people use around it. Of all languages that the bot speaks: a person may mix them.
 */
function wordsAround(bot: Bot, action: Action, input: Input): readonly string[] {
  const own = bot.locales.map((s) => s.actions.find(({ id }) => id === (action.of ?? action.id)) ?? action);
  const ordinary = new Set(bot.locales.flatMap(({ language }) => functionWords(language)));
  const labels = own.flatMap(({ inputs }) =>
    inputs.filter(({ name }) => name === input.name).map(({ label }) => label),
  );
  const cues = new Set([...labels.flatMap(({ text }) => wordsOf(plainOf(text))), ...SHORT]);
  const said = own.flatMap(({ utterances }) =>
    utterances.flatMap(({ text }) => text.filter((t) => typeof t === 'string')),
  );
  const common = new Set([...ordinary, ...said.flatMap(wordsOf)]);
  const isCue = (word: string) => cues.has(word) && !ordinary.has(word);
  return [
    [...cues].filter((word) => !ordinary.has(word) || SHORT.includes(word)).join('|'),
    [...common]
      .filter((word) => !isCue(word))
      .sort()
      .join(' '),
  ];
}

/** A number with or without what the store writes around it, as a pattern, and how the store writes it; nothing where that is no more than "#". */
function formOf(example: string | undefined): readonly string[] {
  const [, before = '', after = ''] = /^#?(.*?)\d+(\D*)$/.exec(example ?? '') ?? [];
  if (before + after === '') return [];
  const [start, end] = [before, after].map((text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('[^\\p{L}\\p{N}]*'));
  const sign = '[^\\p{L}\\p{N}]*';
  const pattern = `^${sign}(?:${start}${sign})?(\\d{1,9})(?:${sign}${end})?$`;
  return [pattern, `${before}$1${after}`];
}

/** The words of a text in lower case, with and without accents. */
const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => [word, word.normalize('NFD').replace(/\p{M}/gu, '')]);
