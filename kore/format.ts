/**
 * The XO Platform's export format, as far as this project reads or writes it.
 *
 * Measured over 146 real XO 10 exports ("9.1.7" definitions) and one public XO 11 app export; what only XO 11 has is
 * marked. Every text here is *encoded as in the file*: scripts, messages and bodies through `encodeURIComponent` (strict in
 * every real script and JavaScript message), paths through `encodeURI`, headers not at all.
 */

export type Target = 'xo10' | 'xo11';

export const TARGETS: readonly Target[] = ['xo10', 'xo11'];

/** The definition's file name inside a zip. XO 10 takes bots, XO 11 apps. */
export const DEFINITION_FILE: Readonly<Record<Target, string>> = {
  xo10: 'botDefinition.json',
  xo11: 'appDefinition.json',
};

export const CONFIG_FILE = 'config.json';
export const ICON_FILE = 'icon.png';

export type NodeType =
  | 'intent'
  | 'entity'
  | 'service'
  | 'script'
  | 'message'
  | 'botAction'
  | 'logic'
  | 'dialogAct'
  | 'form'
  | 'agentTransfer'
  | 'generativeai';

/** One test of a transition. `op` absent or empty means "exists"; `value` is always text. */
export interface Test {
  readonly field?: string;
  readonly context?: string;
  readonly intent?: string;
  readonly dialogAct?: string;
  readonly op?: string;
  readonly value?: string;
}

export interface Condition extends Test {
  readonly conjoin?: 'and' | 'or';
  readonly tests?: readonly Test[];
}

export interface TransitionMeta {
  readonly connId: string;
  readonly color?: string;
  readonly pathName?: string;
  readonly pathsMap?: readonly unknown[];
}

/** Order is evaluation order; the default, if there is one, is last. A target is a node id, `end` or `` (not connected). */
export type Transition =
  | { readonly default: string; readonly metadata: TransitionMeta }
  | { readonly if: Condition; readonly then: string; readonly metadata: TransitionMeta };

/** What a node does when the user's answers are used up: `endOfDialog`, or `executeNode` with `ref`, a node id. */
export interface MaxRetry {
  readonly retry_limit: number;
  readonly action: string;
  readonly ref?: string;
}

export interface NodeOptions {
  readonly eventOptions?: { readonly defaultMaxRetry?: MaxRetry };
  readonly promptOptions?: string;
  readonly reuseOptions?: string;
  readonly precedence?: string;
  readonly serviceAPITimeout?: number;
  readonly [key: string]: unknown;
}

export interface DialogNode {
  readonly nodeId: string;
  readonly type: string;
  readonly componentId: string;
  readonly transitions: readonly Transition[];
  readonly nodeOptions?: NodeOptions;
  /** Only on a botAction: its inner nodes, in the order of the component's list. */
  readonly nodes?: readonly {
    readonly type: string;
    readonly componentId: string;
    readonly nodeId: string;
    readonly level?: string;
  }[];
  /** Only on an intent node that calls another dialog: that dialog's `refId`. */
  readonly flowTaskId?: string;
  readonly [key: string]: unknown;
}

export interface DialogLocale {
  readonly name: string;
  readonly shortDesc: string;
}

export interface Dialog {
  readonly _id: string;
  readonly refId: string;
  readonly lname: string;
  readonly isHidden: boolean;
  readonly nodes: readonly DialogNode[];
  readonly localeData: Readonly<Record<string, DialogLocale>>;
  /** XO 11: the boxes on the canvas. */
  readonly sequences?: readonly {
    readonly nodeId: string;
    readonly nodes: readonly { readonly nodeId: string; readonly type: string }[];
  }[];
  readonly [key: string]: unknown;
}

/**
 * `basic` is text with `{{…}}`, `uxmap` is JavaScript that prints. `EXTERNAL_MESSAGE_REFERENCE` names a text of the
 * platform's message library by `refId`; its own text is empty.
 */
