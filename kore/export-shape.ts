/** Checks one value; returns what is wrong with it, naming its path, or undefined. */
type Check = (value: unknown, path: string) => string | undefined;

const text: Check = (value, path) => (typeof value === 'string' ? undefined : `${path} must be text`);

const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined || value === null ? undefined : check(value, path);

const list =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? first(value.length, (i) => check(value[i], `${path}[${i}]`)) : `${path} must be a list`;

const map =
  (check: Check): Check =>
  (value, path) => {
    if (!isObject(value)) return `${path} must be an object`;
    const keys = Object.keys(value);
    return first(keys.length, (i) => check(value[keys[i] ?? ''], `${path}.${keys[i]}`));
  };

const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isObject(value)) return `${path || 'the file'} must be an object`;
    const names = Object.keys(fields);
    return first(names.length, (i) =>
      fields[names[i] ?? '']?.(own(value, names[i] ?? ''), path === '' ? `${names[i]}` : `${path}.${names[i]}`),
    );
  };

function first(count: number, check: (index: number) => string | undefined): string | undefined {
  for (let i = 0; i < count; i += 1) {
    const problem = check(i);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: Record<string, unknown>, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);

const object: Check = (value, path) => (isObject(value) ? undefined : `${path} must be an object`);

const transition: Check = (value, path) =>
  isObject(value) && Object.hasOwn(value, 'if')
    ? shape({ if: object, then: text })(value, path)
    : shape({ default: text })(value, path);

const messages = list(shape({ channel: text, localeData: map(shape({ type: text, text: text })) }));

const inner = list(shape({ nodeId: text, type: text, componentId: text, transitions: optional(list(transition)) }));

const node = shape({
  nodeId: text,
  type: text,
  componentId: text,
  transitions: list(transition),
  nodeOptions: optional(object),
  nodes: optional(inner),
  flowTaskId: optional(text),
});

const dialog = shape({ _id: text, refId: text, nodes: list(node), localeData: map(shape({ name: text })) });

const component = shape({
  _id: text,
  refId: text,
  name: text,
  type: text,
  localeData: optional(map(object)),
  message: optional(messages),
  errorMessage: optional(messages),
  script: optional(text),
  preProcessor: optional(text),
  postProcessor: optional(text),
  endPoint: optional(shape({ path: optional(text), host: optional(text), method: text })),
  headers: optional(shape({ value: optional(text) })),
  payload: optional(object),
  nodes: optional(inner),
});

const sentence = shape({
  taskId: text,
  sentence: text,
  language: optional(text),
  entities: optional(list(shape({ entityId: text }))),
});

const CHECKS = {
  definition: shape({
    defaultLanguage: text,
    dialogs: list(dialog),
    dialogComponents: list(component),
    sentences: optional(list(sentence)),
    botEvents: optional(map(shape({ msg: optional(messages), task: optional(text) }))),
    contentVariables: optional(list(shape({ key: text }))),
  }),
  config: shape({ envVariables: list(shape({ key: text })) }),
} as const;

/**
 * The first thing that keeps a parsed file from being read as the format says, such as
 * `dialogs[3].nodes[0].componentId must be text`; undefined when it can be. Unknown keys are let through.
 */
export const shapeProblem = (value: unknown, kind: keyof typeof CHECKS): string | undefined => CHECKS[kind](value, '');
