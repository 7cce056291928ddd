/** How alike an utterance and a training sentence must be (0 to 1): to be taken, and to be offered. */
export const NLU_TAKE = 0.6;
export const NLU_LEAD = 0.1;
export const NLU_OFFER = 0.4;
export const NLU_OFFERS = 3;

/** What the classifier must say of the first (0 to 1), how far ahead of the second, with how many words shared. */
export const NLU_SURE = 0.5;
export const NLU_AHEAD = 0.2;
export const NLU_KNOWN = 0.22;
/** What it must say of a sentence that interrupts a question, and how alike that must be. */
export const NLU_CERTAIN = 0.9;
export const NLU_HALF = 0.5;
/** And of what is offered. */
export const NLU_MAYBE = 0.1;

/** English and Spanish words that say little about what is wanted count a tenth. */
export const NLU_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the is are am was be do does did can could will would what which who where when how of for to in on at by with from and or i me my we our you your it its this that there please',
    'un una unos unas el la los las lo de del al a en con por para y o que es esta estan hay me mi mis se su sus le les yo usted ustedes favor',
  ].flatMap((words) => words.split(' ')),
);

/** Words that say something, from which on a training sentence is one whatever its slot holds. */
export const NLU_ENOUGH = 3;

/** Words that stand in the name of a thing, or before it, beside its own. */
export const NLU_NAMING_WORDS: ReadonlySet<string> = new Set(
  'a an the some any of for with and in please un una unos unas el la los las de del con para y en por favor'.split(
    ' ',
  ),
);
/** A name is no longer, in words and in the letters of a word. */
export const NLU_LONGEST_NAME = 6;
export const NLU_LONGEST_WORD = 25;

/** How much a word no training sentence knows counts against a sentence with a slot. */
export const NLU_SLOT_SHARE = 0.25;
