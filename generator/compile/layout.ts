import type { Target } from '../../kore/format';
import { canvasId, objectIdOf, refIdOf } from './ids';
import type { Branch, ComponentPlan, Flow, FlowName, Step, BranchTest } from './flow';
import { piece, type Piece, type PlanValue } from './plan';
import { ownValue } from '../../kore/own-value';

/** What a target needs to lay out one bot. */
export interface Layout {
  readonly target: Target;
  /** The bot's own id. */
  readonly bot: string;
  readonly namespace: string;
  readonly languages: readonly string[];
}

/** A component with its identity, ready to be listed. */
export interface PlacedComponent {
  readonly id: string;
  readonly refId: string;
  readonly name: string;
  readonly type: ComponentPlan['type'] | 'botAction';
  readonly piece: Piece;
}

/** A dialog with its identity and everything it places. */
export interface PlacedDialog {
  readonly id: string;
  readonly refId: string;
  readonly flow: Flow;
  readonly piece: Piece;
  readonly components: readonly PlacedComponent[];
}

/** An object's two ids, from the name that its identity is derived from. */
export function identity(
  layout: Pick<Layout, 'bot'>,
  prefix: string,
  key: string,
): { readonly id: string; readonly refId: string } {
  const refId = refIdOf(key);
  return { refId, id: objectIdOf(prefix, layout.bot, refId) };
}

/** What lays out one dialog. */
export interface Placing {
  /** Makes a component's piece and remembers it. */
  readonly place: (plan: ComponentPlan) => PlacedComponent;
  /** All that were placed, in order. */
  readonly components: PlacedComponent[];
}

/** Collects the components of a dialog. */
export function placing(layout: Layout, dialog: { readonly id: string; readonly flow: Flow }): Placing {
  const components: PlacedComponent[] = [];
  return {
    components,
    place: (plan) => {
      const placed = placeComponent(layout, dialog, plan);
      components.push(placed);
      return placed;
    },
  };
}

/** Several sentences are joined as XO 11 joins them; XO 10 chooses by utterances and shows people one. */
const descriptionOf = ({ target }: Pick<Layout, 'target'>, { description, chosenBy = [] }: FlowName): string =>
  target === 'xo11' && chosenBy.length > 0 ? chosenBy.join('|$|') : description;

/** A dialog's names, as both targets write them. */
export function localesOf(
  layout: Pick<Layout, 'target'>,
  flow: Flow,
): { readonly lname: string; readonly localeData: PlanValue } {
  const named = Object.entries(flow.names);
  return {
    lname: (named[0]?.[1].name ?? '').toLowerCase(),
    localeData: Object.fromEntries(
      named.map(([language, n]) => [language, { name: n.name, shortDesc: descriptionOf(layout, n) }]),
    ),
  };
}

const NODE_PREFIX = {
  entity: 'nd-ent',
  dialogAct: 'nd-dac',
  message: 'nd-msg',
  script: 'nd-scr',
  service: 'nd-srv',
  call: 'nd-bac',
  agentTransfer: 'nd-agt',
  intent: 'nd-int',
} as const;

/** The canvas id of a step; the entry is always `intent0`. */
export const nodeIdOf = (
  flow: Flow,
  step: { readonly kind: keyof typeof NODE_PREFIX; readonly name: string },
): string => (step.kind === 'intent' ? 'intent0' : canvasId(NODE_PREFIX[step.kind], `${flow.key}/node/${step.name}`));

/** A branch target as a node id. `entryOf` says where a step begins. */
export function transitionsOf(
  layout: Layout,
  flow: Flow,
  from: string,
  next: readonly Branch[],
  entryOf: (step: Step) => string,
): readonly Piece[] {
  return next.map((branch, i) => {
    const to = branch.to === 'end' ? endOf(layout, stepNamed(flow, from)) : entryOf(stepNamed(flow, branch.to));
    const connId =
      layout.target === 'xo11' && from === 'intent0'
        ? 'dummy0'
        : canvasId('dummy', `${flow.key}/connection/${from}/${i}`);
    if (!branch.when) return piece(`${layout.target}/default-transition`, { to, connId });
    return testPiece(layout, flow, branch.when, { to, connId });
  });
}

