import type { Draft, DraftInput } from './draft';
import { thingOf, verbOf, withArticle } from './words';

/** Sentences that start an action: training ones, and two that are held back for the batch test. */
export interface Proposed {
  readonly utterances: readonly string[];
  readonly tests: readonly string[];
}

/** The title of the button for the next page, which must be something that people can say. */
export const MORE = 'Show more';

/**
 * Proposes utterances. The first marks every input, so that buttons can start the action; those that `isTaken` by another
 * action are left out. They are a beginning: real people say it differently.
 */
export function proposeUtterances(draft: Draft, isTaken: (utterance: string) => boolean): Proposed {
  const paged = draft.request.kind === 'graphql' && draft.request.paging !== undefined;
  const { training, more, tests } = sayingsOf(draft);
  const [first = '', ...others] = training.filter((u) => !isTaken(u));
  return {
    utterances: [first, ...(paged ? [more] : []), ...others].filter((u) => u !== ''),
    tests: tests.filter((u) => !isTaken(u)),
  };
}

interface Sayings {
  readonly training: readonly string[];
  readonly more: string;
  readonly tests: readonly string[];
}

/** An answer to each of so many questions may be in the sentence that begins; nobody says more at once. */
const MOST_SAID = 3;

function sayingsOf(draft: Draft): Sayings {
  const { id, request, inputs } = draft;
  const { word, deed } = verbOf(id, request.kind === 'rest' ? request.method : 'GET');
  const needed = inputs.filter((input) => input.optional !== true && input.many !== true);
  if (deed !== 'find') return asDeed(id, word, deed, deed === 'create' ? [] : needed.slice(0, 2));
  return needed.length > 0 ? withInputs(draft, needed.slice(0, MOST_SAID)) : withoutInputs(draft);
}

/** Verbs that people use besides the one of the id. */
const ALIKE: Readonly<Record<'create' | 'update' | 'delete', readonly string[]>> = {
  create: ['create', 'add', 'make'],
  update: ['update', 'change', 'edit'],
  delete: ['delete', 'remove', 'erase'],
};

/** Sentences for what changes something: they sound like it, so that nobody starts it by asking for a look. */
function asDeed(
  id: string,
  word: string,
  deed: 'create' | 'update' | 'delete' | 'act',
  said: readonly DraftInput[],
): Sayings {
  const thing = thingOf(id);
  const some = /s$/.test(thing) ? `the ${thing}` : deed === 'create' ? `a new ${thing}` : withArticle(thing);
  const noun = said.length > 0 ? nounFor(thing, said) : some;
  const [first = word, second = word, third = word] =
    deed === 'act' ? [word] : [word, ...ALIKE[deed].filter((one) => one !== word)];
  return {
    training: [
      `${first} ${noun}`,
      `please ${first} ${noun}`,
      `${second} ${noun} for me`,
      `can you ${first} ${noun}`,
      `${third} ${noun} please`,
      `I want to ${first} ${some}`,
      `I would like to ${second} ${some}`,
      `help me to ${first} ${some}`,
      `I need to ${third} ${some}`,
      `let us ${first} ${some}`,
      `is it possible to ${first} ${some}`,
    ],
    more: '',
    tests: [`could you ${first} ${noun} now`, `I have to ${first} ${some}`],
  };
}

function withInputs({ id, title }: Draft, inputs: readonly DraftInput[]): Sayings {
  const thing = thingOf(id);
  const some = /s$/.test(thing) ? `the ${thing}` : withArticle(thing);
  const noun = nounFor(thing, inputs);
  return {
    training: [
      `show me ${noun}`,
      `find ${noun}`,
      `look up ${noun}`,
      `tell me about ${noun}`,
      `what do you know about ${noun}`,
      `I need to see ${noun}`,
      `can you check ${noun}`,
      `please open ${noun}`,
      `I am looking for ${noun}`,
      `get me ${noun} please`,
      `I want to look up ${some}`,
      `help me with ${some}`,
      `I want to ${title.toLowerCase()}`,
    ],
    more: `${MORE.toLowerCase()} of ${noun}`,
    tests: [`could you give me ${noun}`, `have a look at ${noun}`],
  };
}

/** `draft order ${draftOrderId}`, where the label says the thing already; `order with tracking number ${trackingNumber}`. */
function nounFor(thing: string, inputs: readonly DraftInput[]): string {
  const [first, ...others] = inputs;
  if (first && others.length === 0 && (first.label.startsWith(`${thing} `) || first.label === `${thing} ID`))
    return `${thing} \${${first.name}}`;
  return `${thing} with ${inputs.map((input) => `${input.label} \${${input.name}}`).join(' and ')}`;
}

function withoutInputs({ id, title }: Draft): Sayings {
  const thing = thingOf(id);
  return {
    training: [
      `show me the ${thing}`,
      `list all the ${thing}`,
      `tell me about the ${thing}`,
      `what are the ${thing}`,
      `I want to see the ${thing}`,
      `give me an overview of the ${thing}`,
      `please look up the ${thing}`,
      `can I see the ${thing}`,
      `I need to know the ${thing}`,
      `take me to the ${thing}`,
      `I want to ${title.toLowerCase()}`,
    ],
    more: `${MORE.toLowerCase()} of the ${thing}`,
    tests: [`let me see the ${thing}`, `I am interested in the ${thing}`],
  };
}
