import type { Locale, Reply } from '../model/model';
import { lookCompilers, type LookView } from './messages/looks';
import type { Channel, More } from './messages/setting';
import { noScope, resolver, type Scope } from './messages/scope';
import { isConstant } from './messages/texts';
import type { Expression } from './expressions';
import { piece, script, type Piece } from './plan';

/** What a reply's scripts need besides the reply: whose state they read. */
export interface Saying {
  /** The component's name. */
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
  const find = resolver(saying.scope ?? noScope);
  const look = lookCompilers[reply.look](reply, { locale: locale, find, more: saying.more?.(locale) }, channel);
  const { template, view } = look;
  const plain = placed(look, saying.key);
  if (plain !== undefined) return piece('message-text', { text: plain, type: 'basic' });
  const uses = ['said', 'answer', 'more', 'choices', 'reason', 'looked'].filter((part) => find.used.has(part));
  return piece('message-text', {
    text: script(`messages/${template}`, {
      key: saying.key,
      uses,
      helpers: helpersOf(view),
      ...view,
    }),
    type: 'uxmap',
  });
}

/** A sentence without a script: all of it is known at build time, or the platform's own placeholders stand for values as the state holds them. */
function placed({ template, view }: LookView, key: string): string | undefined {
  if (template !== 'text.default') return undefined;
  const text = view['text'] as Expression;
  if (isConstant(text)) return String(text.value);
  if (text.kind !== 'text') return undefined;
  const texts = text.parts.map((part) => ('plain' in part ? part.plain : placeholderOf(part.value, key)));
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** What the platform writes for a member of the state, where its way is known to exist; a text that is known, as it is. */
function placeholderOf(value: Expression, key: string): string | undefined {
  if (isConstant(value)) return String(value.value);
  if (value.kind !== 'path') return undefined;
  const steps = value.steps.map((step) => ('name' in step && !step.optional ? step.name : undefined));
  return steps.includes(undefined) ? undefined : `{{${['context', key, value.from, ...steps].join('.')}}}`;
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
