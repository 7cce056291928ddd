import type { Draft, DraftInput } from './draft';
import { capital, thingOf, verbOf, withArticle } from './words';

/** The word that leaves an optional question open. */
export const SKIP = 'No';

/** So many answers are repeated before something is written. */
const MOST_REPEATED = 4;

/** Whether an action changes something. */
export const isWrite = ({ request }: Draft): boolean =>
  request.kind === 'rest' ? request.writes : /^\s*mutation\b/.test(request.query);

const deedOf = ({ id, request }: Draft) => verbOf(id, request.kind === 'rest' ? request.method : 'POST');

/** What is asked before something is written: `Shall I delete the ticket (ticket ID ${ticketId})?` */
export function confirmQuestion(draft: Draft): string {
  const { word, deed } = deedOf(draft);
  const thing = thingOf(draft.id);
  const some = deed === 'create' && !/s$/.test(thing) ? withArticle(thing) : `the ${thing}`;
  const about = repeatedInputs(draft).map(({ label, name }) => `${label} \${${name}}`);
  return `Shall I ${word} ${some}${about.length > 0 ? ` (${about.join(', ')})` : ''}?`;
}

/** The inputs that the question repeats: those that have an answer. */
export const repeatedInputs = ({ inputs }: Draft) =>
  inputs.filter(({ optional }) => optional !== true).slice(0, MOST_REPEATED);

/** The button that says yes. */
export const yesOf = (draft: Draft): string => capital(`${deedOf(draft).word} it`);

/** What is said when it is done. */
export function doneText(draft: Draft): string {
  const thing = thingOf(draft.id);
  const { deed } = deedOf(draft);
  if (deed === 'create') return `I created ${/s$/.test(thing) ? `the ${thing}` : withArticle(thing)}.`;
  if (deed === 'update') return `I changed the ${thing}.`;
  return deed === 'delete' ? `I deleted the ${thing}.` : 'That is done.';
}

/** Whether the question for an input shows an answer that fits: where it may be left out, that would only distract. */
export const showsExample = ({ example, optional }: DraftInput): boolean => example !== undefined && optional !== true;
