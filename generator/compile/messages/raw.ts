import type { Action, Bot, Field, Phrase, Reply } from '../../model/model';
import { placeholders } from '../../model/text';

/**
 * What the state of an action holds as it came, because it becomes part of an address, is compared or is kept: names of fields and
 * inputs, `list.name` inside a list. Every other text is inert before it is kept. In every language: they share one state.
 */
export function rawNames(bot: Bot, action: Action): ReadonlySet<string> {
  const own = bot.locales.map(({ actions }) => actions.find(({ id }) => id === action.id) ?? action);
  const kept = action.keep.flatMap(({ value }) => namesIn(value));
  return new Set([...own.flatMap(repliesOf).flatMap(rawIn), ...kept]);
}

/** The fields of an answer that stay as they came, `list.name` inside a list, in the order of the spec. */
export function rawFields(bot: Bot, action: Action): readonly string[] {
  const raw = rawNames(bot, action);
  const inside = (fields: readonly Field[], at = ''): readonly string[] =>
    fields.flatMap((field) => {
      const name = at + field.name;
      if ('each' in field) return inside(field.fields, `${name}.`);
      return raw.has(name) ? [name] : [];
    });
  return inside(action.response.fields);
}

const repliesOf = ({ found, empty, needsInput, unsure, own, outcomes, next }: Action): readonly Looked[] => [
  found,
  empty,
  needsInput,
  ...(unsure ? [unsure] : []),
  ...own.values(),
  ...outcomes.flatMap(({ reply }) => (reply ? [reply] : [])),
  ...(next ? [{ links: [], buttons: next.buttons }] : []),
];

type Looked = Pick<Reply, 'links' | 'buttons' | 'image' | 'each' | 'item'>;

function rawIn({ image, links, buttons, each, item }: Looked): readonly string[] {
  const tested = (all: Reply['buttons']) =>
    all.flatMap(({ url, when }) => [...namesIn(url), ...(when ? [...when.keys()] : [])]);
  return [
    ...namesIn(image),
    ...links.flatMap((link) => inside(link.each, namesIn(link.url))),
    ...tested(buttons),
    ...inside(each, item ? [...namesIn(item.image), ...namesIn(item.link), ...tested(item.buttons)] : []),
  ];
}

/** A name in a list may be that of its things, of the answer or of an input. */
const inside = (list: string | undefined, names: readonly string[]): readonly string[] =>
  list === undefined ? names : names.flatMap((name) => [name, `${list}.${name}`]);

const namesIn = (phrase: Phrase | undefined): readonly string[] =>
  phrase ? placeholders(phrase.text).map(({ name }) => name) : [];
