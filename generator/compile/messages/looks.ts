import type { Button, Locale, Phrase, Reply } from '../../model/model';
import { plainOf } from '../../model/text';
import { sayingOf, utteranceFor } from '../../model/utterance';
import { among, constant, member, textOf, type Expression } from '../expressions';
import type { Resolver } from './scope';
import { APART } from './inert';
import { othersView } from './others';
import { address, atMost, truncated, filled, isConstant, line, nothing, textParts, whenComplete } from './texts';

/** Where a message is shown: `rtm` is the web chat, `default` every other channel and what is read aloud. */
export type Channel = 'rtm' | 'default';

/** A template of `templates/messages/` and what fills it, besides what all messages share. */
export interface LookView {
  readonly template: string;
  readonly view: Readonly<Record<string, unknown>>;
}

/** What a look needs to know besides the reply. */
export interface Setting {
  readonly locale: Locale;
  readonly find: Resolver;
  readonly more: More | undefined;
}

/** The button for the next page: its title, and the utterance that asks for that page. */
export interface More {
  readonly title: Phrase;
  readonly sentence: Phrase;
}

/** Compiles one look of messages for a channel and a language. */
export type LookCompiler = (reply: Reply, setting: Setting, channel: Channel) => LookView;

/** Letters that a text of a template may have. */
const MOST = 640;

const text: LookCompiler = ({ text, several }, { find }) => {
  if (several === undefined) return { template: 'text.default', view: { text: atMost(filled(text, find), MOST) } };
  const [test, then] = [find.choices(), filled(several, find)];
  const either: Expression = { kind: 'either', test, then, otherwise: filled(text, find) };
  return { template: 'text.default', view: { text: atMost(either, MOST) } };
};

const buttons: LookCompiler = (reply, setting, channel) => {
  const { find, more, locale: locale } = setting;
  const says = buttonViews(reply.buttons, setting, find).filter((button) => button.say !== undefined);
  const text = lastOr(reply, find);
  const known = says.flatMap(({ say }) => (say !== undefined && isConstant(say) ? [String(say.value)] : []));
  const isSure = more === undefined && known.length === says.length;
  if (isSure && channel === 'default') {
    // Nobody says a long number.
    const sayings = known.filter((say) => !/\d{6}/.test(say)).join(', ');
    const offer = sayings && ` ${locale.style.sentences.youCanSay} ${sayings}.`;
    return { template: 'sayings.default', view: { text, offer } };
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
      sure: isSure,
      youCanSay: locale.style.sentences.youCanSay,
    },
  };
};

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
    return { each, title: titleOf(link.title, inside), url: address(link.url, inside) };
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

/** A button as templates print it: it says something, or opens a page. */
interface ButtonView {
  readonly title: Expression;
  readonly say?: Expression;
  readonly url?: Expression;
  readonly each?: Expression | null;
}

const buttonViews = (buttons: readonly Button[], setting: Setting, find: Resolver): readonly ButtonView[] =>
  buttons.map((button) => buttonView(button, setting, find));

/** A button, with what it finds in `find`. */
export function buttonView(button: Button, setting: Setting, find: Resolver): ButtonView {
  const { say, url, ...view } = alwaysShown(button, setting, find);
  const tests = [...(button.when ?? [])].map(([name, values]) => among(find.held({ name }), values));
  const shown = (then: Expression): Expression => (tests.length === 0 ? then : { kind: 'given', tests, then });
  return { ...view, ...(say && { say: shown(say) }), ...(url && { url: shown(url) }) };
}

function alwaysShown(button: Button, { locale: locale }: Setting, find: Resolver): ButtonView {
  const title = titleOf(button.title, find);
  if (button.url) return { title, url: address(button.url, find) };
  if (button.say) return { title, say: filled(button.say, find) };
  if (button.agent) return { title, say: filled(locale.texts.agent?.utterances[0], find) };
  const target = locale.actions.find((a) => a.id === button.action);
  const utterance = target && utteranceFor(target, [...button.with.keys()]);
  // Without one of its values there is nothing to say.
  const saying = sayingOf(utterance ?? button.title, button);
  return { title, say: whenComplete(saying.map((part) => (typeof part === 'string' ? part : find.value(part)))) };
}

/** What stands before a value and a colon. */
function labelOf({ label }: Reply['rows'][number], find: Resolver): Expression {
  const parts = textParts(label, find);
  return textOf(typeof parts.at(-1) === 'string' ? parts : [...parts, APART]);
}

function buttonList(buttons: readonly ButtonView[]): Readonly<Record<string, unknown>> {
  return {
    buttons,
    says: buttons.some((button) => button.say),
    opens: buttons.some((button) => button.url),
  };
}

/** At most as long as a button's title may be. */
function titleOf(title: Phrase, find: Resolver): Expression {
  return atMost(filled(title, find), 20);
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
