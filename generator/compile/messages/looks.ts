import type { Locale, Phrase, Reply } from '../../model/model';
import { plainOf } from '../../model/text';
import { among, constant, member, textOf, type Expression } from '../expressions';
import type { Resolver } from './scope';
import { APART } from './inert';
import { buttonList, buttonViews, isSayable, buttonTitle } from './button-views';
import { othersView } from './others';
import type { Channel, More, Setting } from './setting';
import { address, atMost, truncated, filled, followed, isConstant, line, nothing, textParts } from './texts';

/** A template of `templates/messages/` and what fills it, besides what all messages share. */
export interface LookView {
  readonly template: string;
  readonly view: Readonly<Record<string, unknown>>;
}

/** Compiles one look of messages for a channel and a language. */
export type LookCompiler = (reply: Reply, setting: Setting, channel: Channel) => LookView;

/** Letters that a text of a template may have. */
const MOST = 640;

const text: LookCompiler = ({ text, several }, { find }) => {
  const whole = filled(text, find);
  // What an author wrote is said whole; what values make of it has an end.
  if (several === undefined)
    return { template: 'text.default', view: { text: isConstant(whole) ? whole : atMost(whole, MOST) } };
  const [test, then] = [find.choices(), filled(several, find)];
  const either: Expression = { kind: 'either', test, then, otherwise: whole };
  return { template: 'text.default', view: { text: atMost(either, MOST) } };
};

const buttons: LookCompiler = (reply, setting, channel) => {
  const { find, locale: locale } = setting;
  const { says, more, sayings, isKnown } = offersOf(reply, setting, channel === 'default');
  const text = lastOr(reply, find);
  if (isKnown && more === undefined && channel === 'default') {
    const offer = sayings.length > 0 ? ` ${locale.style.sentences.youCanSay} ${sayings.join(', ')}.` : '';
    return { template: 'text.default', view: { text: followed(text, offer) } };
  }
  const moreView = more
    ? { more: constant(truncated(plainOf(more.title.text), 20)), moreSay: moreSay(more, find) }
    : { more: null, moreSay: null };
  return {
    template: `buttons.${channel}`,
    view: {
      ...moreView,
      text,
      shownText: atMost(text, MOST),
      buttons: says,
      only: says.length === 1 ? says[0] : null,
      known: isKnown ? sayings : null,
      sure: sayings.length > 0,
      youCanSay: locale.style.sentences.youCanSay,
    },
  };
};

/** The buttons that say something, and what of it is known when the bot is built; nobody says a long number. */
function offersOf(reply: Reply, setting: Setting, isSpoken: boolean) {
  const { find } = setting;
  const isOffered = (phrases: readonly Phrase[]) => !isSpoken || isSayable(phrases, find);
  const offered = reply.buttons.filter((button) => isOffered([...button.with.values()]));
  const more = setting.more && isOffered([setting.more.sentence]) ? setting.more : undefined;
  const says = buttonViews(offered, setting, find).filter((button) => button.say !== undefined);
  const known = says.flatMap(({ say }) => (say !== undefined && isConstant(say) ? [String(say.value)] : []));
  const sayings = known.filter((say) => !isSpoken || !/\d{6}/.test(say));
  const isKnown = known.length === says.length && (more === undefined || sayings.length > 0);
  return { says, more, sayings, isKnown };
}

/** The text, or what is said where there is no further page. */
function lastOr({ text, last }: Reply, find: Resolver): Expression {
  if (!last) return filled(text, find);
  find.use('more');
  const test = among(member('more'), ['yes']);
  return { kind: 'either', test, then: filled(text, find), otherwise: filled(last, find) };
}

const details: LookCompiler = (reply, setting, channel) => {
  const { find } = setting;
  const rows = reply.rows.map((row) => {
    if (row.each === undefined) return { label: labelOf(row, find), value: line(row.value, find), each: false };
    const then = line(row.value, find.inside(row.each));
    const value: Expression = { kind: 'each', list: find.list(row.each), then };
    return { label: labelOf(row, find), value, each: true };
  });
  const links = reply.links.map((link) => {
    const inside = link.each === undefined ? find : find.inside(link.each);
    const each = link.each === undefined ? null : find.list(link.each);
    return { each, title: buttonTitle(link.title, inside), url: address(link.url, inside) };
  });
  return {
    template: `details.${channel}`,
    view: {
      title: filled(reply.title, find),
      cardTitle: channel === 'rtm' && reply.image ? atMost(filled(reply.title, find), 80) : null,
      text: reply.text ? line(reply.text, find) : null,
      rows,
      image: reply.image ? address(reply.image, find) : null,
      isCut: channel === 'rtm',
      ...buttonList(channel === 'rtm' ? [...links, ...buttonViews(reply.buttons, setting, find)] : []),
    },
  };
};

