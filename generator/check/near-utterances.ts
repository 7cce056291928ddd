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
  const whole = new Map<string, Said>();
  const gaps = new Map<string, Gap>();
  return trainedIn(locale).flatMap((one) => {
    if (one.words.length < FEWEST) return [];
    const words = tellingWords(one.words, empty);
    const text = words.join(' ');
    const found = [whole.get(text)];
    if (!found[0]) whole.set(text, one);
    words.forEach((word, i) => {
      if (word.length < SHORTEST || word.startsWith('$')) return;
      const around = `${words.slice(0, i).join(' ')} ~ ${words.slice(i + 1).join(' ')}`;
      const gap = gaps.get(around);
      if (gap) found.push(...fillGap(gap, word, one));
      else gaps.set(around, { word, one });
    });
    const other = found.find((known) => known && known.dialog !== one.dialog);
    return other && !isSame(one, other) ? [[one, other] as const] : [];
  });
}

/** A sentence with a word left out, and what was first said with it: most are said once, and nothing more is made of those. */
interface Gap {
  readonly word: string;
  readonly one: Said;
  /** By the words that stood there, each with a letter left out: who said it first. */
  seen?: Map<string, Said>;
}

/** Who said before what a word in a gap is nearly; the word is noted. */
function fillGap(gap: Gap, word: string, one: Said): readonly (Said | undefined)[] {
  const seen = (gap.seen ??= new Map(nearly(gap.word).map((form) => [form, gap.one])));
  return nearly(word).map((form) => {
    const known = seen.get(form);
    if (!known) seen.set(form, one);
    return known;
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

/** Words that say nothing make no difference; a sentence of nothing else is compared as it stands. */
function tellingWords(words: readonly string[], empty: ReadonlySet<string>): readonly string[] {
  const without = words.filter((word) => !empty.has(word));
  return without.length < FEWEST - 1 ? words : without;
}

/** A word, and what is left of it: two that are one letter off have one in common. One and several are told apart. */
const nearly = (word: string): readonly string[] => [
  word,
  ...Array.from(
    { length: word.length - Number(word.endsWith('s')) },
    (_, at) => word.slice(0, at) + word.slice(at + 1),
  ),
];

const placeText = ({ phrase }: Said): string => {
  const place = placeOf(phrase.where);
  return `${place.path}:${positionOf(place).line}`;
};
