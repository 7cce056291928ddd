import { ownValue } from '../../kore/own-value';

/** What people say of a price that they do not want to go above or below. */
interface PriceWords {
  /** Words before a price. */
  readonly before: string;
  /** Words between two prices. */
  readonly between: string;
  /** Words after which a number alone is a price, where nothing but a courtesy follows: "mugs under 20". */
  readonly clear: string;
  readonly courtesy: string;
}

const byLanguage: Readonly<Record<string, PriceWords>> = {
  en: {
    before:
      'that|which|for|at|costs?|costing|priced|between|under|below|over|above|around|about|from|(?:(?:no|not) )?(?:less|more|cheaper) than|up to|at most|max(?:imum)?',
    between: 'and|to',
    clear: 'under|below|(?:less|cheaper) than|up to|at most|(?:no|not) more than',
    courtesy: 'please|pls',
  },
  es: {
    before:
      'que|por|de|a|desde|entre|cuest[ae]n?|valen?|valgan?|(?:no )?(?:pasen?|menos|m[aá]s)|(?:de)?bajo|hasta|sobre|como mucho|m[aá]ximo|barat[oa]s?',
    between: 'y|a',
    clear: '(?:de )?menos de|(?:por )?debajo de|hasta|como mucho|no m[aá]s de|barat[oa]s? (?:que|de)',
    courtesy: 'por favor|porfa',
  },
  de: {
    before: 'für|zu|ab|unter|bis|über|um|zwischen|höchstens|maximal|(?:weniger|mehr|billiger) als',
    between: 'und|bis',
    clear: 'unter|höchstens|(?:weniger|billiger) als',
    courtesy: 'bitte',
  },
  fr: {
    before: "pour|à|de|dès|sous|entre|moins|plus|maximum|jusqu[’']à|chers? que|environ",
    between: 'et|à',
    clear: "moins de|pas plus de|jusqu[’']à|sous|chers? que",
    courtesy: "svp|s[’']il vous plaît",
  },
};

const SIGN = '[$€£¥]';
const COIN = '(?:usd|eur|gbp|dollars?|bucks|euros?|pounds?|d[oó]lares|libras|pesos)(?![\\p{L}\\p{N}])';
const NUMBER = '\\d[\\d.,]{0,9}';

/**
 * A pattern that finds limits of price in a text of these languages, such as "under $50" or "menos de 50 euros", with the words
 * that lead to them.
 */
export function priceLimits(languages: readonly string[]): string {
  const words = languages.flatMap((language) => ownValue(byLanguage, language.split('_')[0] ?? '') ?? []);
  const either = (key: keyof PriceWords, ...more: readonly string[]) =>
    [...words.map((one) => one[key]), ...more].join('|');
  const first = `(?:${SIGN} ?)?${NUMBER} ?(?:${SIGN} ?)?(?:${either('between', '[-–]')}) ?`;
  const price = `(?:${SIGN} ?${NUMBER}|${NUMBER} ?(?:${SIGN}|${COIN}))`;
  const priced = words.length === 0 ? price : `(?:(?:${either('before')}) ){0,4}(?:${first})?${price}`;
  const alone = `|(?:${either('clear')}) ${NUMBER}(?= ?(?:[.,!?]|${either('courtesy', '$')}))`;
  return ` ?(?<![\\p{L}\\p{N}])(?:${priced}${words.length === 0 ? '' : alone})`;
}
