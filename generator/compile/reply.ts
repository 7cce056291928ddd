import { styleOf } from '../model/languages';
import type { Action, Button, Item, Phrase, Reply, Locale } from '../model/model';
import { plainOf } from '../model/text';
import { isFixed, partsOf, sayParts, type Parts } from './expression';
import { piece, script, type Piece } from './plan';
import { utteranceFor } from '../model/utterance';

/** What a reply's scripts need besides the reply: whose state they read, and the component's name for their first line. */
export interface Saying {
  readonly name: string;
  /** The key of the action's state in the context. */
  readonly key: string;
  /** The reply in each language. */
  readonly reply: (spoken: Locale) => Reply;
  /** The title of the button for the next page. */
  readonly more?: (spoken: Locale) => Phrase | undefined;
}

/** A message list: `default` for voice and every channel, `rtm` for the web chat where the look is more than a text. */
export function messageList(spoken: readonly Locale[], saying: Saying): readonly Piece[] {
  const looks = spoken.map((s) => saying.reply(s).look);
  const entry = (channel: 'default' | 'rtm') =>
    piece('message-entry', {
      channel,
      localeData: Object.fromEntries(spoken.map((s) => [s.language, textPiece(s, saying, channel === 'rtm')])),
    });
  return looks.every((look) => look === 'text') ? [entry('default')] : [entry('default'), entry('rtm')];
}

function textPiece(spoken: Locale, saying: Saying, web: boolean): Piece {
  const reply = saying.reply(spoken);
  const text = reply.text?.text ?? [''];
  if (reply.look === 'text' && isFixed(text)) return piece('message-text', { text: plainOf(text), type: 'basic' });
  return piece('message-text', {
    text: script(`messages/${reply.look}`, lookView(spoken, saying, reply, web)),
    type: 'uxmap',
  });
}

/** One fixed sentence per language, as prompts have. */
export function fixedMessageList(texts: Readonly<Record<string, string>>): readonly Piece[] {
  const localeData = Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, piece('message-text', { text, type: 'basic' })]),
  );
  return [piece('message-entry', { channel: 'default', localeData })];
}

function lookView(spoken: Locale, saying: Saying, reply: Reply, web: boolean): Readonly<Record<string, unknown>> {
  const parts = (phrase: Phrase | undefined): Parts => (phrase ? partsOf(phrase.text) : []);
  const buttons = (list: readonly Button[]) => list.map((b) => buttonView(b, spoken.actions));
  const item = (i: Item) => ({
    title: parts(i.title),
    lines: i.lines.map(parts),
    image: parts(i.image),
    link: parts(i.link),
    buttons: buttons(i.buttons),
  });
  return {
    name: saying.name,
    key: saying.key,
    web,
    hasButtons: reply.look !== 'text' && reply.look !== 'table',
    text: parts(reply.text),
    title: parts(reply.title),
    image: parts(reply.image),
    rows: reply.rows.map((row) => ({ label: parts(row.label), value: parts(row.value), each: row.each ?? '' })),
    links: reply.links.map((link) => ({ title: parts(link.title), url: parts(link.url), each: link.each ?? '' })),
    each: reply.each ?? '',
    item: reply.item ? item(reply.item) : null,
    columns: reply.columns.map((c) => ({ title: parts(c.title), value: parts(c.value), align: c.align })),
    buttons: buttons(reply.buttons),
    more: plainOf(saying.more?.(spoken)?.text ?? []),
    youCanSay: styleOf(spoken.language).sentences.youCanSay,
  };
}

function buttonView(button: Button, actions: readonly Action[]): Readonly<Record<string, unknown>> {
  const title = partsOf(button.title.text);
  if (button.url) return { title, url: partsOf(button.url.text) };
  const target = actions.find((a) => a.id === button.action);
  const utterance = target && utteranceFor(target, [...button.with.keys()]);
  return { title, say: utterance ? sayParts(utterance, button) : title };
}
