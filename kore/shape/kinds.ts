import type { Config, Definition } from '../format';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An object of an export: what kind of thing it is, and where it stands. */
export interface ExportObject {
  /** Such as `dialog`, `node:entity`, `confidence:ml`. */
  readonly kind: string;
  /** JSON Pointer from the export's two files: `/definition/dialogs/0`. */
  readonly where: string;
  readonly value: JsonObject;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function* one(kind: string, where: string, value: unknown): Generator<ExportObject> {
  if (isObject(value)) yield { kind, where, value };
}

/** The objects of a list, each with its own name; `inside` yields what stands in each. */
function* each(
  where: string,
  list: unknown,
  kindOf: (value: JsonObject) => string,
  inside: (kind: ExportObject) => Iterable<ExportObject> = () => [],
): Generator<ExportObject> {
  if (!Array.isArray(list)) return;
  for (const [i, value] of list.entries()) {
    if (!isObject(value)) continue;
    const found = { kind: kindOf(value), where: `${where}/${i}`, value };
    yield found;
    yield* inside(found);
  }
}

/** The objects of a map, such as one by language. */
function* perKey(
  where: string,
  map: unknown,
  kindOf: (key: string) => string,
  inside: (kind: ExportObject) => Iterable<ExportObject> = () => [],
): Generator<ExportObject> {
  if (!isObject(map)) return;
  for (const [key, value] of Object.entries(map)) {
    if (!isObject(value)) continue;
    const found = { kind: kindOf(key), where: `${where}/${key}`, value };
    yield found;
    yield* inside(found);
  }
}

const named = (name: string) => () => name;
const inner = (name: string) => (value: JsonObject) => ('level' in value ? `${name}:root` : name);
/** What a condition looks at. */
const tested = (test: JsonObject) =>
  ['field', 'context', 'dialogAct', 'intent', 'conjoin'].find((key) => key in test) ?? '';
/** Boxes that were drawn by the v3 builder differ from those of migrated dialogs. */
const sequenceKind = (s: JsonObject) =>
  s['primaryIntent'] ? 'sequence:first' : 'colorMeta' in s ? 'sequence' : 'sequence:old';
const typed = (name: string) => (value: JsonObject) => `${name}:${String(value['type'])}`;

function* localesOf({ where, value }: ExportObject): Generator<ExportObject> {
  yield* each(`${where}/confidenceConfigs`, value['confidenceConfigs'], (c) => `confidence:${String(c['mode'])}`);
}

function* transitionsOf({ where, value }: ExportObject): Generator<ExportObject> {
  const kindOf = (t: JsonObject) => ('default' in t ? 'transition:default' : 'transition:if');
  yield* each(`${where}/transitions`, value['transitions'], kindOf, function* (transition) {
    yield* one('transition:metadata', `${transition.where}/metadata`, transition.value['metadata']);
    const test = transition.value['if'];
    if (isObject(test)) yield* one(`condition:${tested(test)}`, `${transition.where}/if`, test);
  });
}

function* nodeParts(node: ExportObject): Generator<ExportObject> {
  const { where, value } = node;
  const options = value['nodeOptions'];
  yield* one(`options:${String(value['type'])}`, `${where}/nodeOptions`, options);
  if (isObject(options)) {
    yield* one('customTags', `${where}/nodeOptions/customTags`, options['customTags']);
    const events = options['eventOptions'];
    if (isObject(events))
      yield* one('retry', `${where}/nodeOptions/eventOptions/defaultMaxRetry`, events['defaultMaxRetry']);
  }
  yield* transitionsOf(node);
  yield* each(`${where}/nodes`, value['nodes'], inner('inner:dialog'));
}

function* dialogParts({ where, value }: ExportObject): Generator<ExportObject> {
  yield* perKey(`${where}/localeData`, value['localeData'], named('dialog:locale'));
  const kindOf = (node: JsonObject) =>
    node['type'] === 'intent' && node['nodeId'] !== 'intent0' ? 'node:call' : typed('node')(node);
  yield* each(`${where}/nodes`, value['nodes'], kindOf, nodeParts);
  yield* each(`${where}/sequences`, value['sequences'], sequenceKind);
}

function* messagesOf(where: string, list: unknown, kind = 'message'): Generator<ExportObject> {
  yield* each(where, list, named(kind), (entry) =>
    perKey(`${entry.where}/localeData`, entry.value['localeData'], named('message:text')),
  );
}

function* componentParts({ where, value }: ExportObject): Generator<ExportObject> {
  const type = String(value['type']);
  yield* perKey(`${where}/localeData`, value['localeData'], named(`label:${type}`));
  yield* messagesOf(`${where}/message`, value['message']);
  yield* messagesOf(`${where}/errorMessage`, value['errorMessage']);
  for (const key of ['endPoint', 'headers', 'payload', 'timeOutError'])
    yield* one(key, `${where}/${key}`, type === 'service' ? value[key] : undefined);
  yield* each(`${where}/nodes`, value['nodes'], inner('inner:component'), transitionsOf);
}

/** Dialogs of XO 11 without boxes have their scripts and services inside botActions. */
const dialogKind = ({ sequences }: JsonObject) =>
  Array.isArray(sequences) && sequences.length === 0 ? 'dialog:botAction' : 'dialog';

/** Data-table services and built-in ones have a shape of their own. */
const componentKind = (component: JsonObject) =>
  component['type'] === 'service' && component['serviceNodeType'] !== 'custom'
    ? `component:service(${String(component['serviceNodeType'])})`
    : typed('component')(component);

function* eventParts({ where, value }: ExportObject): Generator<ExportObject> {
  yield* messagesOf(`${where}/msg`, value['msg'], 'event:message');
}

function* trainingParts({ where, value }: ExportObject): Generator<ExportObject> {
  for (const key of ['intentParams', 'nerParams', 'intentData', 'mlConfigurations'])
    yield* one(`training:${key}`, `${where}/${key}`, value[key]);
}

/**
 * Every object of an export whose keys are worth comparing, with the kind that it is of. Reads any JSON: what has another
 * shape is skipped, and what holds a person's own words or settings is not looked into.
 */
export function* exportObjects({
  definition,
  config,
}: {
  readonly definition: Definition | JsonObject;
  readonly config: Config | JsonObject;
}): Generator<ExportObject> {
  const bot = definition as JsonObject;
  const at = (key: string) => `/definition/${key}`;
  yield { kind: 'bot', where: '/definition', value: bot };
  yield* perKey(at('localeData'), bot['localeData'], named('bot:locale'), localesOf);
  yield* perKey(at('multiLingualConfigurations'), bot['multiLingualConfigurations'], named('bot:understanding'));
  yield* one('events', at('botEvents'), bot['botEvents']);
  yield* perKey(at('botEvents'), bot['botEvents'], (name) => `event:${name}`, eventParts);
  yield* each(at('dialogs'), bot['dialogs'], dialogKind, dialogParts);
  yield* each(at('dialogComponents'), bot['dialogComponents'], componentKind, componentParts);
  yield* each(at('sentences'), bot['sentences'], named('sentence'), ({ where, value }) =>
    each(`${where}/entities`, value['entities'], named('sentence:mark')),
  );
  yield* each(at('patterns'), bot['patterns'], named('pattern'));
  yield* each(at('mlParams'), bot['mlParams'], named('training'), trainingParts);
  yield* each(at('advancedNLSettings'), bot['advancedNLSettings'], (s) => `nl:${String(s['configurationKeyName'])}`);
  yield* each(at('namespaces'), bot['namespaces'], named('namespace'));
  yield* each(at('scenes'), bot['scenes'], named('scene'));
  yield* each(at('sceneComponents'), bot['sceneComponents'], named('scene:note'));
  yield* each(at('idpConfigurations'), bot['idpConfigurations'], (p) => `profile:${String(p['sso_type'])}`);
  yield* one('exportOptions', at('exportOptions'), bot['exportOptions']);
  yield* one('subTasks', at('exportOptions/subTasks'), (bot['exportOptions'] as JsonObject | undefined)?.['subTasks']);
  yield { kind: 'config', where: '/config', value: config as JsonObject };
  yield* each('/config/envVariables', (config as JsonObject)['envVariables'], named('variable'));
}
