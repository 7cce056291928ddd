/** How a JSON API tells where its next page is, and how that is asked for. Paths are those of the answer. */
export type RestPaging =
  /** An address; followed only within the request's own. */
  | { readonly kind: 'next'; readonly at: string }
  | { readonly kind: 'cursor'; readonly at: string; readonly as: string; readonly more?: string }
  /** Pages have numbers from 1 on; `of` is how many there are. */
  | { readonly kind: 'page'; readonly as: string; readonly of?: string; readonly more?: string }
  /** Things have numbers from 0 on; `of` is how many there are. */
  | { readonly kind: 'offset'; readonly as: string; readonly by: number; readonly of?: string; readonly more?: string };

interface Written {
  readonly next?: string;
  readonly cursor?: string;
  readonly page?: string;
  readonly offset?: string;
  readonly as?: string;
  readonly of?: string;
  readonly by?: number;
  readonly more?: string;
}

/** Paging as written → one way, or what is missing: a check says it. */
export function restPaging({ next, cursor, page, offset, as, of, by, more }: Written): RestPaging | undefined {
  const rest = { ...(of === undefined ? {} : { of }), ...(more === undefined ? {} : { more }) };
  if (next !== undefined) return { kind: 'next', at: next };
  if (cursor !== undefined)
    return as === undefined ? undefined : { kind: 'cursor', at: cursor, as, ...(more === undefined ? {} : { more }) };
  if (page !== undefined)
    return of === undefined && more === undefined ? undefined : { kind: 'page', as: page, ...rest };
  return offset === undefined || by === undefined ? undefined : { kind: 'offset', as: offset, by, ...rest };
}
