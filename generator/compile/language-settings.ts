import type { Target } from '../../kore/format';
import { STOP_WORDS } from '../../kore/stop-words';
import { identity, type Layout } from './layout';
import { piece, type Piece, type PlanValue } from './plan';
import { ownValue } from '../../kore/own-value';

/** How a language is trained. */
export const training = (target: Target, language: string): Piece =>
  piece(`${target}/ml-params`, { language, stopWords: ownValue(STOP_WORDS, language) ?? '' });

interface Setting {
  readonly engine: 'ML' | 'FM';
  readonly key: string;
  readonly value: PlanValue;
  readonly training: boolean;
}

/** The three rows of every English export of the 2024 generation, and of the public XO 11 app. */
const ENGLISH: readonly Setting[] = [
  { engine: 'ML', key: 'ml_suggestion_proximity', value: 5, training: false },
  { engine: 'ML', key: 'network', value: 'Few-shot Model (Kore.ai Hosted Embeddings)', training: true },
  { engine: 'FM', key: 'exactTaskNameMatch', value: false, training: false },
];

/** The settings of the language engine. Rows of other languages were never seen: the platform writes its own (inferred). */
export const languageSettings = (layout: Layout, language: string): readonly Piece[] =>
  language !== 'en'
    ? []
    : ENGLISH.map((setting) =>
        piece('nl-setting', {
          ...identity(layout, 'anls', `${layout.bot}/nl-setting/${language}/${setting.key}`),
          ...setting,
          ...{ bot: layout.bot, language },
        }),
      );
