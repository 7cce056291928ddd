/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Child = Node | string | undefined;

/** What an element has besides its children. Texts only: nothing here reads markup. */
export interface Attributes {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** Makes an element. Children that are texts become text nodes, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { class: className, text, title, attributes = {}, on = {} }: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  if (title !== undefined) made.title = title;
  if (text !== undefined) made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  Object.entries(on).forEach(([event, listener]) => made.addEventListener(event, listener));
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** An element of `index.html` by its id. Throws when the page has none of that kind: our mistake. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return found;
}

/** Fills a `<select>`; the chosen one stays chosen if it is still there. */
export function fillSelect(
  select: HTMLSelectElement,
  options: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
): void {
  select.replaceChildren(
    ...options.map(({ id, name }) => element('option', { text: name, attributes: { value: id } })),
  );
  select.value = chosen;
}
