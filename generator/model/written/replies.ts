import { sharedOutcomes, type SharedOutcome } from '../outcomes';
import { block, described, open, optional, said, text } from './kinds';
import { buttons } from './button';
import { reply } from './reply';

const shared = {
  'sign-in': described('audience shopper: nobody is signed in, so nothing personal is said.', reply),
  unauthorized: described("The store did not accept the bot's token.", reply),
  forbidden: described('The token may not read this (a missing scope), or the store is locked or frozen.', reply),
  throttled: described('The store asked the bot to slow down.', reply),
  unavailable: described('The store could not be reached or had a fault of its own.', reply),
  invalid: described('The bot is set up wrongly, or the service did not understand the request.', reply),
  refused: described(
    'The service did not take what it was given (status 400, 409 or 422, or userErrors of a mutation).',
    reply,
  ),
} satisfies Readonly<Record<SharedOutcome, typeof reply>>;

type MayBeLeftOut = { readonly [outcome in SharedOutcome]: ReturnType<typeof optional<typeof reply>> };

/** What an action says for each outcome. */
export const actionReplies = open(
  'What the bot says for each outcome. found and empty (with response.done: done) are needed, and one for each of `outcomes`; the others are worded once in bot.yaml and may be worded differently here.',
  {
    found: optional(described('There is an answer.', reply)),
    done: optional(described('With response.done: it succeeded.', reply)),
    empty: optional(described('There is none, or it is not the thing asked for.', reply)),
    near: optional(
      described(
        'With response.near: there is nothing but what is like it. A sentence; the cards of found follow.',
        reply,
      ),
    ),
    'needs-input': optional(described('What was said cannot be used; the bot asks again after it.', reply)),
    unsure: optional(
      described(
        'An action that writes got no answer, so nobody knows whether it happened; it is never told as a failure.',
        reply,
      ),
    ),
    ...(Object.fromEntries(sharedOutcomes.map((outcome) => [outcome, optional(shared[outcome])])) as MayBeLeftOut),
  },
  reply,
);

/** What the bot says in every action. */
export const botReplies = block('What the bot says in every action when there is no answer.', {
  'task-failure': said(
    text('Said by the platform itself when a request gets no answer at all (no connection, time-out).'),
  ),
  ...shared,
  refused: optional(shared.refused),
  buttons: optional(buttons('Buttons below these sentences, where they are no more than sentences.', 10)),
});