const things =
  (look: 'list' | 'carousel', most: number): LookCompiler =>
  (reply, setting, channel) => {
    const { find } = setting;
    const { each = '' } = reply;
    const inside = find.inside(each);
    const text = reply.text ? line(reply.text, find) : null;
    const shared = {
      most,
      ...othersView(each, setting, most),
      each: find.list(each),
      text: text ?? (look === 'list' && channel === 'rtm' ? nothing : null),
    };
    if (channel === 'rtm') {
      const said = shared.text ? atMost(shared.text, MOST) : null;
      return { template: `${look}.rtm`, view: { ...shared, text: said, ...cardView(look, reply, setting) } };
    }
    const lines = reply.item?.lines.map((one) => line(one, inside)) ?? [];
    const words: Expression = { kind: 'list', values: [filled(reply.item?.title, inside), ...lines] };
    return { template: 'items.default', view: { ...shared, words } };
  };

/** A card of a carousel, or a thing of a list. */
function cardView(look: 'list' | 'carousel', { item, each = '' }: Reply, setting: Setting) {
  const inside = setting.find.inside(each);
  const isList = look === 'list';
  if (!item) throw new Error('a list without items');
  const link = item.link ? address(item.link, inside) : null;
  // A card with a link of its own shows the bare address in the web chat; a button says where it leads.
  const open = !isList && link ? [{ each: null, title: openTitle(setting.locale), url: link }] : [];
  const buttons = [...buttonViews(item.buttons, setting, inside), ...open].slice(0, isList ? 1 : 3);
  return {
    isCut: isList,
    title: atMost(filled(item.title, inside), 80),
    subtitle: subtitle(
      item.lines.map((one) => line(one, inside)),
      isList ? ' · ' : '\n',
    ),
    image: item.image ? address(item.image, inside) : null,
    link: isList ? link : null,
    ...buttonList(buttons),
  };
}

const table: LookCompiler = (reply, setting, channel) => {
  const { find } = setting;
  const { columns, each = '' } = reply;
  const inside = find.inside(each);
  const shared = {
    ...othersView(each, setting),
    each: find.list(each),
    text: reply.text ? line(reply.text, find) : channel === 'rtm' ? nothing : null,
  };
  const cells = columns.map((column) => ({
    title: filled(column.title, find),
    value: filled(column.value, inside),
    align: column.align,
  }));
  const values: Expression = { kind: 'list', values: cells.map(({ value }) => value) };
  const view =
    channel === 'rtm'
      ? { text: atMost(shared.text ?? nothing, MOST), columns: cells, cells: values }
      : { first: cells[0]?.value ?? nothing, named: cells.slice(1) };
  return { template: `table.${channel}`, view: { ...shared, ...view } };
};

/** Every look of messages. */
export const lookCompilers: Readonly<Record<Reply['look'], LookCompiler>> = {
  text,
  buttons,
  details,
  list: things('list', 4),
  carousel: things('carousel', 10),
  table,
};

/** What stands before a value and a colon. */
function labelOf({ label }: Reply['rows'][number], find: Resolver): Expression {
  const parts = textParts(label, find);
  return textOf(typeof parts.at(-1) === 'string' ? parts : [...parts, APART]);
}

const openTitle = (locale: Locale): Expression => constant(locale.style.sentences.viewInStore);

function subtitle(lines: readonly Expression[], separator: string): Expression | null {
  const [only, ...more] = lines;
  if (only === undefined) return null;
  return atMost(more.length === 0 ? only : { kind: 'joined', values: lines, separator }, 200);
}

/** What the button for the next page says: the utterance, with what was said before in place of its marks. */
function moreSay({ sentence }: More, find: Resolver): Expression {
  find.use('more');
  return textOf(sentence.text.map((part) => (typeof part === 'string' ? part : find.said(part.name))));
}
