import type { Phrase, Reply } from '../model/model';

/** A phrase as the author wrote it: placeholders as `${name}`. */
export const written = (phrase: Phrase | undefined): string =>
  (phrase?.text ?? []).map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join('');

/** What a reply says, in one sentence: its text or headline, then what it shows. */
export function sentence(reply: Reply): string {
  const head = written(reply.text) || written(reply.title);
  const shown = [
    ...reply.rows.map((row) => written(row.label)),
    ...reply.columns.map((column) => written(column.title)),
    ...(reply.item ? [written(reply.item.title), ...reply.item.lines.map(written)] : []),
  ];
  const buttons = [...reply.buttons, ...(reply.item?.buttons ?? [])].map((button) => written(button.title));
  return [
    head,
    ...(shown.length > 0 ? [`${reply.each === undefined ? 'shows' : 'for each'}: ${shown.join(', ')}`] : []),
    ...(buttons.length > 0 ? [`buttons: ${buttons.join(', ')}`] : []),
  ].join(' – ');
}
