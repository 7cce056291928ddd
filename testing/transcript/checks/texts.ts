import { isRecord } from '../../../kore/record';
import type { SentMessage, Turn } from '../../../preview/turn';
import type { Check } from '../run';

/** What a placeholder, a number or an object turns into when a script did not think of it. */
const BROKEN = ['undefined', 'null', '[object Object]', 'NaN', 'Infinity', 'Invalid date'];

/** No reply shows a broken value, an unfilled placeholder, a secret or a paging cursor. What the user said may be repeated. */
export const soundTexts: Check = (harness, turns) => {
  const last = turns.at(-1);
  if (last === undefined) return [];
  const said = turns.map((t) => t.said ?? '').join('\n');
  const texts = last.turn.messages.flatMap(messageTexts);
  const forbidden = [
    ...BROKEN.filter((word) => !said.includes(word)).map(
      (word) => [word, new RegExp(`(?<![\\p{L}])${escape(word)}(?![\\p{L}])`, 'u')] as const,
    ),
    // The platform would fill what stands in braces, whoever said it; encoded ones are plain text by then.
    ...['{{', ...(said.includes('%7B%7B') ? [] : ['%7B%7B'])].map((mark) => [mark, new RegExp(escape(mark))] as const),
    ...harness.secrets.map((secret) => ['a secret', new RegExp(escape(secret))] as const),
    ...turns
      .flatMap((t) => cursorsOf(t.turn))
      .map((cursor) => ['a paging cursor', new RegExp(escape(cursor))] as const),
  ];
  const found = texts.flatMap((text) =>
    forbidden.filter(([, pattern]) => pattern.test(text)).map(([what]) => `a message shows ${what}: ${text}`),
  );
  return [...new Set(found)];
};

/** Every text of a message, as all channels have it: what is read, and what buttons and links hold. */
export const messageTexts = ({ default: plain, rtm }: SentMessage): readonly string[] => [
  plain.text,
  rtm.text,
  ...strings(rtm.template?.payload),
  ...strings(plain.template?.payload),
];

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null) return ['null'];
  if (Array.isArray(value)) return value.flatMap(strings);
  return isRecord(value) ? Object.values(value).flatMap(strings) : [];
}

/** The cursors in a turn's answers; short ones would match anything. */
const cursorsOf = (turn: Turn): readonly string[] =>
  turn.calls.flatMap((call) => membersNamed(call.response, /cursor$/i)).filter((cursor) => cursor.length >= 6);

function membersNamed(value: unknown, name: RegExp): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => membersNamed(one, name));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    typeof member === 'string' && name.test(key) ? [member] : membersNamed(member, name),
  );
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