export interface MessageText {
  readonly type: 'basic' | 'uxmap' | 'EXTERNAL_MESSAGE_REFERENCE';
  readonly text: string;
  readonly refId?: string;
}

export interface MessageEntry {
  readonly channel: string;
  readonly localeData: Readonly<Record<string, MessageText>>;
}

export interface EndPoint {
  readonly protocol?: string;
  readonly host?: string | null;
  readonly port?: string | null;
  readonly path: string;
  readonly method: string;
  readonly [key: string]: unknown;
}

export interface Component {
  readonly _id: string;
  readonly refId: string;
  readonly name: string;
  readonly type: string;
  readonly localeData?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly dialogId?: string;
  readonly entityType?: string;
  readonly regexPattern?: string;
  readonly isArray?: boolean;
  readonly message?: readonly MessageEntry[];
  readonly errorMessage?: readonly MessageEntry[];
  readonly script?: string;
  readonly preProcessor?: string;
  readonly postProcessor?: string;
  readonly endPoint?: EndPoint;
  readonly headers?: { readonly type: string; readonly value: string };
  readonly payload?: { readonly type?: string; readonly value?: string; readonly [key: string]: unknown };
  readonly idp?: string;
  readonly authRequired?: boolean;
  readonly serviceAPITimeout?: number;
  readonly timeOutError?: { readonly closeConversation?: boolean };
  readonly nodes?: readonly {
    readonly type: string;
    readonly componentId: string;
    readonly nodeId: string;
    readonly transitions: readonly Transition[];
    readonly level?: string;
  }[];
  readonly [key: string]: unknown;
}

/** A training utterance. `startIndex`/`endIndex` count UTF-16 units, the end is exclusive. */
export interface Sentence {
  readonly _id: string;
  readonly taskId: string;
  readonly taskName: string;
  readonly sentence: string;
  readonly type: string;
  readonly language: string;
  readonly entities: readonly { readonly startIndex: number; readonly endIndex: number; readonly entityId: string }[];
}

export interface BotEvent {
  readonly enabled: boolean;
  readonly action: string;
  readonly task?: string | null;
  readonly msg: readonly MessageEntry[];
  readonly [key: string]: unknown;
}

export interface Definition {
  readonly _id: string;
  readonly refId: string;
  readonly defaultLanguage: string;
  readonly supportedLanguages: readonly string[];
  readonly localeData: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly dialogs: readonly Dialog[];
  readonly dialogComponents: readonly Component[];
  readonly sentences: readonly Sentence[];
  readonly patterns: readonly Readonly<Record<string, unknown>>[];
  readonly botEvents: Readonly<Record<string, BotEvent>>;
  readonly defaultDialogId: string | null;
  readonly [key: string]: unknown;
}

/** A secured variable is exported, and written by us, with an empty value. */
export interface EnvVariable {
  readonly key: string;
  readonly value: string;
  readonly variableType: string;
  readonly hint: string;
  readonly scope: string;
  readonly isSecured?: boolean;
  readonly [key: string]: unknown;
}

export interface Config {
  readonly name: string;
  readonly envVariables: readonly EnvVariable[];
}

/** One importable bot: the two JSON files of a zip. */
export interface KoreBot {
  readonly target: Target;
  readonly definition: Definition;
  readonly config: Config;
  /** Files of custom functions beside the definition, as text. */
  readonly functions?: readonly string[];
}

/** The lists of a definition that grow with its dialogs. */
export const LISTS = ['dialogs', 'dialogComponents', 'sentences'] as const;

/** Something for each of these lists. */
export type PerList<T> = Readonly<Record<(typeof LISTS)[number], T>>;

/** Makes something for each of these lists. */
export const perList = <T>(make: (key: keyof PerList<T>) => T): PerList<T> =>
  Object.fromEntries(LISTS.map((key) => [key, make(key)])) as unknown as PerList<T>;
