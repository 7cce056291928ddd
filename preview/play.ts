import type { Component, Dialog, DialogNode } from '../kore/format';
import type { DataTables } from './data-tables';
import type { SlotValue } from './nlu/slots';
import type { Offer } from './nlu/types';
import type { OpenedBot } from './open-bot';
import type { Option } from './values/options';
import type { Sandbox } from './sandbox';
import type { Session } from './session';
import type { Transport } from './transport';
import type { CompletedTask, Note, NodeVisit, SentMessage, ServiceCall } from './turn';

/** Which rendering counts: its scripts' writes are kept, the other is only looked at. */
export type PlayedChannel = 'default' | 'rtm';

/** Picks one of several texts or prompts. */
export type Choose = (count: number, where: { readonly nodeId: string; readonly visit: number }) => number;

/** What the user said, and which parts of it some entity has already taken. */
export interface Utterance {
  readonly text: string;
  readonly used: [start: number, end: number][];
}

/** What a started task shares with the dialogs it calls. */
export interface Task {
  readonly utterances: Utterance[];
  /** Values the matched training utterance marked, by entity component `_id`; each is taken once. */
  readonly slots: Map<string, SlotValue>;
  /** Dialogs that were asked for and are still to come, by name: `context.FollowupIntents`. */
  readonly followUps: string[];
}

/** One open dialog. `context` holds its own keys only; they die with it. */
export interface Frame {
  readonly dialog: Dialog;
  readonly name: string;
  readonly task: Task;
  context: Readonly<Record<string, unknown>>;
  nodeId: string;
  /** The stop at the current node, until its transition is known. */
  visit?: MutableVisit | undefined;
  /** The intent node that the last answer to a message node called. */
  subIntent?: string | undefined;
  /** The options that the last answer to a list fitted equally well, by node. */
  readonly unclear: Map<string, readonly Option[]>;
  /** Visits of each node since the user last spoke; `turn` is the turn that they belong to. */
  visits: { readonly turn: TurnLog; readonly count: Map<string, number> } | undefined;
  /** What was filled into forms that are not sent yet, by node. */
  readonly forms: Map<string, Readonly<Record<string, string>>>;
  /** Wrong answers so far, by node. */
  readonly wrong: Map<string, number>;
  /** What confirmation nodes were answered, by node. */
  readonly answers: Map<string, 'yes' | 'no'>;
  /** How many of the task's utterances an entity node has searched already. */
  readonly searched: Map<string, number>;
}

export type MutableVisit = { -readonly [K in keyof NodeVisit]: NodeVisit[K] };

/** The turn while it happens. */
export interface TurnLog {
  readonly messages: SentMessage[];
  readonly path: MutableVisit[];
  readonly calls: ServiceCall[];
  readonly notes: Note[];
  /** Calls of other dialogs since the user last spoke. */
  hops: number;
  nodes: number;
  failed: boolean;
  completed?: CompletedTask;
}

/** A conversation's whole state. */
export interface Play {
  readonly bot: OpenedBot;
  readonly sandbox: Sandbox;
  readonly transport: Transport;
  readonly tables: DataTables;
  readonly clock: () => number;
  readonly choose: Choose;
  readonly language: string;
  readonly channel: PlayedChannel;
  readonly env: Readonly<Record<string, string>>;
  readonly content: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly timeoutScale: number;
  /** The user's time zone, an IANA name. Asking the machine takes long, and few conversations need it. */
  readonly zone: () => string;
  readonly session: Session;
  readonly userContext: Readonly<Record<string, unknown>>;
  /** The context keys that outlive a dialog. */
  globals: Readonly<Record<string, unknown>>;
  stack: Frame[];
  turn: TurnLog;
  readonly visits: Map<string, number>;
  /** What was last asked about ("did you mean"), and what was said then. */
  offered?: { readonly text: string; readonly offers: readonly Offer[] } | undefined;
}

/** What the node machinery does next. */
export type PlayResult =
  | { readonly next: 'follow' }
  | { readonly next: 'goto'; readonly nodeId: string }
  | { readonly next: 'wait' }
  | {
      readonly next: 'call';
      readonly dialog: Dialog;
      readonly replace: boolean;
      readonly given: ReadonlyMap<string, unknown>;
    }
  /** The user turned to something else: this task is discarded and another begins. */
  | {
      readonly next: 'switch';
      readonly dialog: Dialog;
      readonly slots: ReadonlyMap<string, SlotValue>;
      readonly text: string;
    }
  | { readonly next: 'end'; readonly why: string }
  /** Ends this dialog and those that called it. */
  | { readonly next: 'end-task'; readonly why: string }
  | { readonly next: 'fail'; readonly why: string };

export const FOLLOW: PlayResult = { next: 'follow' };
export const WAIT: PlayResult = { next: 'wait' };

/** A node as it is played; inner nodes of a botAction have the same shape. */
export type PlayedNode = Pick<
  DialogNode,
  'nodeId' | 'type' | 'componentId' | 'transitions' | 'nodeOptions' | 'nodes' | 'flowTaskId'
>;

export interface NodeHandler {
  /** The conversation comes to the node. */
  enter(play: Play, frame: Frame, node: PlayedNode, component: Component): Promise<PlayResult>;
  /** The user answers a node that waited. */
  answer?(play: Play, frame: Frame, node: PlayedNode, component: Component, text: string): Promise<PlayResult>;
}

/** Adds a note about the node at hand. */
export function note(
  play: Play,
  frame: Frame | undefined,
  nodeId: string | undefined,
  code: Note['code'],
  text: string,
  place: Partial<Note> = {},
): void {
  play.turn.notes.push({
    code,
    text,
    ...(frame && { dialog: frame.name }),
    ...(nodeId !== undefined && { nodeId }),
    ...place,
  });
}
