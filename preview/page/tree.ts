/// <reference lib="dom" />
import { element } from './dom';

/** Deeper values are made when they are opened, so that a large context costs nothing until someone looks. */
const OPEN_TO = 1;

/** More entries than this of one object or list are cut. */
const MOST = 500;

/** A JSON value as a tree that opens and closes. With `search`, only what matches by key or value, opened. */
export function tree(value: unknown, search = ''): HTMLElement {
  const wanted = search.trim().toLowerCase();
  const list = element('ul', { class: 'tree' });
  const entries = entriesOf(value).filter(([key, inner]) => wanted === '' || holds(key, inner, wanted));
  list.append(...entries.slice(0, MOST).map(([key, inner]) => branch(key, inner, wanted, 0)));
  if (entries.length === 0) {
    list.append(element('li', { class: 'soft', text: wanted === '' ? 'Nothing yet.' : 'Nothing matches.' }));
  }
  return list;
}

function branch(key: string, value: unknown, wanted: string, depth: number): HTMLElement {
  const entries = entriesOf(value);
  if (entries.length === 0) {
    return element('li', {}, element('span', { class: 'key', text: key }), ': ', leaf(value));
  }
  const kind = Array.isArray(value) ? `${entries.length} in a list` : `${entries.length}`;
  const details = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('span', { class: 'key', text: key }),
      ' ',
      element('span', { class: 'soft', text: kind }),
    ),
  );
  const open = () => {
    if (details.childElementCount > 1) return;
    const kept = key.toLowerCase().includes(wanted) ? entries : entries.filter(([k, v]) => holds(k, v, wanted));
    details.append(element('ul', {}, ...kept.slice(0, MOST).map(([k, v]) => branch(k, v, wanted, depth + 1))));
  };
  details.addEventListener('toggle', () => details.open && open());
  if (wanted !== '' || (depth < OPEN_TO && entries.length <= 12)) {
    open();
    details.open = true;
  }
  return element('li', {}, details);
}

function leaf(value: unknown): HTMLElement {
  const kind = value === null ? 'null' : typeof value;
  return element('span', { class: `value ${kind}`, text: JSON.stringify(value) ?? '' });
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

function holds(key: string, value: unknown, wanted: string): boolean {
  if (key.toLowerCase().includes(wanted)) return true;
  const entries = entriesOf(value);
  if (entries.length > 0) return entries.some(([k, v]) => holds(k, v, wanted));
  return typeof value !== 'object' && (JSON.stringify(value) ?? '').toLowerCase().includes(wanted);
}
