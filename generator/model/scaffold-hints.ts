/** What `npm run new` knows of an API beyond its schema. */
export interface ScaffoldHints {
  /** A search with `${words}` in it, by the field that is searched. */
  readonly searches: ReadonlyMap<string, string>;
  /** The `where` that keeps hidden things out, by type. */
  readonly visible: ReadonlyMap<string, Readonly<Record<string, string>>>;
}
