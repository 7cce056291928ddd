import type {
  BotEvent,
  Component,
  Condition,
  KoreBot,
  MessageEntry,
  NodeOptions,
  Sentence,
  Transition,
} from '../../kore/format';

export type Way = string | readonly (string | readonly [Condition, string])[];

export interface NodeSpec {
  readonly id: string;
  readonly type: string;
  /** The component's name; the node's id unless told otherwise. */
  readonly name?: string;
  /** A target, or rules and a default last. `end` unless told otherwise. */
  readonly to?: Way;
  readonly with?: Partial<Component>;
  readonly options?: NodeOptions;
  /** Makes the node a call of a dialog, by that dialog's name. */
  readonly calls?: string;
  readonly contextMap?: string;
  readonly inner?: readonly (NodeSpec & { readonly root?: boolean })[];
}

export interface DialogSpec {
  readonly name: string;
  readonly hidden?: boolean;
  /** `where is ${Order=1001}` marks `1001` as the entity `Order`. */
  readonly says?: readonly string[];
  readonly nodes: readonly NodeSpec[];
}

export interface BotSpec {
  readonly dialogs: readonly DialogSpec[];
  readonly events?: Readonly<Record<string, Partial<BotEvent>>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly secured?: Readonly<Record<string, string>>;
  readonly content?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly languages?: readonly string[];
  readonly fallback?: string;
  readonly forms?: readonly unknown[];
  readonly functions?: readonly string[];
}

const meta = { connId: 'dummy' };

const ways = (to: Way = 'end'): readonly Transition[] =>
  (typeof to === 'string' ? [to] : to).map((way) =>
    typeof way === 'string' ? { default: way, metadata: meta } : { if: way[0], then: way[1], metadata: meta },
  );

/** One message entry, encoded as in a file. */
export const say = (
  text: string,
  channel = 'default',
  type: 'basic' | 'uxmap' = 'basic',
  language = 'en',
): MessageEntry => ({
  channel,
  localeData: { [language]: { type, text: encodeURIComponent(text) } },
});

/** Builds an export in memory: enough of one for the player, with readable ids. */
export function buildBot(spec: BotSpec): KoreBot {
  const components: Component[] = [];
  const add = (node: NodeSpec): Component => {
    const name = node.name ?? node.id;
    const known = components.find((c) => c.name === name);
    if (known !== undefined) return known;
    const nodes = node.inner?.map((inner) => ({
      nodeId: inner.id,
      type: inner.type,
      componentId: add(inner)._id,
      transitions: ways(inner.to),
      ...(inner.root === true && { level: 'root' }),
    }));
    const made: Component = {
      _id: `dc-${name}`,
      refId: name,
      name,
      type: node.type,
      ...(nodes && { nodes }),
      ...node.with,
    };
    components.push(made);
    return made;
  };
  const dialogs = spec.dialogs.map(({ name, hidden = false, nodes }) => {
    const entry = add({ id: 'intent0', type: 'intent', name: `intent_${name}`, with: { dialogId: `dg-${name}` } });
    const first = {
      nodeId: 'intent0',
      type: 'intent',
      componentId: entry._id,
      transitions: ways(nodes[0]?.id ?? 'end'),
    };
    const rest = nodes.map((node) => ({
      nodeId: node.id,
      type: node.type,
      componentId: node.calls === undefined ? add(node)._id : `dc-intent_${node.calls}`,
      transitions: ways(node.to),
      ...(node.options && { nodeOptions: node.options }),
      ...(node.calls !== undefined && { flowTaskId: `ref-${node.calls}` }),
      ...(node.contextMap !== undefined && { contextMap: node.contextMap }),
    }));
    return {
      _id: `dg-${name}`,
      refId: `ref-${name}`,
      lname: name.toLowerCase(),
      isHidden: hidden,
      localeData: { en: { name, shortDesc: '' } },
      nodes: [first, ...rest],
    };
  });
  const sentences = spec.dialogs.flatMap(({ name, says = [] }) => says.map((text, i) => trained(name, text, i)));
  const events = Object.entries(spec.events ?? {}).map(
    ([name, event]) => [name, { enabled: true, action: 'showMsg', msg: [], ...event }] as const,
  );
  const languages = spec.languages ?? ['en'];
  return {
    target: 'xo10',
    ...(spec.functions && { functions: spec.functions }),
    definition: {
      _id: 'st-1',
      refId: 'bot',
      defaultLanguage: languages[0] ?? 'en',
      supportedLanguages: languages,
      localeData: { en: { name: 'Test bot' } },
      dialogs,
      dialogComponents: components,
      sentences,
      patterns: [],
      botEvents: Object.fromEntries(events),
      defaultDialogId: spec.fallback === undefined ? null : `ref-${spec.fallback}`,
      ...(spec.forms && { forms: spec.forms }),
      contentVariables: Object.entries(spec.content ?? {}).map(([key, values]) => ({
        key,
        localeData: Object.fromEntries(Object.entries(values).map(([l, value]) => [l, { value }])),
      })),
    },
    config: {
      name: 'Test bot',
      envVariables: [
        ...Object.entries(spec.env ?? {}).map(variable(false)),
        ...Object.entries(spec.secured ?? {}).map(variable(true)),
      ],
    },
  };
}

const variable =
  (isSecured: boolean) =>
  ([key, value]: readonly [string, string]) => ({
    key,
    value,
    variableType: 'env',
    hint: '',
    scope: 'prePopulated',
    isSecured,
  });

function trained(dialog: string, text: string, index: number): Sentence {
  const [, before = text, entity, value = '', after = '', language = 'en'] =
    /^(.*?)(?:\$\{(\w+)=([^}]*)\}(.*?))?(?: @(\w\w))?$/s.exec(text) ?? [];
  const entities =
    entity === undefined
      ? []
      : [{ startIndex: before.length, endIndex: before.length + value.length, entityId: `dc-${entity}` }];
  return {
    _id: `${dialog}-${index}`,
    taskId: `dc-intent_${dialog}`,
    taskName: dialog,
    type: 'DialogIntent',
    sentence: before + value + after,
    language,
    entities,
  };
}
