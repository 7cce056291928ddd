/** An action before it is written down: everything that can be known without asking. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Undefined for REST: the API's scopes are not known. */
  readonly scopes?: readonly string[];
  /** Requested points of the query (an estimate). */
  readonly cost?: number;
  readonly inputs: readonly DraftInput[];
  readonly request: GraphqlDraft | RestDraft;
  readonly at: string;
  /** Path → value: only such things are shown. Inside the list, when there is one. */
  readonly only?: Readonly<Record<string, string>>;
  /** What the author should look at before anybody sees an answer. */
  readonly caution?: string;
  /** Input → path that must show what was asked for. */
  readonly confirm: Readonly<Record<string, string>>;
  readonly fields: readonly DraftField[];
  readonly outcomes?: readonly DraftOutcome[];
  /** A write, which succeeds whatever its answer holds. */
  readonly done?: true;
  /** The list that the reply shows, by name; without one the reply shows labels and values. */
  readonly list?: string;
}

export interface GraphqlDraft {
  readonly kind: 'graphql';
  readonly query: string;
  readonly variables: readonly DraftVariable[];
  readonly paging?: string;
  /** Entries of a page, where the query says so. */
  readonly pageSize?: number;
}

export interface RestDraft {
  readonly kind: 'rest';
  readonly method: string;
  /** With placeholders: `/tickets/${ticketId | trim}`. */
  readonly path: string;
  /** What the answer is taken to look like: from a sample, or assumed. */
  readonly answer?: unknown;
  readonly assumed: boolean;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: DraftValue;
  readonly as?: 'json' | 'form';
  /** Whether it changes something. */
  readonly writes: boolean;
  /** What the API takes besides, by name. */
  readonly others: readonly string[];
}

/** What stands in a request: constants, and placeholders of inputs. */
export type DraftValue =
  string | number | boolean | null | readonly DraftValue[] | { readonly [key: string]: DraftValue };

export interface DraftVariable {
  readonly name: string;
  readonly value: string | number;
  readonly comment?: string;
}

export interface DraftInput {
  readonly name: string;
  readonly type:
    'text' | 'email' | 'number' | 'phone' | 'date' | 'datetime' | 'id' | 'choice' | 'pattern' | 'boolean' | 'url';
  readonly label: string;
  /** What the bot asks, without the example. */
  readonly question: string;
  readonly example?: string;
  readonly choices?: readonly string[];
  readonly pattern?: string;
  readonly optional?: true;
  readonly many?: true;
  readonly least?: number;
  readonly most?: number;
  /** What the author should know of it. */
  readonly comment?: string;
}

/** An outcome besides those that every action has. */
export interface DraftOutcome {
  readonly name: string;
  readonly statuses: readonly number[];
  /** Path of the service's own words. */
  readonly reason?: string;
  readonly says: string;
}

/** A value, or a list of values, of the answer. */
export type DraftField =
  | {
      readonly name: string;
      readonly value: string;
      readonly kind: 'text' | 'image' | 'link';
      readonly comment?: string;
    }
  | { readonly name: string; readonly each: string; readonly fields: readonly LeafField[] };

export type LeafField = Extract<DraftField, { readonly value: string }>;

/** Why no draft could be made, with the place in the file that was read, if there is one. */
export interface DraftProblem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export type Drafted = { readonly draft: Draft } | { readonly problems: readonly DraftProblem[] };

export const isLeaf = (field: DraftField): field is LeafField => 'value' in field;
