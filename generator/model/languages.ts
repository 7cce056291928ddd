/** How a language writes dates and amounts. Kept here, not asked of the run time, so that a build never depends on it. */
export interface LanguageStyle {
  readonly months: readonly string[];
  /** D, M and Y stand for day, month name and year. */
  readonly date: string;
  readonly decimal: string;
  readonly group: string;
  /** ¤ stands for the currency's symbol, # for the number. */
  readonly money: string;
  /** Before the titles of buttons, where there are no buttons to press. */
  readonly youCanSay: string;
}

const english: LanguageStyle = {
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  date: 'M D, Y',
  decimal: '.',
  group: ',',
  money: '¤#',
  youCanSay: 'You can say:',
};

const styles: Readonly<Record<string, LanguageStyle>> = {
  en: english,
  es: {
    months: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
    date: 'D M Y',
    decimal: ',',
    group: '.',
    money: '# ¤',
    youCanSay: 'Puede decir:',
  },
  de: {
    months: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(' '),
    date: 'D. M Y',
    decimal: ',',
    group: '.',
    money: '# ¤',
    youCanSay: 'Sie können sagen:',
  },
  fr: {
    months: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    date: 'D M Y',
    decimal: ',',
    group: ' ',
    money: '# ¤',
    youCanSay: 'Vous pouvez dire :',
  },
};

/** A language that is not listed: dates stay 2026-11-03, amounts are written as in English. */
const neutral: LanguageStyle = { ...english, months: [] };

/** The style of a language such as `en` or `pt_br`. */
export const styleOf = (language: string): LanguageStyle =>
  styles[language] ?? styles[language.split('_')[0] ?? ''] ?? neutral;

/** Symbols that name one currency clearly enough; every other currency shows its code. */
export const currencySymbols: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  CAD: 'CA$',
  AUD: 'A$',
  NZD: 'NZ$',
  MXN: 'MX$',
  BRL: 'R$',
  KRW: '₩',
  ILS: '₪',
};

/** ISO 4217 currencies that do not have two digits after the point. */
export const currencyDigits: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);