function testPiece(
  layout: Layout,
  flow: Flow,
  when: BranchTest,
  way: { readonly to: string; readonly connId: string },
): Piece {
  if ('answer' in when) return piece(`${layout.target}/transition-answer`, { ...way, answer: when.answer });
  if ('context' in when)
    return piece(`${layout.target}/transition`, { ...way, context: when.context, equals: when.equals });
  const field = nodeIdOf(flow, stepNamed(flow, when.entity));
  return piece(`${layout.target}/transition-entity`, { ...way, field, equals: when.equals });
}

/** XO 11 goes back to the experience flow after handing over, where the flow says who takes over (observed). */
const endOf = ({ target }: Layout, { kind }: Step): string =>
  target === 'xo11' && kind === 'agentTransfer' ? 'retToFlow' : 'end';

function stepNamed(flow: Flow, name: string): Step {
  const step = flow.steps.find((s) => s.name === name);
  if (!step) throw new Error(`${flow.key}: no step "${name}"`);
  return step;
}

/** What a step's node may do; an entity goes to the step that says good-bye when its retries are used up. */
export function nodeOptions({ target }: Pick<Layout, 'target'>, flow: Flow, step: Step): Piece {
  if (step.kind === 'dialogAct') return piece(`${target}/options/confirm`, {});
  if (step.kind !== 'entity') return piece(`${target}/options/plain`, {});
  const { asks, retries, giveUp } = step;
  const afterwards =
    giveUp === undefined
      ? { action: 'endOfDialog' }
      : { action: 'executeNode', ref: nodeIdOf(flow, stepNamed(flow, giveUp)) };
  return piece(`${target}/options/${step.fresh ? 'entity-fresh' : 'entity'}`, {
    asks,
    eventOptions: { defaultMaxRetry: { retry_limit: retries, ...afterwards } },
  });
}

/** A component's piece: the template of its type, its identity, its labels and its own holes. */
export function placeComponent(
  layout: Layout,
  dialog: { readonly id: string; readonly flow: Flow },
  plan: ComponentPlan,
): PlacedComponent {
  const { id, refId } = identity(layout, 'dc', plan.key);
  const { template, holes } = templateOf(plan);
  const view: Record<string, PlanValue> = {
    id,
    refId,
    name: plan.name,
    localeData: labels(layout, dialog.flow, plan),
    ...holes,
  };
  if (plan.type === 'intent') view['dialogId'] = dialog.id;
  return { id, refId, name: plan.name, type: plan.type, piece: piece(`${layout.target}/components/${template}`, view) };
}

/** Some components have a key only when it holds something; those have a template of their own. */
function templateOf(plan: ComponentPlan): { readonly template: string; readonly holes: Record<string, PlanValue> } {
  const holes: Record<string, PlanValue> = { ...plan.view };
  if (plan.type === 'entity') {
    delete holes['choices'];
    const several = holes['isArray'] === true;
    delete holes['isArray'];
    if (holes['regexPattern'] !== null) return { template: several ? 'entity-regex-many' : 'entity-regex', holes };
    delete holes['regexPattern'];
    if (several) return { template: 'entity-many', holes };
  }
  if (plan.type === 'service') {
    if (holes['integrationId'] !== null) return { template: 'service-integration', holes };
    delete holes['integrationId'];
    delete holes['subType'];
  }
  return { template: plan.type, holes };
}

function labels(layout: Layout, flow: Flow, plan: ComponentPlan): PlanValue {
  return Object.fromEntries(
    layout.languages.map((language): [string, PlanValue] => {
      const named = ownValue(flow.names, language);
      if (plan.type === 'intent')
        return [language, { desc: named ? descriptionOf(layout, named) : '', intent: named?.name ?? plan.name }];
      const synonyms = ownValue(plan.synonyms ?? {}, language);
      if (synonyms) return [language, { label: plan.name, synonyms }];
      const choices = plan.view['choices'] as Readonly<Record<string, PlanValue>> | null | undefined;
      const allowed = ownValue(choices ?? {}, language);
      return [language, allowed === undefined ? { label: plan.name } : { label: plan.name, allowedValues: allowed }];
    }),
  );
}
