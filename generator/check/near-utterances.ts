import { positionOf } from '../diagnostics/print';
import { ownValue } from '../../kore/own-value';
import type { Locale, Phrase } from '../model/model';
import { isWrittenFor } from '../model/utterance-files';
import { placeOf } from './places';
import type { SpecRule } from './rule';
import { wordsOf } from './utterances';

/** Words of a language that make no difference to what is wanted. */
const EMPTY: Readonly<Record<string, string>> = {
  en: 'a an the my your our some any please pls now just',
  es: 'un una unos unas el la los las mi mis su sus por favor porfa ahora',
  de: 'ein eine einen der die das den mein meine bitte jetzt',
  fr: 'un une des le la les mon ma mes svp maintenant',
};

/** Shorter words with another letter are other words. */
const SHORTEST = 4;
/** Words of a sentence that is long enough to be compared. */
const FEWEST = 3;

/**
 * No two dialogs learn nearly the same sentence: one letter off, or a word more that says nothing. Each sentence is looked
 * up by itself with each letter of one word left out: none is compared with all others.
 */
export const utterancesDiffer: SpecRule = (bot, report) => {
  for (const locale of bot.locales) {
    // What two specs say alike is said of the default language alone.
    const isNew = ({ phrase }: Said) => isWrittenFor(bot, locale, phrase);
    for (const [one, other] of alikeIn(locale))
      if (isNew(one) || isNew(other)) report(placeOf(one.phrase.where), 'similar-utterances', placeText(other));
  }
};

/** Each sentence of a language that is nearly one of another dialog before it, with that one. */
function alikeIn(locale: Locale): readonly (readonly [Said, Said])[] {
  const empty = new Set((ownValue(EMPTY, locale.language.split('_')[0] ?? '') ?? '').split(' '));
  const seen = new Map<string, Said>();
  return trainedIn(locale).flatMap((one) => {
    if (one.words.length < FEWEST) return [];
    const keys = keysOf(one.words, empty);
    const other = keys.map((key) => seen.get(key)).find((known) => known && known.dialog !== one.dialog);
    for (const key of keys) if (!seen.has(key)) seen.set(key, one);
    return other && !isSame(one, other) ? [[one, other] as const] : [];
  });
}

/** A sentence that is learned, and which dialog by. */
interface Said {
  readonly dialog: string;
  readonly phrase: Phrase;
  readonly words: readonly string[];
}

const trainedIn = ({ texts, actions }: Locale): readonly Said[] =>
  [...texts.answers, ...actions].flatMap(({ id, utterances }) =>
    utterances.map((phrase) => ({ dialog: id, phrase, words: wordsOf(phrase) })),
  );

/** The same words are an error of their own. */
const isSame = (a: Said, b: Said): boolean => a.words.join(' ') === b.words.join(' ');

/** What a sentence has in common with those that are nearly the same. */
function keysOf(words: readonly string[], empty: ReadonlySet<string>): readonly string[] {
  const without = words.filter((word) => !empty.has(word));
  // Words that say nothing make no difference; a sentence of nothing else is compared as it stands.
  const said = without.length < FEWEST - 1 ? words : without;
  const keys = [said.join(' ')];
  said.forEach((word, i) => {
    if (word.length < SHORTEST || word.startsWith('$')) return;
    const [before, after] = [said.slice(0, i).join(' '), said.slice(i + 1).join(' ')];
    const around = (part: string) => keys.push(`${before} ~${part} ${after}`);
    around(word);
    // Two words that are one letter off have one that is left when a letter is taken away.
    // One and several are told apart.
    for (let at = 0; at < word.length - Number(word.endsWith('s')); at += 1)
      around(word.slice(0, at) + word.slice(at + 1));
  });
  return keys;
}

const placeText = ({ phrase }: Said): string => {
  const place = placeOf(phrase.where);
  return `${place.path}:${positionOf(place).line}`;
};
