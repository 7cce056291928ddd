import { isRecord } from '../record';
import { boolean, id, listOf, mapOf, may, must, cleanNumber, object, or, orSay, record, cleanText } from './clean';
import type { Clean } from './clean';
import { innerNode, type } from './dialog-shape';

const noText = () => '';

const written = record('a message', { type: orSay(cleanText, () => 'basic'), text: orSay(cleanText, noText) });
const referred = record('a message', { type: must(cleanText), text: or(cleanText, noText), refId: may(cleanText) });

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
export const messageShapes = listOf(
  record('a message', { channel: or(cleanText, () => 'default'), localeData: orSay(mapOf(said), () => ({})) }),
);

const endPoint = record('an address', {
  path: or(cleanText, noText),
  method: or(cleanText, () => 'get'),
  host: may(cleanText),
  port: may(cleanText),
  protocol: may(cleanText),
});

const shape = record('a component', {
  _id: or(id, (component) => component['refId']),
  refId: or(id, (component) => component['_id']),
  name: orSay(cleanText, (component) => component['refId'] ?? component['_id']),
  type: orSay(type, () => 'unknown'),
  localeData: may(mapOf(object)),
  dialogId: may(cleanText),
  entityType: may(cleanText),
  regexPattern: may(cleanText),
  isArray: may(boolean),
  message: may(messageShapes),
  errorMessage: may(messageShapes),
  submitMessage: may(messageShapes),
  script: may(cleanText),
  preProcessor: may(cleanText),
  postProcessor: may(cleanText),
  endPoint: may(endPoint),
  headers: may(record('headers', { type: or(cleanText, noText), value: or(cleanText, noText) })),
  payload: may(record('a body', { type: may(cleanText), value: may(cleanText) })),
  idp: may(cleanText),
  authRequired: may(boolean),
  serviceAPITimeout: may(cleanNumber),
  timeOutError: may(record('a time-out rule', { closeConversation: may(boolean) })),
  nodes: may(listOf(innerNode)),
});

/** A component, by `_id` and `refId`; one of them stands in for the other. */
export const component: Clean = (value, place, notes) => {
  const read = shape(value, place, notes);
  if (!isRecord(read) || typeof read['_id'] === 'string') return read;
  return void notes.add(place, 'a component without _id and refId; left out');
};
