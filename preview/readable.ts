import { isRecord } from '../kore/record';
import type { Rendered, Turn } from './turn';

/** A button of a message, in the order in which it is shown. One with `url` opens a page, one with `payload` says it. */
export interface ShownButton {
  readonly title: string;
  readonly payload?: string;
  readonly url?: string;
}

/**
 * A message as lines of text. Things in a list or a carousel are `- title | subtitle (picture, link)`, each followed by its
 * buttons; the rows of a table stand between bars; buttons are `[Title]`, those that open a page `[Title → address]`.
 */
export function readableLines(rendered: Rendered, show: ShowButton = inBrackets): readonly string[] {
  const { template } = rendered;
  if (template === undefined) return text(rendered.text).split('\n');
  const { payload } = template;
  const kind = text(payload['template_type']);
  if (kind === 'list' || kind === 'carousel' || kind === 'listView') {
    const said = text(payload['text']) || text(payload['heading']);
    return [
      ...paragraphs(said),
      ...records(payload['elements']).flatMap((e) => thing(e, show)),
      ...buttonLine(payload, show),
    ];
  }
  if (kind === 'table') return [...paragraphs(text(payload['text'])), ...table(payload)];
  const known = ['quick_replies', 'button'].includes(kind);
  const lines = [...paragraphs(text(payload['text'])), ...buttonLine(payload, show)];
  return known ? lines : [`(${kind})`, ...lines];
}

/** How a button is written; called once for each, in the order of `buttonsOf`. */
export type ShowButton = (button: ShownButton) => string;

const inBrackets: ShowButton = ({ title, url }) => (url === undefined ? `[${title}]` : `[${title} → ${url}]`);

/** Every button of a turn. */
export const shownButtons = (turn: Pick<Turn, 'messages'>): readonly ShownButton[] =>
  turn.messages.flatMap(({ rtm }) => {
    const payload = rtm.template?.payload ?? {};
    return [...records(payload['elements']).flatMap(ownButtons), ...ownButtons(payload)];
  });

/** The button a `click:` names: by its title, or by `Title (2)` the second of that title. */
export function findButton(buttons: readonly ShownButton[], title: string): ShownButton | undefined {
  const exact = buttons.find((button) => button.title === title);
  if (exact !== undefined) return exact;
  const [, name, nth] = /^(.*) \((\d+)\)$/.exec(title) ?? [];
  return buttons.filter((button) => button.title === name)[Number(nth) - 1];
}

const paragraphs = (said: string): readonly string[] => (said === '' ? [] : said.split('\n'));

/** A subtitle of one or two lines stands beside the title, a longer one below it. */
function thing(element: Readonly<Record<string, unknown>>, show: ShowButton): readonly string[] {
  const extras = [
    ...(text(element['image_url']) === '' ? [] : ['picture']),
    ...(isRecord(element['default_action']) ? ['link'] : []),
  ];
  const subtitle = paragraphs(text(element['subtitle']));
  const inline = subtitle.length <= 2 ? subtitle : [];
  const title = [text(element['title']), ...inline].join(' | ');
  return [
    `- ${title}${extras.length > 0 ? ` (${extras.join(', ')})` : ''}`,
    ...subtitle.slice(inline.length),
    ...buttonLine(element, show),
  ];
}

function table(payload: Readonly<Record<string, unknown>>): readonly string[] {
  const bars = (cells: readonly unknown[]) => `| ${cells.map((cell) => text(cell)).join(' | ')} |`;
  const columns = list(payload['columns']).map((column) => list(column)[0]);
  return [bars(columns), ...records(payload['elements']).map((row) => bars(list(row['Values'])))];
}

function buttonLine(holder: Readonly<Record<string, unknown>>, show: ShowButton): readonly string[] {
  const shown = ownButtons(holder).map(show);
  return shown.length === 0 ? [] : [shown.join(' ')];
}

const ownButtons = (holder: Readonly<Record<string, unknown>>): readonly ShownButton[] =>
  [...records(holder['buttons']), ...records(holder['quick_replies'])].map((button) => ({
    title: text(button['title']),
    ...(typeof button['url'] === 'string' ? { url: button['url'] } : { payload: text(button['payload']) }),
  }));

/** Without separators that nobody sees: a bot may break what a window would take for markup. */
const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\u2060', '') : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const records = (value: unknown): readonly Readonly<Record<string, unknown>>[] => list(value).filter(isRecord);
