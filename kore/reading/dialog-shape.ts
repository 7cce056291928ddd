import { isRecord } from '../record';
import {
  below,
  boolean,
  id,
  listOf,
  mapOf,
  may,
  must,
  cleanNumber,
  object,
  or,
  orSay,
  record,
  cleanText,
} from './clean';
import type { Clean } from './clean';
import { KNOWN_NODE_TYPES } from './known-types';

const noText = () => '';
const none = () => [];

const TEST = {
  field: may(cleanText),
  context: may(cleanText),
  intent: may(cleanText),
  dialogAct: may(cleanText),
  op: may(cleanText),
  value: may(cleanText),
};

const condition = record('a condition', {
  ...TEST,
  conjoin: may(cleanText),
  tests: may(listOf(record('a test', TEST))),
});

const metadata = or(record('metadata', { connId: or(cleanText, noText) }), () => ({ connId: '' }));
const conditional = record('a transition', { if: must(condition), then: orSay(cleanText, noText), metadata });
const unconditional = record('a transition', { default: must(cleanText), metadata });

/** Where a node leads; one that tells neither where nor when is left out. */
const transition: Clean = (value, place, notes) =>
  (isRecord(value) && Object.hasOwn(value, 'if') ? conditional : unconditional)(value, place, notes);

/** Where a node leads, in order. */
export const transitionShapes = listOf(transition);

const retries = record('a retry setting', {
  retry_limit: or(cleanNumber, () => 0),
  action: or(cleanText, noText),
  ref: may(cleanText),
});

const options = record('node options', {
  eventOptions: may(record('event options', { defaultMaxRetry: may(retries) })),
  promptOptions: may(cleanText),
  reuseOptions: may(cleanText),
  precedence: may(cleanText),
  serviceAPITimeout: may(cleanNumber),
});

/** The type of a node or component: one that is not known stays, and is said. */
export const type: Clean = (value, place, notes) => {
  const read = cleanText(value, place, notes);
  if (typeof read === 'string' && !KNOWN_NODE_TYPES.has(read)) notes.add(place, `the type "${read}" is not known here`);
  return read;
};

const place = { type: orSay(type, () => 'unknown'), componentId: orSay(cleanText, noText), nodeId: must(id) };

/** A node inside a bot action. */
export const innerNode = record('a node', { ...place, transitions: or(transitionShapes, none), level: may(cleanText) });

const node = record('a node', {
  ...place,
  transitions: or(transitionShapes, none),
  nodeOptions: may(options),
  nodes: may(listOf(innerNode)),
  flowTaskId: may(cleanText),
});

const canvasBox = record('a box', {
  nodeId: must(cleanText),
  nodes: or(listOf(record('a node of a box', { nodeId: must(cleanText), type: or(cleanText, noText) })), none),
});

const shape = record('a dialog', {
  _id: or(id, (dialog) => dialog['refId']),
  refId: or(id, (dialog) => dialog['_id']),
  lname: or(cleanText, noText),
  isHidden: or(boolean, () => false),
  nodes: orSay(listOf(node), none),
  localeData: orSay(mapOf(object), () => ({})),
  sequences: may(listOf(canvasBox)),
});

/** A dialog. One without its name in a language has it from another; one without nodes (only its training was exported) is empty. */
export const dialog: Clean = (value, at, notes) => {
  const read = shape(value, at, notes);
  if (!isRecord(read)) return undefined;
  if (typeof read['_id'] !== 'string') return void notes.add(at, 'a dialog without _id and refId; left out');
  const locales = isRecord(read['localeData']) ? read['localeData'] : {};
  const names = Object.values(locales).map((locale) => (isRecord(locale) ? locale['name'] : undefined));
  const name = names.find((n) => typeof n === 'string' && n !== '') ?? read['lname'];
  const locale = record('the language of a dialog', {
    name: orSay(cleanText, () => name),
    shortDesc: or(cleanText, noText),
  });
  const localeData = mapOf(locale)(locales, below(at, 'localeData'), notes);
  return localeData === locales ? read : { ...read, localeData };
};
