import type { Draft, DraftInput } from './draft';
import { thingOf, withArticle } from './words';

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
  const { training, more, tests } = draft.inputs.length > 0 ? withInputs(draft) : withoutInputs(draft);
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

function withInputs({ id, title, inputs }: Draft): Sayings {
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
  if (first && others.length === 0 && first.label.startsWith(`${thing} `)) return `${thing} \${${first.name}}`;
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
