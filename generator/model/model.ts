import type { YamlFile } from '../source/yaml';
import type { Body } from './body';
import type { Confirm } from './confirmation';
import type { AgentTexts, HandOver } from './hand-over';
import type { NamedOutcome } from './named-outcome';
import type { Credentials } from './credentials';
import type { FilterUse } from './filters';
import type { InputCondition, Input } from './input';
import type { Kept } from './kept';
import type { LanguageStyle } from './languages';
import type { Near } from './near';
import type { SharedOutcome } from './outcomes';
import type { RestPaging } from './paging';
import type { Phrase, Where } from './phrase';
import type { Stretch } from './text';
import type { Button, Reply } from './reply';
import type { ScaffoldHints } from './scaffold-hints';
import type { Variable } from './variable';

export type { Phrase, Where } from './phrase';
export type { Input } from './input';
export type { Button, Item, Reply } from './reply';

/** One value of the answer, or a list of values (`each`), under the name that replies use. */
export type Field =
  | {
      readonly name: string;
      readonly path: string;
      readonly filters: readonly FilterUse[];
      /** What is written as a filter and is none; the check says which ones there are for such a value. */
      readonly unknown: readonly Stretch[];
      readonly where: Where;
    }
  | {
      readonly name: string;
      readonly each: string;
      readonly only: Readonly<Record<string, string>>;
      /** Path (from the answer) of how many there are in all, or of what is true when there are more. */
      readonly total?: string;
      readonly fields: readonly Field[];
      readonly where: Where;
    };

export type VariableValue = Phrase | number | boolean;

export interface GraphqlRequest {
  readonly kind: 'graphql';
  readonly query: string;
  readonly variables: ReadonlyMap<string, VariableValue>;
  /** The connection whose next page "Show more" asks for, as a path in the answer. */
  readonly paging?: string;
  readonly where: Where;
}

export interface RestRequest {
  readonly kind: 'rest';
  readonly method: string;
  readonly path: Phrase;
  readonly query: ReadonlyMap<string, Phrase>;
  readonly headers: ReadonlyMap<string, Phrase>;
  readonly body?: Body;
  readonly as: 'json' | 'form';
  readonly paging?: RestPaging;
  readonly where: Where;
}

export interface Response {
  /** Statuses that are a success whatever the body is; without any, an answer must be there. */
  readonly done: readonly number[];
  /** The answer's own place, tried in order: the first that holds something is the answer. */
  readonly at: readonly string[];
  /** Path → text (or `present`): an answer that differs counts as empty. */
  readonly only: Readonly<Record<string, string>>;
  /** Input name → paths (from the answer) of which one must show what was asked for. */
  readonly confirm: ReadonlyMap<string, readonly string[]>;
  /** Path (from the answer) of the e-mail address of the person it belongs to; marks an action as personal. */
  readonly owner?: string;
  readonly near?: Near;
  readonly fields: readonly Field[];
  readonly where: Where;
}

/** Something that is looked up before the request of an action. */
export interface LookUp {
  readonly name: string;
  readonly when?: InputCondition;
  readonly request: Action['request'];
  readonly response: Response;
  /** Of several hits the person chooses one; otherwise the first one counts. */
  readonly choose?: { readonly prompt: Phrase; readonly title: Phrase };
  /** What is said when nothing is found. */
  readonly none: Phrase;
  /** What is said when nobody can make out which hit is meant. */
  readonly giveUp: Phrase;
  readonly where: Where;
}

export interface Next {
  readonly text: Phrase;
  readonly more?: Phrase;
  /** What is said in place of an answer that comes in pages: nothing may be shown so far, and nothing more. */
  readonly noneYet: Phrase;
  readonly noMore: Phrase;
  readonly buttons: readonly Button[];
  readonly where: Where;
}

