import { hearsAsides } from '../compile/scripts/asides';
import { readingsOf } from '../compile/scripts/readings';
import { fetchesToken } from '../model/credentials';
import { askedOf } from '../model/input';
import type { Action, Bot } from '../model/model';
import { entityName, keyOf, names } from '../model/names';
import { code, plain, table } from './markdown';
import { written } from './sentences';

/** What a step is called, what it does, and what of the context says how it went. */
type Row = readonly [step: string, does: string, leaves: string];

/** How to read a dialog in the builder: its steps in their order, shown by an action that has most of them. */
export function dialogChapter(bot: Bot): readonly string[] {
  const dialogs = bot.actions.map((action) => ({ action, rows: rowsOf(bot, action) }));
  const most = Math.max(...dialogs.map(({ rows }) => rows.length));
  const shown = dialogs.find(({ rows }) => rows.length === most);
  if (shown === undefined) return [];
  const { action, rows } = shown;
  return [
    '## Read a dialog',
    `Each action is one dialog of the same steps. These are those of ${plain(written(action.title))}; ${code(`${keyOf(bot.id)}…`)} and ${code('reply…')} are the same in every dialog, one component in several places.`,
    table(['Step', 'What it does', 'What it leaves in the context'], rows),
    'The transitions after a step compare what it left. What you change here the next import of the dialog takes back: change the spec instead, or leave the dialog out of imports from then on.',
  ];
}

function rowsOf(bot: Bot, action: Action): readonly Row[] {
  const { id } = action;
  const state = `context.${keyOf(id)}`;
  return [
    ...askedOf(action.inputs).map((input): Row => [
      code(entityName(action, input.name)),
      `asks for it: ${plain(written(input.prompt))}`,
      code(`context.entities.${entityName(action, input.name)}`),
    ]),
    ...(readingsOf(bot, action).length > 0 || hearsAsides(bot, action)
      ? [row(names.read(id), 'takes what was typed whole', state, 'context.topic')]
      : []),
    ...(hearsAsides(bot, action)
      ? [
          row(
            names.hear(bot.id),
            'hears what is no answer, or a second request; looks at the variables',
            'context.aside',
            `${state}.said`,
          ),
        ]
      : []),
    row(names.prepare(id), 'makes a request of what is safe to send', `${state}.body`, 'context.called'),
    ...(fetchesToken(bot.credentials)
      ? [row(names.token(bot.id), 'keeps a token that was fetched', `${state}.token`)]
      : []),
    ...(action.writes ? [row(names.confirm(id), 'asks before anything is written')] : []),
    row(names.service(id), 'sends the request', `context.${names.service(id)}.response`),
    row(names.check(bot.id), 'tells failures from answers', `${state}.failure`),
    row(names.answer(id), 'decides one outcome and takes what is shown', `${state}.outcome`, `${state}.answer`),
    row(names.show(bot.id), 'makes what came from elsewhere harmless to a chat window', 'context.problem'),
    row(names.reply(id, 'found'), 'answers; a message of its own for each outcome'),
    row(names.shared('problem'), 'says what went wrong, the same in every dialog'),
  ];
}

const row = (step: string, does: string, ...leaves: readonly string[]): Row => [
  code(step),
  does,
  leaves.map(code).join(', '),
];
