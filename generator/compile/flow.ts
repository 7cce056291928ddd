import type { PlanValue } from './plan';

/**
 * A dialog task as a flow of steps, before it takes the layout of a target. Steps name each other; `end` ends.
 * A layout turns a `call` into a botAction with inner nodes or into nodes of their own.
 */
export interface Flow {
  /** What the dialog's identity is derived from, such as `shopify/action/get-order-details`. */
  readonly key: string;
  /** By language. */
  readonly names: Readonly<Record<string, FlowName>>;
  readonly hidden: boolean;
  readonly steps: readonly [IntentStep, ...Step[]];
}

/** What a dialog is called in a language, and what it is chosen by. */
export interface FlowName {
  readonly name: string;
  readonly description: string;
  /** XO 11 chooses by these, where there are any; by the description otherwise. */
  readonly chosenBy?: readonly string[];
}

/** Tried in order; the last one has no test. */
export interface Branch {
  readonly when?: BranchTest;
  readonly to: string;
}

/** A value of the context, the value of an entity step, or the answer to a confirmation. */
export type BranchTest =
  | { readonly context: string; readonly equals: string }
  | { readonly entity: string; readonly equals: string }
  | { readonly answer: 'yes' | 'no' };

interface StepBase {
  /** Unique in the flow; the node's identity is derived from it. */
  readonly name: string;
  readonly next: readonly Branch[];
  /** The look-up that it is a part of; its parts lie together on the canvas. */
  readonly lane?: string;
}

export type IntentStep = StepBase & { readonly kind: 'intent'; readonly component: ComponentPlan };
export type EntityStep = StepBase & {
  readonly kind: 'entity';
  readonly component: ComponentPlan;
  /** Until there is an answer, once, or never. */
  readonly asks: 'required' | 'optional' | 'hidden';
  readonly retries: number;
  /** The step that ends the dialog after too many wrong answers. */
  readonly giveUp?: string;
  /** It is asked anew each time: nothing that was said before answers it. */
  readonly fresh?: true;
};
/** The platform's own question for yes or no; it has a branch for each, and no other. */
export type ConfirmStep = StepBase & { readonly kind: 'dialogAct'; readonly component: ComponentPlan };
export type MessageStep = StepBase & { readonly kind: 'message'; readonly component: ComponentPlan };
/** Hands the conversation over to a person. */
export type AgentStep = StepBase & { readonly kind: 'agentTransfer'; readonly component: ComponentPlan };
/** Scripts and services that run one after the other; `next` is decided after the last. */
export type CallStep = StepBase & {
  readonly kind: 'call';
  /** The name of the botAction that XO 10 wraps around it. */
  readonly group: string;
  /** What its identity is derived from in place of the dialog's key, where it is the same in several dialogs. */
  readonly sharedBy?: string;
  readonly inner: readonly { readonly kind: 'script' | 'service'; readonly component: ComponentPlan }[];
};
export type Step = IntentStep | EntityStep | ConfirmStep | MessageStep | AgentStep | CallStep;

/** A component: what several nodes, also of several dialogs, may share. */
export interface ComponentPlan {
  readonly type: 'intent' | 'entity' | 'dialogAct' | 'script' | 'service' | 'message' | 'agentTransfer';
  readonly name: string;
  /** What the component's identity is derived from. */
  readonly key: string;
  /** Of a confirmation: what counts as yes and as no besides the platform's own words, by language. */
  readonly synonyms?: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>>;
  /** The template's holes besides identity and labels. */
  readonly view: Readonly<Record<string, PlanValue>>;
}