export interface Action {
  readonly id: string;
  /** The action that asks for the inputs, where this is one of its look-ups. */
  readonly of?: string;
  /** What identity is derived from: the file's name, or `id:` when the file was renamed. */
  readonly identity: string;
  readonly title: Phrase;
  readonly description: Phrase;
  /** What XO 11 chooses the action by: one to five sentences. */
  readonly descriptions: readonly Phrase[];
  readonly scopes: readonly string[];
  readonly utterances: readonly Phrase[];
  readonly tests: readonly Phrase[];
  readonly integrationService?: string;
  readonly inputs: readonly Input[];
  /** What is looked up before the request. */
  readonly steps: readonly LookUp[];
  readonly request: GraphqlRequest | RestRequest;
  /** Whether the request changes something. */
  readonly writes: boolean;
  /** Of an action that writes. */
  readonly confirm?: Confirm;
  /** Of an action that writes: no answer came, so nobody knows whether it happened. */
  readonly unsure?: Reply;
  readonly response: Response;
  readonly keep: readonly Kept[];
  /** Whether everybody may have it answered, also where the bot answers shoppers. */
  readonly public: boolean;
  /** The first that fits the answer decides. */
  readonly outcomes: readonly NamedOutcome<Reply>[];
  /** What is said when there is an answer; with `response.done`, when it succeeded. */
  readonly found: Reply;
  readonly empty: Reply;
  readonly near?: Reply;
  readonly needsInput: Reply;
  /** This action's own words for outcomes that `bot.yaml` words for all. */
  readonly own: ReadonlyMap<SharedOutcome, Reply>;
  readonly next?: Next;
  readonly where: Where;
}

export interface Service {
  /** Plain text with `{{env.X}}` for the variables that stand in it. */
  readonly host: Phrase;
  /** What stands before the path of every REST request; may hold `${env.X}`. */
  readonly path?: Phrase;
  readonly headers: ReadonlyMap<string, Phrase>;
  /** Seconds, 1 to 60. */
  readonly timeout: number;
  readonly graphql?: {
    readonly path: string;
    readonly version: string;
    readonly schema?: string;
    readonly where: Where;
  };
  /** The file of its OpenAPI document. */
  readonly openapi?: string;
}

/** What is said without a request, whenever people say something like its utterances. */
export interface Answer {
  readonly id: string;
  readonly title: Phrase;
  readonly description: Phrase;
  readonly utterances: readonly Phrase[];
  readonly tests: readonly Phrase[];
  readonly reply: Reply;
  readonly untilAgent: boolean;
  /** Whether its sentences leave a question. */
  readonly leaves: boolean;
}

/** Everything a shopper can read that does not belong to one action, in one language. */
export interface BotTexts {
  readonly name: Phrase;
  readonly description: Phrase;
  readonly shared: ReadonlyMap<SharedOutcome, Reply>;
  readonly taskFailure: Phrase;
  readonly onward?: Reply;
  /** The greeting, and the menu that says the same whenever somebody asks for it. */
  readonly welcome: Omit<Answer, 'id' | 'tests' | 'untilAgent' | 'leaves'>;
  readonly fallback: readonly Reply[];
  readonly answers: readonly Answer[];
  /** Where there are people who take over. */
  readonly agent?: AgentTexts;
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** One language of a bot. Every language has the same structure; only phrases differ. */
export interface Locale {
  readonly language: string;
  readonly style: LanguageStyle;
  readonly texts: BotTexts;
  readonly actions: readonly Action[];
}

/** A complete bot: nothing is optional that a later stage would have to guess. */
export interface Bot {
  readonly id: string;
  readonly audience: 'staff' | 'shopper';
  /** The values of the session that say who is signed in. */
  readonly identity: readonly string[];
  /** How XO 11 has scripts and services: as nodes of their own, or inside botActions. */
  readonly layout: 'flat' | 'botAction';
  readonly icon?: Buffer;
  readonly service: Service;
  readonly scaffold: ScaffoldHints;
  readonly references: ReadonlyMap<string, string>;
  readonly credentials: Credentials;
  readonly credentialsAt: Where;
  readonly handOver?: HandOver;
  readonly variables: readonly Variable[];
  /** Of the default language. */
  readonly actions: readonly Action[];
  /** Default language first. */
  readonly locales: readonly [Locale, ...Locale[]];
  /** The files of the languages besides the default one. */
  readonly localeFiles: readonly { readonly language: string; readonly file: YamlFile }[];
  /** Files with more utterances of an action. */
  readonly utteranceFiles: readonly { readonly id: string; readonly file: YamlFile }[];
  readonly where: Where;
}
