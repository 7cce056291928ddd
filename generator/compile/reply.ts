import type { Locale, Reply } from '../model/model';
import { placeholders, plainOf } from '../model/text';
import { lookCompilers, type Channel, type LookView, type More } from './messages/looks';
import { noScope, resolver, type Scope } from './messages/scope';
import { isFixed } from './expression';
import { piece, script, type Piece } from './plan';

/** What a reply's scripts need besides the reply: whose state they read, and the component's name for their first line. */
export interface Saying {
  readonly name: string;
  /** The key of the action's state in the context. */
  readonly key: string;
  /** The reply in each language. */
  readonly reply: (locale: Locale) => Reply;
  /** What its placeholders may name. */
  readonly scope?: Scope;
  /** The button for the next page. */
  readonly more?: (locale: Locale) => More | undefined;
}

/** A message list: `default` for voice and every channel, `rtm` for the web chat where the look is more than a text. */
export function messageList(locales: readonly Locale[], saying: Saying): readonly Piece[] {
  const all = locales.map((s) => saying.reply(s).look);
  const entry = (channel: Channel) =>
    piece('message-entry', {
      channel,
      localeData: Object.fromEntries(locales.map((s) => [s.language, textPiece(s, saying, channel)])),
    });
  return all.every((look) => look === 'text') ? [entry('default')] : [entry('default'), entry('rtm')];
}

function textPiece(locale: Locale, saying: Saying, channel: Channel): Piece {
  const reply = saying.reply(locale);
  const fixed = fixedText(locale, saying, reply, channel);
  if (fixed !== undefined) return piece('message-text', { text: fixed, type: 'basic' });
  const find = resolver(saying.scope ?? noScope);
  const { template, view } = lookCompilers[reply.look](
    reply,
    { locale: locale, find, more: saying.more?.(locale) },
    channel,
  );
  const uses = ['said', 'answer', 'more', 'choices', 'reason', 'looked'].filter((part) => find.used.has(part));
  return piece('message-text', {
    text: script(`messages/${template}`, {
      name: saying.name,
      key: saying.key,
      uses,
      helpers: helpersOf(view),
      ...view,
    }),
    type: 'uxmap',
  });
}

/** A text that is known at build time needs no script; nor do the sayings of buttons where there are no buttons. */
function fixedText(locale: Locale, saying: Saying, reply: Reply, channel: Channel): string | undefined {
  const text = reply.text?.text ?? [''];
  if (!isFixed(text) || reply.several !== undefined) return undefined;
  if (reply.look === 'text') return plainOf(text);
  if (reply.look !== 'buttons' || channel !== 'default' || saying.more?.(locale)) return undefined;
  if (reply.buttons.some((button) => [...button.with.values()].some((phrase) => placeholders(phrase.text).length > 0)))
    return undefined;
  const { view } = lookCompilers.buttons(reply, { locale: locale, find: resolver(noScope), more: undefined }, channel);
  return typeof view['offer'] === 'string' ? plainOf(text) + view['offer'] : undefined;
}

/** Which helpers a message needs: the functions that its expressions call. */
export function helpersOf(view: LookView['view']): Readonly<Record<string, boolean>> {
  const called = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value) called.add(value.kind === 'call' && 'name' in value ? value.name : value.kind);
    Object.values(value).forEach(walk);
  };
  walk(view);
  return {
    shown: called.has('shown'),
    short: called.has('short') || view['isCut'] === true,
    address: called.has('address'),
    tidy: called.has('tidy'),
    all: called.has('each'),
  };
}

/** One fixed sentence per language, as prompts have. */
export function fixedMessageList(texts: Readonly<Record<string, string>>): readonly Piece[] {
  const localeData = Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, piece('message-text', { text, type: 'basic' })]),
  );
  return [piece('message-entry', { channel: 'default', localeData })];
}
