import type { Path } from '../source/yaml';
import type { Button, Item, Phrase, Reply } from './model';
import { optionalPhrase, type Reader } from './reader';
import type { WrittenButton } from './written/button';
import type { WrittenItem } from './written/item';
import type { WrittenReply } from './written/reply';

/** A reply as written (a text, or a look with its parts) → a complete reply. */
export function normalizeReply(
  read: Reader,
  path: Path,
  written: string | WrittenReply,
  more: { readonly buttons?: boolean } = {},
): Reply {
  if (typeof written === 'string') {
    return {
      look: 'text',
      text: read.phrase(path, written),
      rows: [],
      links: [],
      columns: [],
      buttons: [],
      where: read.where(path),
    };
  }
  const phrase = (key: 'text' | 'title' | 'image') => optionalPhrase(read, [...path, key], written[key]);
  return defined({
    look: written.look ?? (written.buttons || more.buttons ? 'buttons' : 'text'),
    text: phrase('text'),
    title: phrase('title'),
    image: phrase('image'),
    rows: (written.rows ?? []).map((row, i) => {
      const at = [...path, 'rows', i];
      const value =
        row.value === undefined ? read.phrase([...at, 'item'], row.item) : read.phrase([...at, 'value'], row.value);
      return defined({ label: read.phrase([...at, 'label'], row.label), value, each: row.each });
    }),
    links: (written.links ?? []).map((link, i) => {
      const at = [...path, 'links', i];
      return defined({
        title: read.phrase([...at, 'title'], link.title),
        url: read.phrase([...at, 'url'], link.url),
        each: link.each,
      });
    }),
    each: written.each,
    item: written.item && normalizeItem(read, [...path, 'item'], written.item),
    columns: (written.columns ?? []).map((column, i) => {
      const at = [...path, 'columns', i];
      return {
        title: read.phrase([...at, 'title'], column.title),
        value: read.phrase([...at, 'value'], column.value),
        align: column.align ?? 'left',
      };
    }),
    buttons: normalizeButtons(read, [...path, 'buttons'], written.buttons),
    where: read.where(path),
  });
}

function normalizeItem(read: Reader, path: Path, written: WrittenItem): Item {
  const lines: Phrase[] =
    typeof written.text === 'string'
      ? [read.phrase([...path, 'text'], written.text)]
      : (written.text ?? []).map((line, i) => read.phrase([...path, 'text', i], line));
  return defined({
    title: read.phrase([...path, 'title'], written.title),
    lines,
    image: optionalPhrase(read, [...path, 'image'], written.image),
    link: optionalPhrase(read, [...path, 'link'], written.link),
    buttons: normalizeButtons(read, [...path, 'buttons'], written.buttons),
  });
}

/** Buttons as written → buttons. */
export function normalizeButtons(
  read: Reader,
  path: Path,
  written: readonly WrittenButton[] | undefined,
): readonly Button[] {
  return (written ?? []).map((button, i) => {
    const at = [...path, i];
    return defined({
      title: read.phrase([...at, 'title'], button.title),
      action: button.action,
      agent: button.agent,
      with: new Map(
        Object.entries(button.with ?? {}).map(([name, text]) => [name, read.phrase([...at, 'with', name], text)]),
      ),
      url: optionalPhrase(read, [...at, 'url'], button.url),
      when:
        button.when && new Map(Object.entries(button.when).map(([name, values]) => [name, [values].flat()] as const)),
      where: read.where(at),
    });
  });
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Drops keys whose value is undefined, which exact optional properties do not allow. */
export function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
