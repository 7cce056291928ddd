import Type from 'typebox';
import { block, either, list, optional, said, text } from './kinds';

const person = block('How the bot hands over to a person.', {
  text: optional(said(text('What is said before the conversation is handed over.'))),
  title: optional(
    said({
      ...text('The name of the dialog that hands over, and of its button: Talk to a person when nothing is said.'),
      pattern: '^[^<>{}]*$',
    }),
  ),
  description: optional(
    said(text('When that dialog is the right one. XO 11 chooses dialogs by name and description.')),
  ),
  utterances: optional(said(list('What people say to reach a person.', text('A sentence.')))),
  fallback: optional(
    Type.Boolean({
      description: 'Whether the fallback has a button that leads to a person; true when nothing is said.',
    }),
  ),
  giveUp: optional(
    Type.Boolean({
      description: 'Whether an action hands over when the retries for an input are used up; true when nothing is said.',
    }),
  ),
});

export const agent = either(
  'Whether there are people who take over (an agent transfer of the platform): true, or how. Buttons lead there with agent: true.',
  Type.Boolean(),
  person,
);
