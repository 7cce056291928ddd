import { below, boolean, id, isRecord, list, map, may, must, number, object, or, orSay, record, text } from './clean';
import type { Clean } from './clean';
import { KNOWN_NODE_TYPES } from './known-types';

const noText = () => '';
const none = () => [];

const TEST = {
  field: may(text),
  context: may(text),
  intent: may(text),
  dialogAct: may(text),
  op: may(text),
  value: may(text),
};

const condition = record('a condition', {
  ...TEST,
  conjoin: may(text),
  tests: may(list(record('a test', TEST))),
});

const metadata = or(record('metadata', { connId: or(text, noText) }), () => ({ connId: '' }));
const conditional = record('a transition', { if: must(condition), then: orSay(text, noText), metadata });
const unconditional = record('a transition', { default: must(text), metadata });

/** Where a node leads; one that tells neither where nor when is left out. */
const transition: Clean = (value, place, notes) =>
  (isRecord(value) && Object.hasOwn(value, 'if') ? conditional : unconditional)(value, place, notes);

/** Where a node leads, in order. */
export const transitions = list(transition);

const retries = record('a retry setting', {
  retry_limit: or(number, () => 0),
  action: or(text, noText),
  ref: may(text),
});

const options = record('node options', {
  eventOptions: may(record('event options', { defaultMaxRetry: may(retries) })),
  promptOptions: may(text),
  reuseOptions: may(text),
  precedence: may(text),
  serviceAPITimeout: may(number),
});

/** The type of a node or component: one that is not known stays, and is said. */
export const type: Clean = (value, place, notes) => {
  const read = text(value, place, notes);
  if (typeof read === 'string' && !KNOWN_NODE_TYPES.has(read)) notes.add(place, `the type "${read}" is not known here`);
  return read;
};

const place = { type: orSay(type, () => 'unknown'), componentId: orSay(text, noText), nodeId: must(id) };

/** A node inside a bot action. */
export const innerNode = record('a node', { ...place, transitions: or(transitions, none), level: may(text) });

const node = record('a node', {
  ...place,
  transitions: or(transitions, none),
  nodeOptions: may(options),
  nodes: may(list(innerNode)),
  flowTaskId: may(text),
});

const canvasBox = record('a box', {
  nodeId: must(text),
  nodes: or(list(record('a node of a box', { nodeId: must(text), type: or(text, noText) })), none),
});

const shape = record('a dialog', {
  _id: or(id, (dialog) => dialog['refId']),
  refId: or(id, (dialog) => dialog['_id']),
  lname: or(text, noText),
  isHidden: or(boolean, () => false),
  nodes: orSay(list(node), none),
  localeData: orSay(map(object), () => ({})),
  sequences: may(list(canvasBox)),
});

/** A dialog. One without its name in a language has it from another; one without nodes (only its training was exported) is empty. */
export const dialog: Clean = (value, at, notes) => {
  const read = shape(value, at, notes);
  if (!isRecord(read)) return undefined;
  if (typeof read['_id'] !== 'string') return void notes.add(at, 'a dialog without _id and refId; left out');
  const locales = isRecord(read['localeData']) ? read['localeData'] : {};
  const names = Object.values(locales).map((locale) => (isRecord(locale) ? locale['name'] : undefined));
  const name = names.find((n) => typeof n === 'string' && n !== '') ?? read['lname'];
  const locale = record('the language of a dialog', { name: orSay(text, () => name), shortDesc: or(text, noText) });
  const localeData = map(locale)(locales, at === undefined ? undefined : below(at, 'localeData'), notes);
  return localeData === locales ? read : { ...read, localeData };
};
