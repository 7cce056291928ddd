import type { Sentence } from '../format';
import type { ComparedBot } from './bot-index';
import type { UtteranceChange } from './diff';
import { redact } from './secrets';

/** The training sentences of one dialog (`_id`), by language and text, each with its entities marked. */
function utterancesOf(
  dialogId: string | undefined,
  index: ComparedBot,
): ReadonlyMap<string, { readonly language: string; readonly marked: string }> {
  const own = dialogId === undefined ? [] : index.sentences(dialogId);
  return new Map(own.map((s) => [`${s.language}\0${s.sentence}`, { language: s.language, marked: mark(s, index) }]));
}

/** Compares the training of a dialog; either side may lack the dialog. */
export function diffUtterances(
  before: { readonly dialogId: string | undefined; readonly index: ComparedBot },
  after: { readonly dialogId: string | undefined; readonly index: ComparedBot },
): readonly UtteranceChange[] {
  const old = utterancesOf(before.dialogId, before.index);
  const now = utterancesOf(after.dialogId, after.index);
  const changes: UtteranceChange[] = [];
  for (const [key, { language, marked }] of now) {
    const was = old.get(key);
    if (was?.marked === marked) continue;
    changes.push({ kind: was === undefined ? 'added' : 'changed', language, text: redact(marked) });
  }
  for (const [key, { language, marked }] of old) {
    if (!now.has(key)) changes.push({ kind: 'removed', language, text: redact(marked) });
  }
  return changes;
}

function mark(sentence: Sentence, index: ComparedBot): string {
  let text = sentence.sentence;
  for (const span of [...(sentence.entities ?? [])].sort((a, b) => b.startIndex - a.startIndex)) {
    const name = index.component(span.entityId)?.name ?? 'entity';
    text = `${text.slice(0, span.startIndex)}[${text.slice(span.startIndex, span.endIndex)}](${name})${text.slice(span.endIndex)}`;
  }
  return text;
}
