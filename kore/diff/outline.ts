import { isEmpty } from './diff';
import type { Diff, DialogChange, FieldChange, ItemChange, ChangeKind, NodeChange, TextPart } from './diff';
import { settingName, settingValue } from './setting-words';

export type Sign = '+' | '-' | '~' | '=' | '!';

/** One line of a diff as a person reads it. `parts` are a word diff that follows the text on the same line. */
export interface OutlineLine {
  readonly depth: number;
  readonly sign?: Sign;
  readonly text: string;
  readonly parts?: readonly TextPart[];
}

/** A heading with what belongs to it. */
export interface Section {
  readonly sign: Sign;
  readonly title: string;
  /** The name of the dialog that this is about. */
  readonly dialog?: string;
  readonly lines: readonly OutlineLine[];
}

const SIGNS: Readonly<Record<ChangeKind, Sign>> = { added: '+', removed: '-', changed: '~', kept: '=' };

/** The diff in reading order: what is dangerous first, then dialogs, then the rest. Both text renderers print this. */
export const outline = (diff: Diff): readonly Section[] => [
  ...diff.identity.map((i): Section => ({
    sign: '!',
    title: `${i.type} ${i.name} has a new identity: an import will create a duplicate`,
    lines: [{ depth: 1, text: `refId ${i.before} → ${i.after}` }],
  })),
  ...diff.dialogs.map(dialogSection),
  ...[...diff.components, ...diff.variables, ...diff.events].map(itemSection),
  ...(diff.settings.length === 0
    ? []
    : [{ sign: '~' as const, title: 'bot settings', lines: diff.settings.flatMap((f) => fieldLines(f, 1)) }]),
];

const dialogSection = (dialog: DialogChange): Section => ({
  ...itemSection(dialog),
  dialog: dialog.name,
  lines: dialog.kind === 'kept' || dialog.kind === 'removed' ? [] : dialogLines(dialog),
});

const dialogLines = (dialog: DialogChange): readonly OutlineLine[] => [
  ...dialog.fields.flatMap((f) => fieldLines(f, 1)),
  ...dialog.nodes.flatMap((node) => nodeLines(node, 1)),
  ...dialog.utterances.map((u): OutlineLine => ({
    depth: 1,
    sign: SIGNS[u.kind],
    text: `utterance (${u.language}): ${u.text}`,
  })),
];

/** The nodes of a look-up say something only where it was there before and still is. */
const nodeLines = (node: NodeChange, depth: number): readonly OutlineLine[] => [
  {
    depth,
    sign: SIGNS[node.kind],
    text: `${node.type} ${node.name}${node.sends === undefined ? '' : `: sends ${shortened(node.sends)}`}`,
  },
  ...node.fields.flatMap((f) => fieldLines(f, depth + 1)),
  ...(node.kind === 'changed' ? (node.nodes ?? []).flatMap((n) => nodeLines(n, depth + 1)) : []),
];

const itemSection = (item: ItemChange): Section => ({
  sign: SIGNS[item.kind],
  title: `${item.type === 'env' || item.type === 'content' ? `${item.type} variable` : item.type} ${item.name}${
    item.kind === 'kept' ? ' (not in the new files; it stays in the bot)' : ''
  }`,
  lines: item.fields.flatMap((f) => fieldLines(f, 1)),
});

/** No value is shown with more characters; the whole is in the JSON. */
const LONGEST_VALUE = 1000;

function fieldLines(change: FieldChange, depth: number): readonly OutlineLine[] {
  const name = settingName(change.field);
  if (change.as === 'secret') return [{ depth, text: `${name}: changed (not shown, it may be a secret)` }];
  if (change.as === 'words') return [{ depth, text: `${name}: `, parts: change.parts }];
  if (change.as === 'lines') return [{ depth, text: `${name}:` }, ...textLines(change.parts, depth + 1)];
  const said = (value: string) => shortened(settingValue(change.field, value));
  const { before, after } = change;
  if (before === undefined) return [{ depth, sign: '+', text: `${name}: ${said(after ?? '')}` }];
  if (after === undefined) return [{ depth, sign: '-', text: `${name}: ${said(before)}` }];
  return [{ depth, text: `${name}: ${said(before)} → ${said(after)}` }];
}

const shortened = (text: string) =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters)` : text;

/** So many unchanged lines are shown around a changed one. */
const CONTEXT = 2;

function textLines(parts: readonly TextPart[], depth: number): readonly OutlineLine[] {
  return parts.flatMap((part, i): readonly OutlineLine[] => {
    const lines = part.text.replace(/\n$/, '').split('\n');
    if (part.op !== 'same') return lines.map((text) => ({ depth, sign: part.op === 'added' ? '+' : '-', text }));
    const head = i === 0 ? [] : lines.slice(0, CONTEXT);
    const tail = i === parts.length - 1 ? [] : lines.slice(Math.max(head.length, lines.length - CONTEXT));
    const hidden = lines.length - head.length - tail.length;
    const plain = (text: string): OutlineLine => ({ depth, text: `  ${text}` });
    const gap = hidden > 0 ? [{ depth, text: `  … ${hidden} unchanged ${hidden === 1 ? 'line' : 'lines'}` }] : [];
    return [...head.map(plain), ...gap, ...tail.map(plain)];
  });
}

/** `2 changed, 1 added`, or that nothing differs. Kept things are no difference by themselves, so they come last. */
export function summaryOf(diff: Diff): string {
  const kinds: readonly ChangeKind[] = ['changed', 'added', 'removed', 'kept'];
  const all = [...diff.dialogs, ...diff.components, ...diff.variables, ...diff.events];
  const count = (kind: ChangeKind) => all.filter((item) => item.kind === kind).length;
  const stay = count('kept') === 0 ? '' : ` What else is in the bot stays as it is (${count('kept')}).`;
  if (isEmpty(diff)) return `No difference.${stay}`;
  const said = kinds.flatMap((kind) => (count(kind) === 0 ? [] : [`${count(kind)} ${kind}`]));
  if (diff.settings.length > 0) said.push(`${diff.settings.length} bot settings`);
  if (diff.identity.length > 0) said.push(`${diff.identity.length} would be duplicated`);
  return said.join(', ');
}
