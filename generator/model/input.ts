import type { InputTypeName } from './input-types';
import type { Phrase, Where } from './phrase';

export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly synonyms: readonly string[];
}

export interface Input {
  readonly name: string;
  readonly type: InputTypeName;
  readonly label: Phrase;
  readonly prompt: Phrase;
  readonly reprompt: Phrase;
  readonly giveUp: Phrase;
  readonly example?: string;
  /** A regular expression without delimiters; only where the type has one. */
  readonly pattern?: string;
  readonly choices: readonly Choice[];
  /** Wrong answers before the dialog gives up, 1 to 5. */
  readonly retries: number;
  /** Where its value comes from instead of a person. */
  readonly source?: { readonly from: 'session' | 'env'; readonly name: string };
  /** Asked for once; nothing is an answer, too. */
  readonly optional: boolean;
  /** The word that says that there is nothing to add. */
  readonly skip?: Phrase;
  readonly when?: InputCondition;
  /** What counts when nothing was said. */
  readonly default?: string | number | boolean;
  /** Never asked for: what was said is taken, else the default. */
  readonly hidden: boolean;
  readonly least?: number;
  readonly most?: number;
  /** Several values. */
  readonly many: boolean;
  /** The zone in which a moment is meant: a name, or a variable. */
  readonly zone?: Phrase;
  readonly where: Where;
}

/** Another input has one of these values. */
export interface InputCondition {
  readonly input: string;
  readonly is: readonly string[];
  readonly where: Where;
}

/** The inputs that a person may answer; the others come from the session or a variable. */
export const askedOf = (inputs: readonly Input[]): readonly Input[] =>
  inputs.filter((input) => input.source === undefined);

/** Whether a request may have to do without its value. */
export const mayLack = ({ optional, when, default: otherwise }: Input): boolean =>
  (optional && otherwise === undefined) || when !== undefined;

/** What placeholders of a request call its values: a period has two. */
export const namesOf = ({ name, type }: Input): readonly string[] =>
  type === 'period' ? [`${name}.from`, `${name}.to`] : [name];

/** Whether what was not usable is asked for by itself: what may be left open would otherwise be asked for again. */
export const asksDirectly = ({ inputs }: { readonly inputs: readonly Input[] }): boolean =>
  inputs.some((input) => input.optional || input.when !== undefined);

/** Whether numbers below or above some limit are asked for again. */
export const isBound = ({ least, most }: Input): boolean => least !== undefined || most !== undefined;
