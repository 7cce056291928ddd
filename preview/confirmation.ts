import { ownNo, ownYes } from './inferred';
import { NO_PHRASES, YES_PHRASES } from './confirmation-phrases';

type Answer = 'yes' | 'no';

interface Hit {
  readonly answer: Answer;
  readonly at: number;
  readonly length: number;
}

/** More of an answer than this is not read. */
const MOST_WORDS = 40;

/**
 * Reads yes or no out of an answer (documented): the phrase that comes first counts, of several that begin at one word the
 * longest, so that `of course not` is a no. In a phrase `<` stands for the beginning of what is said, `>` for its end.
 */
export function yesOrNo(
  text: string,
  language: string,
  own: { readonly yes: readonly string[]; readonly no: readonly string[] },
): Answer | undefined {
  const said = wordsOf(text).slice(0, MOST_WORDS);
  const english = language.startsWith('en');
  const lists = {
    yes: [...(english ? YES_PHRASES : []), ...ownYes(language), ...own.yes],
    no: [...(english ? NO_PHRASES : []), ...ownNo(language), ...own.no],
  };
  const hits = (['yes', 'no'] as const).flatMap((answer) =>
    lists[answer].flatMap((phrase) => hitOf(answer, phrase, said)),
  );
  return hits.sort((a, b) => a.at - b.at || b.length - a.length || (a.answer === 'yes' ? -1 : 1))[0]?.answer;
}

function hitOf(answer: Answer, written: string, said: readonly string[]): readonly Hit[] {
  const words = wordsOf(written.replaceAll('_', ' ').replace(/[<>]/g, ''));
  const fits = (at: number) => words.length > 0 && words.every((word, i) => said[at + i] === word);
  const places = written.startsWith('<') ? [0] : said.map((_, at) => at);
  const at = places.find((place) => fits(place) && (!written.endsWith('>') || place + words.length === said.length));
  return at === undefined ? [] : [{ answer, at, length: words.length }];
}

/** Short forms are written out on both sides: `don't` is `do not`. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\bcan't\b/g, 'can not')
    .replace(/n't\b/g, ' not')
    .replace(/\bi'm\b/g, 'i am')
    .replace(/\b(it|that|he|she)'s\b/g, '$1 is')
    .replace(/\b(they|you|we)'re\b/g, '$1 are')
    .replace(/'ll\b/g, ' will')
    .replace(/\bdont\b/g, 'do not')
    .replace(/\bthats\b/g, 'that is')
    .split(/[^\p{L}\p{N}\p{Extended_Pictographic}'-]+/u)
    .filter((word) => word !== '');
