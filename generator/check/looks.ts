import { ownReplies } from '../model/answers';
import { looks, type Look, type ReplyPart } from '../model/looks';
import type { Action, Button, Locale, Reply } from '../model/model';
import { plainOf } from '../model/text';
import { listsOf } from './phrases';
import { keyPlace, placeOf } from './places';
import type { SpecRule } from './rule';

/** Limits of the web templates: documented, or read from the web chat's own code. */
const SHORTER = 'Say it shorter.';

const MOST = { listThings: 4, listButtons: 1, carouselButtons: 3, buttonTitle: 20, text: 640 };

/** A reply has the parts that its look needs and no others; lists are lists; limits are kept. */
export const looksFit: SpecRule = (bot, report) => {
  const shape = (reply: Reply, action?: Action) => {
    const { needs, shows }: Look = looks[reply.look];
    const lists = listsOf(action?.response.fields ?? []);
    for (const part of needs) if (!has(reply, part)) report(keyPlace(reply.where), 'look-misses', reply.look, part);
    for (const part of PARTS) {
      if (has(reply, part) && !shows.includes(part))
        report(keyPlace(reply.where, part), 'look-ignores', reply.look, part);
    }
    const eachs = [
      [reply.each, ['each']] as const,
      ...reply.rows.map((row, i) => [row.each, ['rows', i, 'each']] as const),
      ...reply.links.map((link, i) => [link.each, ['links', i, 'each']] as const),
    ];
    for (const [name, path] of eachs) {
      if (name !== undefined && !lists.has(name)) {
        report(reply.where.file.at([...reply.where.path, ...path]), 'not-a-list', name, [...lists.keys()]);
      }
    }
    thingButtons(reply, report);
    if (reply.look === 'buttons') saySomething(reply.buttons, report);
  };
  // A translation changes texts, not what a reply is made of.
  for (const { reply, action } of repliesOf(bot.locales[0])) shape(reply, action);
  for (const locale of bot.locales) {
    for (const { reply } of repliesOf(locale)) limits(reply, report);
    for (const action of locale.actions) for (const button of action.next?.buttons ?? []) buttonLimit(button, report);
  }
  for (const action of bot.actions) {
    saySomething(action.next?.buttons ?? [], report);
    pageFits(action, report);
  }
};

/** Buttons below a sentence say something; a page is opened from details or from a thing. */
function saySomething(buttons: readonly Button[], report: Report): void {
  for (const { url, where } of buttons)
    if (url !== undefined) report(keyPlace(where, 'url'), 'look-ignores', 'buttons', 'url');
}

/** Every reply of a bot; with its action where it shows an answer. */
const repliesOf = ({
  texts,
  actions,
}: Locale): readonly { readonly reply: Reply; readonly action?: Action | undefined }[] => [
  ...ownReplies(texts).map((reply) => ({ reply })),
  ...actions.flatMap((action) => [
    { reply: action.found, action },
    ...[
      action.empty,
      ...(action.near ? [action.near] : []),
      action.needsInput,
      ...(action.unsure ? [action.unsure] : []),
      ...action.own.values(),
      ...action.outcomes.flatMap(({ reply }) => (reply ? [reply] : [])),
    ].map((reply) => ({ reply })),
  ]),
];

const PARTS: readonly ReplyPart[] = [...new Set(Object.values<Look>(looks).flatMap(({ shows }) => shows))];

const has = (reply: Reply, part: ReplyPart) => {
  const value = reply[part];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
};

type Report = Parameters<SpecRule>[1];

function limits(reply: Reply, report: Report): void {
  const size = plainOf(reply.text?.text ?? []).length;
  if (size > MOST.text && reply.text)
    report(
      reply.text.where.file.at(reply.text.where.path),
      'over-limit',
      'Characters of a message',
      size,
      MOST.text,
      SHORTER,
    );
  for (const button of [...reply.buttons, ...(reply.item?.buttons ?? [])]) buttonLimit(button, report);
}

function thingButtons(reply: Reply, report: Report): void {
  const most = reply.look === 'list' ? MOST.listButtons : MOST.carouselButtons;
  const count = reply.item?.buttons.length ?? 0;
  if (count > most)
    report(
      keyPlace(reply.where, 'item', 'buttons'),
      'over-limit',
      `Buttons of one thing of a ${reply.look}`,
      count,
      most,
      'Remove some.',
    );
}

function buttonLimit(button: Button, report: Report): void {
  const { where, text } = button.title;
  const size = Array.from(plainOf(text)).length;
  if (size > MOST.buttonTitle)
    report(where.file.at(where.path), 'over-limit', 'Characters on a button', size, MOST.buttonTitle, SHORTER);
}

/** A page is no longer than its look can show: what is cut would be lost between two pages. */
function pageFits(action: Action, report: Report): void {
  const { request, found } = action;
  if (request.kind !== 'graphql' || request.paging === undefined || found.look !== 'list') return;
  const written = request.variables.get('first');
  const byDefault = /(\$first:\s*Int!?\s*=\s*)(\d+)/.exec(request.query);
  const size = typeof written === 'number' ? written : Number(byDefault?.[2] ?? 0);
  if (size <= MOST.listThings) return;
  const place =
    typeof written === 'number' || !byDefault
      ? placeOf({ file: request.where.file, path: [...request.where.path, 'variables', 'first'] })
      : request.where.file.within(
          [...request.where.path, 'graphql'],
          byDefault.index + (byDefault[1]?.length ?? 0),
          String(size).length,
        );
  report(place, 'over-limit', 'Things on a page of a list', size, MOST.listThings, 'Ask for smaller pages.');
}
