/** How a JSON API tells where its next page is, and how that is asked for. Paths are those of the answer. */
export type RestPaging =
  /** An address; followed only within the request's own. */
  | { readonly kind: 'next'; readonly at: string }
  | (Sent & { readonly kind: 'cursor'; readonly at: string; readonly more?: string })
  /** Pages have numbers from 1 on; `of` is how many there are. */
  | (Sent & { readonly kind: 'page'; readonly of?: string; readonly more?: string })
  /** Things have numbers from 0 on; `of` is how many there are. */
  | (Sent & { readonly kind: 'offset'; readonly by: number; readonly of?: string; readonly more?: string });

/** The parameter of the query that asks for a page, or the keys in the body that lead to it, with dots between them. */
interface Sent {
  readonly as: string;
  readonly in: 'query' | 'body';
}

interface Written {
  readonly next?: string;
  readonly cursor?: string;
  readonly page?: string;
  readonly offset?: string;
  readonly as?: string;
  readonly of?: string;
  readonly by?: number;
  readonly more?: string;
  readonly in?: 'query' | 'body';
}

/** Paging as written → one way, or nothing where something is missing: a check says it. A POST asks in its body when nothing is said. */
export const restPaging = (written: Written, method: string): RestPaging | undefined =>
  written.next === undefined
    ? sentPaging(written, written.in ?? (method === 'POST' ? 'body' : 'query'))
    : { kind: 'next', at: written.next };

function sentPaging({ cursor, page, offset, as, of, by, more }: Written, place: Sent['in']): RestPaging | undefined {
  const until = more === undefined ? {} : { more };
  if (cursor !== undefined)
    return as === undefined ? undefined : { kind: 'cursor', at: cursor, as, in: place, ...until };
  const ends = of === undefined ? until : { of, ...until };
  if (page !== undefined)
    return Object.keys(ends).length === 0 ? undefined : { kind: 'page', as: page, in: place, ...ends };
  return offset === undefined || by === undefined ? undefined : { kind: 'offset', as: offset, by, in: place, ...ends };
}

/** The keys that lead to what asks for a page, where a body does. */
export const pageKeys = (paging: RestPaging | undefined): readonly string[] | undefined =>
  paging === undefined || paging.kind === 'next' || paging.in === 'query' ? undefined : paging.as.split('.');
