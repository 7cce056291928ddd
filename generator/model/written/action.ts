import Type, { type Static } from 'typebox';
import { confirm } from './confirm';
import { inputs } from './input';
import { keep } from './keep';
import { block, list, optional, said, text, value } from './kinds';
import { next } from './next';
import { ownOutcomes } from './outcomes';
import { actionReplies } from './replies';
import { request } from './request';
import { steps } from './steps';
import { response } from './response';

const sentences = { uniqueItems: true };

export const action = {
  title: 'An action: one dialog task',
  ...block(
    'One thing the bot can do: what people say to start it, what it asks for, the request it sends and what it answers.',
    {
      id: optional({
        ...value(
          'Pins the identity after the file was renamed: the old file name, without .yaml. Identity decides whether an import updates the dialog or adds a second one.',
        ),
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
      }),
      title: said(text("The dialog's name, as people see it in the builder.", { pattern: '^[^<>{}]*$' })),
      description: said(
        text('What a person reaches with it, in one or two sentences. XO 11 chooses dialogs by name and description.'),
      ),
      descriptions: optional(
        said(
          list(
            'When this is what somebody wants, in up to five sentences: "When someone wants to know where their parcel is." XO 11 chooses dialogs by name and these; it does not read utterances. Without them it reads the description, and the first utterances.',
            text('A sentence about a goal.'),
            { minItems: 1, maxItems: 5, uniqueItems: true },
          ),
        ),
      ),
      scopes: optional(
        list(
          "The access scopes that the request needs; checked against the API's own schema.",
          value('A scope, such as read_orders.'),
          sentences,
        ),
      ),
      utterances: said(
        list(
          'What people say to start it: ten or more, varied, of at least three words. ${input} marks where an input stands. The first one that marks an input is what buttons of other actions say.',
          text('A sentence, such as: where is order ${order}'),
          { minItems: 1, ...sentences },
        ),
      ),
      tests: optional(
        said(
          list(
            'Sentences held back from training, for the batch test file: same form as utterances.',
            text('A sentence.'),
            sentences,
          ),
        ),
      ),
      integrationService: optional(
        value("credentials mode integration: the name of the platform's own service for this action. Experimental."),
      ),
      inputs: optional(inputs),
      steps: optional(steps),
      request,
      reads: optional(
        Type.Literal(true, {
          description:
            'true: the request only reads although it is a POST, as searches of some APIs are; nothing is asked before it.',
        }),
      ),
      confirm: optional(confirm),
      because: optional(text('With confirm: no, why the request may be sent unasked.')),
      public: optional(
        Type.Literal(true, {
          description: 'true: with audience shopper, everybody may have this answered, signed in or not.',
        }),
      ),
      response: optional(response),
      keep: optional(keep),
      outcomes: optional(ownOutcomes),
      reply: actionReplies,
      next: optional(next),
    },
  ),
};

/** An action as a person writes it. */
export type WrittenAction = Static<typeof action>;
