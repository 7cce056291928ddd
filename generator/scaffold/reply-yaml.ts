import { doneText, repeatedInputs } from './confirm';
import { isLeaf, type Draft, type LeafField } from './draft';
import { inFlow, scalar } from './scalar';
import { MORE } from './utterances';
import { capital, labelOf, thingOf } from './words';

/** Things that a list shows at most on a web chat. */
const MOST_IN_LIST = 4;

/** The replies of a drafted action: labels and values, or the list, and a sentence for nothing found. */
export function replyYaml(draft: Draft): string {
  const asked = repeatedInputs(draft)
    .map((input) => `${input.label} \${${input.name}}`)
    .join(' and ');
  const empty = draft.done
    ? 'I found nothing there, so nothing was changed.'
    : `I found no ${thingOf(draft.id)}${asked === '' ? '' : ` for ${asked}`}.`;
  const named = (draft.outcomes ?? []).map(({ name, says }) => `  ${name}: ${scalar(says)}\n`).join('');
  const paged = draft.request.kind === 'graphql' && draft.request.paging !== undefined;
  return [
    '# Every outcome that is not worded here says what bot.yaml says.\n',
    `reply:\n${foundYaml(draft)}  empty: ${scalar(empty)}\n${named}`,
    paged ? `\nnext:\n  more: ${MORE}\n` : '',
  ].join('');
}

const placeholder = (name: string) => `\${${name}}`;
const label = (field: LeafField) => capital(labelOf(field.name));

/** What names a thing: its title or name, or else its first value. */
const headline = (fields: readonly LeafField[]) =>
  fields.find((f) => /^(title|name|displayName|subject|reference|number)$/.test(f.name)) ??
  fields.find((f) => f.kind === 'text' && f.name !== 'id') ??
  fields[0];

const texts = (fields: readonly LeafField[], without: LeafField | undefined) =>
  fields.filter((f) => f.kind === 'text' && f !== without && f.name !== 'id');

function foundYaml(draft: Draft): string {
  const list = draft.fields.find((field) => field.name === draft.list);
  if (draft.done && !draft.fields.some(isLeaf)) return `  done: ${scalar(doneText(draft))}\n`;
  if (draft.fields.length === 0) return '  found: Yes, that is so.\n';
  const found = list && !isLeaf(list) ? listReply(draft, list.name, list.fields) : detailsReply(draft);
  return draft.done ? `  done:\n${found}` : `  found:\n${found}`;
}

function detailsReply(draft: Draft): string {
  const { id, fields, done } = draft;
  const leaves = fields.filter(isLeaf);
  const head = done ? undefined : headline(leaves);
  const image = leaves.find((f) => f.kind === 'image');
  const rows = texts(leaves, head).map(
    (f) => `      - { label: ${inFlow(label(f))}, value: '${placeholder(f.name)}' }\n`,
  );
  const lists = fields.flatMap((field) => {
    if (isLeaf(field)) return [];
    const item = texts(field.fields, undefined)
      .slice(0, 3)
      .map((f) => placeholder(f.name))
      .join(' ');
    return item === ''
      ? []
      : [`      - { label: ${inFlow(capital(labelOf(field.name)))}, each: ${field.name}, item: '${item}' }\n`];
  });
  const all = [...rows, ...lists];
  // Where there is nothing else, what names the thing is its only row.
  const shown = [head ?? leaves[0]].filter((one) => one !== undefined);
  const links = leaves
    .filter((f) => f.kind === 'link')
    .map((f) => `      - { title: Open, url: '${placeholder(f.name)}' }\n`);
  return [
    '    look: details\n',
    `    title: ${scalar(done ? doneText(draft) : head ? `${capital(thingOf(id))} ${placeholder(head.name)}` : capital(thingOf(id)))}\n`,
    image ? `    image: ${placeholder(image.name)}\n` : '',
    '    rows: # a row without a value is left out\n',
    ...(all.length > 0
      ? all
      : shown.map((f) => `      - { label: ${inFlow(label(f))}, value: '${placeholder(f.name)}' }\n`)),
    ...(links.length > 0 ? ['    links:\n', ...links.slice(0, 1)] : []),
  ].join('');
}

const sizeOf = ({ request }: Draft) =>
  request.kind === 'graphql' ? (request.pageSize ?? MOST_IN_LIST) : MOST_IN_LIST + 1;

/** Whether the answer is a carousel, whose sentence is a message of its own. */
export function isCarousel(draft: Draft): boolean {
  const list = draft.fields.find((field) => field.name === draft.list);
  if (!list || isLeaf(list) || sizeOf(draft) <= MOST_IN_LIST) return false;
  return texts(list.fields, headline(list.fields)).length === 0;
}

function listReply(draft: Draft, each: string, fields: readonly LeafField[]): string {
  const head = headline(fields);
  const others = texts(fields, head);
  const size = sizeOf(draft);
  const intro = `    text: ${scalar(capital(thingOf(draft.id)))}\n    each: ${each}\n`;
  if (size > MOST_IN_LIST && others.length > 0) {
    const columns = [...(head ? [head] : []), ...others].slice(0, 5);
    return [
      '    look: table\n',
      intro,
      '    columns:\n',
      ...columns.map((f) => `      - { title: ${inFlow(label(f))}, value: '${placeholder(f.name)}' }\n`),
    ].join('');
  }
  const image = fields.find((f) => f.kind === 'image');
  const link = fields.find((f) => f.kind === 'link');
  return [
    `    look: ${size > MOST_IN_LIST ? 'carousel' : 'list'}\n`,
    intro,
    '    item:\n',
    `      title: ${head ? placeholder(head.name) : scalar(capital(thingOf(draft.id)))}\n`,
    others.length > 0
      ? `      text:\n${others
          .slice(0, 3)
          .map((f) => `        - ${placeholder(f.name)}\n`)
          .join('')}`
      : '',
    image ? `      image: ${placeholder(image.name)}\n` : '',
    link ? `      link: ${placeholder(link.name)}\n` : '',
  ].join('');
}
