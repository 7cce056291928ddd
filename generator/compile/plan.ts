/**
 * A plan: which templates make up the bot, and what fills their holes. Plain text throughout; nothing is encoded yet,
 * because encoding belongs to the template's field.
 */
export type PlanValue =
  string | number | boolean | null | Piece | Script | readonly PlanValue[] | { readonly [key: string]: PlanValue };

/** One JSON template and the values of its holes. */
export interface Piece {
  readonly kind: 'piece';
  /** Path below `templates/`, without `.json.hbs`. */
  readonly template: string;
  readonly view: Readonly<Record<string, PlanValue>>;
}

/** One JavaScript template; rendered, it is a text that fills a hole. */
export interface Script {
  readonly kind: 'script';
  /** Path below `templates/`, without `.js.hbs`. */
  readonly template: string;
  readonly view: Readonly<Record<string, unknown>>;
}

export const piece = (template: string, view: Piece['view']): Piece => ({ kind: 'piece', template, view });
export const script = (template: string, view: Script['view']): Script => ({ kind: 'script', template, view });
