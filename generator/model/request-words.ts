import { ownValue } from '../../kore/own-value';

/** Words of a language as parts of patterns, in small letters without accents, apostrophes and signs. */
interface RequestWords {
  /** How people begin to say what they want. */
  readonly opening: string;
  readonly greeting: string;
  /** Words between two requests. */
  readonly joint: string;
  /** What stands for a thing that was named before. */
  readonly pronoun: string;
}

const byLanguage: Readonly<Record<string, RequestWords>> = {
  en: {
    opening:
      '(?:do|have) you|can |could |where|what|when|which|how|show|track|find|search|browse|tell me|is there|are there|(?:i|we) (?:also )?(?:want|need|would|look|am look)|i ?m look|id like',
    greeting: 'hi|hello|hey|help|thanks|thank you|bye|menu',
    joint: 'and|also|plus',
    pronoun: 'it|its|that|this|they|them',
  },
  es: {
    opening:
      'donde|que|cuando|cual|como|cuanto|tien|vend|muestr|ensen|busc|quier|quisiera|necesit|hay|pued|podri|dime|diga',
    greeting: 'hola|ayuda|gracias|adios|menu',
    joint: 'y|además|también|tambien',
    pronoun: 'ello|eso|esto|lo',
  },
  de: {
    opening: 'wo|was|wann|welche|wie|haben sie|habt ihr|gibt es|zeig|ich (?:suche|brauche|mochte|will)|verkauf',
    greeting: 'hallo|hilfe|danke|tschuss',
    joint: 'und|auch',
    pronoun: 'es|das|sie',
  },
  fr: {
    opening: 'ou|quand|quel|comment|combien|avez vous|vendez|montre|je (?:cherche|veux|voudrais)|est ce',
    greeting: 'bonjour|salut|aide|merci',
    joint: 'et|aussi',
    pronoun: 'il|elle|ca|cela',
  },
};

const wordsOf = (languages: readonly string[], key: keyof RequestWords): string =>
  languages.flatMap((one) => ownValue(byLanguage, one.split('_')[0] ?? '')?.[key] ?? []).join('|');

/** A pattern of the words that a request begins with in these languages. */
export const requestOpenings = (languages: readonly string[]): string => `^(?:${wordsOf(languages, 'opening')})`;

/** A pattern of what is a greeting, thanks or a call for help and nothing else. */
export const greetings = (languages: readonly string[]): string => `^(?:${wordsOf(languages, 'greeting')})$`;

/** Words that stand for what was named before, as a part of a pattern: such a sentence is about that. */
export const pronouns = (languages: readonly string[]): string => wordsOf(languages, 'pronoun');

/** A pattern of what stands between two requests in one breath. */
export const joints = (languages: readonly string[]): string =>
  `[?!;&]+|[.,](?=\\s)|\\s(?:${wordsOf(languages, 'joint')})(?=\\s)`;
