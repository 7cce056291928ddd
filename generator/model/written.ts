/** Specs as a person writes them: what the JSON Schemas let through, before any default is filled in. */

export interface WrittenButton {
  readonly title: string;
  readonly action?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly url?: string;
}

export interface WrittenRow {
  readonly label: string;
  readonly value?: string;
  readonly each?: string;
  readonly item?: string;
}

export interface WrittenItem {
  readonly title: string;
  readonly text?: string | readonly string[];
  readonly image?: string;
  readonly link?: string;
  readonly buttons?: readonly WrittenButton[];
}

export interface WrittenReply {
  readonly look?: string;
  readonly text?: string;
  readonly title?: string;
  readonly image?: string;
  readonly rows?: readonly WrittenRow[];
  readonly links?: readonly { readonly title: string; readonly each?: string; readonly url: string }[];
  readonly each?: string;
  readonly item?: WrittenItem;
  readonly columns?: readonly {
    readonly title: string;
    readonly value: string;
    readonly align?: 'left' | 'right' | 'center';
  }[];
  readonly buttons?: readonly WrittenButton[];
}

export type WrittenField =
  string | { readonly each: string; readonly where?: Readonly<Record<string, string>>; readonly fields: WrittenFields };

export interface WrittenFields {
  readonly [name: string]: WrittenField;
}

export interface WrittenInput {
  readonly type?: string;
  readonly label?: string;
  readonly prompt: string;
  readonly reprompt?: string;
  readonly example?: string;
  readonly pattern?: string;
  readonly choices?: readonly (
    string | { readonly value: string; readonly title?: string; readonly synonyms?: readonly string[] }
  )[];
  readonly retries?: number;
  readonly giveUp?: string;
}

export interface WrittenAction {
  readonly id?: string;
  readonly title: string;
  readonly description: string;
  readonly scopes?: readonly string[];
  readonly utterances: readonly string[];
  readonly tests?: readonly string[];
  readonly integrationService?: string;
  readonly inputs?: Readonly<Record<string, WrittenInput>>;
  readonly request: {
    readonly graphql?: string;
    readonly variables?: Readonly<Record<string, string | number | boolean>>;
    readonly rest?: {
      readonly method?: string;
      readonly path: string;
      readonly query?: Readonly<Record<string, string>>;
      readonly body?: Readonly<Record<string, string | number | boolean>>;
    };
    readonly paging?: string;
  };
  readonly response: {
    readonly at: string | readonly string[];
    readonly where?: Readonly<Record<string, string>>;
    readonly confirm?: Readonly<Record<string, string | readonly string[]>>;
    readonly owner?: string;
    readonly fields: WrittenFields;
  };
  readonly reply: Readonly<Record<string, string | WrittenReply>>;
  readonly next?: { readonly text?: string; readonly more?: string; readonly buttons?: readonly WrittenButton[] };
}

export interface WrittenVariable {
  readonly hint: string;
  readonly secret?: boolean;
  readonly value?: string;
  readonly pattern?: string;
}

export interface WrittenBot {
  readonly name: string;
  readonly description: string;
  readonly language?: string;
  readonly audience?: 'staff' | 'shopper';
  readonly icon?: string;
  readonly service: {
    readonly host: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly timeout?: number;
    readonly graphql?: { readonly path: string; readonly version: string; readonly schema?: string };
  };
  readonly credentials?: {
    readonly mode?: string;
    readonly header?: string;
    readonly prefix?: string;
    readonly accessToken?: { readonly variable: string };
    readonly clientCredentials?: { readonly path: string; readonly id: string; readonly secret: string };
    readonly integration?: { readonly name: string };
    readonly userProfile?: { readonly name: string; readonly checkUrl: string; readonly field: string };
  };
  readonly variables?: Readonly<Record<string, WrittenVariable>>;
  readonly replies: Readonly<Record<string, string | WrittenReply>>;
  readonly next?: string;
  readonly welcome: {
    readonly text: string;
    readonly utterances?: readonly string[];
    readonly buttons?: readonly WrittenButton[];
  };
  readonly fallback: { readonly texts: readonly string[]; readonly buttons?: readonly WrittenButton[] };
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
