/** How alike an utterance and a training sentence must be (0 to 1): to be taken, and to be offered. */
export const NLU_TAKE = 0.6;
export const NLU_LEAD = 0.1;
export const NLU_OFFER = 0.4;
export const NLU_OFFERS = 3;

/** What the classifier must say of the first (0 to 1), how far ahead of the second, with how many words shared. */
export const NLU_SURE = 0.5;
export const NLU_AHEAD = 0.15;
export const NLU_KNOWN = 0.22;
/** And of what is offered. */
export const NLU_MAYBE = 0.1;

/** English words that say little about what is wanted count a tenth. */
export const NLU_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an the is are am was be do does did can could will would what which who where when how of for to in on at by with from and or i me my we our you your it its this that there please'.split(
    ' ',
  ),
);

/** How much a word no training sentence knows counts against a sentence with a slot. */
export const NLU_SLOT_SHARE = 0.25;
