import type { Note, NodeVisit, SentMessage, ServiceCall } from '../turn';

export type { Note, NodeVisit, SentMessage };

/** What the page asks the server for and what the server tells the page: JSON only. */

/** A bot that can be chosen on the page. `id` is its place in the list. */
export interface BotChoice {
  readonly id: string;
  readonly label: string;
}

export interface DialogChoice {
  readonly id: string;
  readonly name: string;
}

/** The bot at hand. `version` counts the times it was read anew. */
export interface BotView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly target: string;
  readonly language: string;
  readonly languages: readonly string[];
  /** Where its access comes from, in words. */
  readonly credentials: string;
  readonly dialogs: readonly DialogChoice[];
}

/**
 * A node of the picture; `parent` when it runs inside a botAction. `label` is its name without what all names of the
 * dialog begin with. `ends` when the dialog may be over after it.
 */
export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly parent?: string;
  readonly ends: boolean;
}

/** A transition's index, or `default`; `retries` is the way when answers are used up. */
export type FlowRule = number | 'default' | 'retries';

/** A way from one node to another, with all the rules that lead along it. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly rules: readonly FlowRule[];
  readonly label: string;
}

export interface FlowView {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** One readable part of a node: a prompt, a script, a header list. */
export interface NodePart {
  readonly label: string;
  readonly text: string;
  /** JavaScript, whose lines are numbered as the player's errors count them. */
  readonly code?: true;
}

export interface NodeContent {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly parts: readonly NodePart[];
}

/** A service call with what can be read out of it. `cost` is in points, as Shopify's answer states it. */
export interface CallView extends ServiceCall {
  readonly operation: string;
  readonly variables?: unknown;
  readonly query?: string;
  readonly cost?: { readonly requested?: number; readonly actual?: number; readonly available?: number };
}

/** One field of a digital form; with options one of these, else any text. */
export interface FormFieldView {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly options: readonly { readonly title: string; readonly value: unknown }[];
}

export interface TurnView {
  /** Counts from 1 in a conversation. */
  readonly index: number;
  /** What the user said; absent for the greeting. */
  readonly said?: string;
  /** The title of the button that was pressed, when it was one. */
  readonly clicked?: string;
  readonly messages: readonly SentMessage[];
  readonly path: readonly NodeVisit[];
  readonly calls: readonly CallView[];
  readonly notes: readonly Note[];
  readonly ms: number;
  readonly waiting?: { readonly dialog: string; readonly nodeId: string };
  /** The fields of the digital form that the dialog waits for. */
  readonly form?: readonly FormFieldView[];
  readonly context: unknown;
  readonly session: unknown;
}

/** Something that the services behind the bot can be made to do wrong; its name is that of the terminal's `/fault`. */
export interface FaultView {
  readonly name: string;
  readonly says: string;
}

/** One thing the build has to say about a spec; lines and columns count from 1. */
export interface ProblemView {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly frame: string;
}

/** `off`: the bot comes from a file, nothing is built. */
export interface BuildView {
  readonly state: 'off' | 'building' | 'ok' | 'failed';
  /** Milliseconds of the last build. */
  readonly ms?: number;
  readonly problems: readonly ProblemView[];
  /** A sentence when the build itself could not run. */
  readonly trouble?: string;
  /** What was odd in the export that is played, in sentences. */
  readonly notes?: readonly string[];
}

export interface TabView {
  readonly bots: readonly BotChoice[];
  readonly bot: BotView;
  readonly turns: readonly TurnView[];
  readonly faults: readonly FaultView[];
  /** Empty when everything works. */
  readonly fault: string;
  readonly mode: string;
  readonly modes: readonly string[];
  readonly build: BuildView;
  readonly chatUrl: string;
}

/** What arrives over the event stream. */
export type SessionEvent =
  | { readonly kind: 'turn'; readonly turn: TurnView }
  | { readonly kind: 'heard'; readonly said: string }
  | { readonly kind: 'bot'; readonly bot: BotView; readonly droppedDialog: boolean }
  | { readonly kind: 'build'; readonly build: BuildView }
  | { readonly kind: 'bots'; readonly bots: readonly BotChoice[] };
