import { boolean, id, isRecord, list, map, may, must, number, object, or, orSay, record, text } from './clean';
import type { Clean } from './clean';
import { innerNode, type } from './dialog-shape';

const noText = () => '';

const written = record('a message', { type: orSay(text, () => 'basic'), text: orSay(text, noText) });
const referred = record('a message', { type: must(text), text: or(text, noText), refId: may(text) });

/**
 * What a message says. A `js` message is JavaScript that prints, as `uxmap` is, and read as that; one that only refers to
 * the message library is empty here, since no export holds that library.
 */
const said: Clean = (value, place, notes) => {
  if (isRecord(value) && value['type'] === 'EXTERNAL_MESSAGE_REFERENCE') {
    notes.add(place, 'the text of a message stands in the message library, which exports do not hold');
    return referred(value, place, notes);
  }
  return written(isRecord(value) && value['type'] === 'js' ? { ...value, type: 'uxmap' } : value, place, notes);
};

/** What is said, by channel and language. */
export const messages = list(
  record('a message', { channel: or(text, () => 'default'), localeData: orSay(map(said), () => ({})) }),
);

const endPoint = record('an address', {
  path: or(text, noText),
  method: or(text, () => 'get'),
  host: may(text),
  port: may(text),
  protocol: may(text),
});

const shape = record('a component', {
  _id: or(id, (component) => component['refId']),
  refId: or(id, (component) => component['_id']),
  name: orSay(text, (component) => component['refId'] ?? component['_id']),
  type: orSay(type, () => 'unknown'),
  localeData: may(map(object)),
  dialogId: may(text),
  entityType: may(text),
  regexPattern: may(text),
  isArray: may(boolean),
  message: may(messages),
  errorMessage: may(messages),
  submitMessage: may(messages),
  script: may(text),
  preProcessor: may(text),
  postProcessor: may(text),
  endPoint: may(endPoint),
  headers: may(record('headers', { type: or(text, noText), value: or(text, noText) })),
  payload: may(record('a body', { type: may(text), value: may(text) })),
  idp: may(text),
  authRequired: may(boolean),
  serviceAPITimeout: may(number),
  timeOutError: may(record('a time-out rule', { closeConversation: may(boolean) })),
  nodes: may(list(innerNode)),
});

/** A component, by `_id` and `refId`; one of them stands in for the other. */
export const component: Clean = (value, place, notes) => {
  const read = shape(value, place, notes);
  if (!isRecord(read) || typeof read['_id'] === 'string') return read;
  return void notes.add(place, 'a component without _id and refId; left out');
};
