import { graphqlHover } from '../apis/graphql/at-cursor';
import { filters } from '../generator/model/filters';
import { baseOf, joined, partAt } from './answer-paths';
import { cursorAt, type Cursor } from './cursor';
import { apiOf, type CursorContext } from './known';
import { actionOffers, filterOffer, startedIn } from './offers';
import { placeholderNames } from './placeholder-names';

/** A word that an author points at: what it names, and where in its line it stands. */
export interface Pointed {
  readonly kind: 'action' | 'filter' | 'name' | 'input' | 'table' | 'path' | 'graphql';
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The cursor at the end of the word. */
  readonly cursor: Cursor;
  /** The action whose input it is, where that is another one. */
  readonly of?: string;
}

/** What is pointed at; undefined for a word that names nothing. */
export function pointedAt(
  text: string,
  at: { readonly line: number; readonly column: number },
  name: string,
): Pointed | undefined {
  const line = text.split(/\r?\n/)[at.line] ?? '';
  const found = [...line.matchAll(/[A-Za-z][\w-]*/g)].find(
    ({ index, 0: word }) => index <= at.column && at.column <= index + word.length,
  );
  if (!found) return undefined;
  const [word] = found;
  const end = found.index + word.length;
  const cursor = cursorAt(text, { line: at.line, column: end });
  const before = line.slice(0, found.index);
  const kind = kindOf(cursor, before, word, name);
  const of = cursor.path.at(-1) === 'with' ? startedIn(line) : undefined;
  return kind && { kind, word, start: found.index, end, cursor, ...(of !== undefined && { of }) };
}

function kindOf(cursor: Cursor, before: string, word: string, name: string): Pointed['kind'] | undefined {
  if (/\$\{\s*$/.test(before)) return 'name';
  if (/\|\s*$/.test(before) && Object.hasOwn(filters, word)) return 'filter';
  if (/\bwords\(["']$/.test(before)) return 'table';
  const path = name.startsWith('locales/') ? cursor.path.slice(2) : cursor.path;
  return kindAt(path, cursor);
}

function kindAt(path: readonly string[], { block, typing, written }: Cursor): Pointed['kind'] | undefined {
  const last = path.at(-1);
  if (block !== undefined) return last === 'graphql' ? 'graphql' : undefined;
  if (typing === 'key') return path.join('.') === 'inputs' || last === 'with' ? 'input' : undefined;
  if (last === 'action') return 'action';
  const isAnswer = path[0] === 'response' || path[0] === 'request';
  return isAnswer && !written.includes('${') ? 'path' : undefined;
}

/** What is said about it, in Markdown. */
export function explained(pointed: Pointed, context: CursorContext): string | undefined {
  const { kind, word, cursor } = pointed;
  if (kind === 'graphql') {
    const schema = apiOf(context);
    return schema && cursor.block && graphqlHover(schema, cursor.block.text, cursor.block.offset);
  }
  if (kind === 'path') return ofPath(cursor, context);
  const offers =
    kind === 'filter'
      ? [filterOffer(word)]
      : kind === 'action'
        ? actionOffers(context)
        : kind === 'name'
          ? placeholderNames(cursor.path, context)
          : [];
  const offer = offers.findLast(({ label }) => label === word);
  return offer && `\`${offer.label}\` (${offer.kind}): ${offer.says}`;
}

function ofPath({ path, written }: Cursor, context: CursorContext): string | undefined {
  const base = baseOf(path, context);
  const steps = /[\w.[\]*]+$/.exec(written)?.[0];
  const part = base === undefined || steps === undefined ? undefined : partAt(joined(base, steps), context);
  if (!part) return undefined;
  const { type, says } = part;
  return `\`${steps}\`: \`${type}\`${says === undefined ? '' : `. ${says}`}`;
}
