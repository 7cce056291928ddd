import type { Component } from '../../kore/format';
import { isRecord } from '../../kore/record';
import { decodePlaceholders, decodeText } from '../decode';
import { fillTemplate, fillTemplates } from '../expression';
import { asText } from '../inferred';
import { note } from '../play';
import type { Frame, Play } from '../play';

/** A request with its placeholders filled. */
export interface Filled {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const BODILESS = new Set(['get', 'head']);

/** Builds the request of a service component. Undefined when the component has no endpoint. */
export async function buildRequest(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
): Promise<Filled | undefined> {
  const { endPoint, name } = component;
  if (endPoint === undefined) return undefined;
  const { protocol, port, host, method } = endPoint;
  const path = decodePlaceholders(endPoint.path ?? '');
  const headers = await fillHeaders(play, frame, nodeId, component);
  const [filledHost = '', filledPath = ''] = await fillTemplates(play, frame, nodeId, name, [
    decodePlaceholders(host ?? ''),
    path,
  ]);
  const url = address(protocol ?? '', filledHost, port ?? '', filledPath);
  const body = BODILESS.has(method.toLowerCase()) ? undefined : await fillBody(play, frame, nodeId, component, headers);
  return { method: method.toUpperCase(), url, headers, ...(body !== undefined && { body }) };
}

/** A base URL in a variable stands at the start of the path, with no host. */
function address(protocol: string, host: string, port: string, path: string): string {
  const scheme = protocol === '' ? 'https' : protocol;
  if (host === '') return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) ? path : `${scheme}://${path.replace(/^\/+/, '')}`;
  return `${scheme}://${host}${port === '' ? '' : `:${port}`}${path.startsWith('/') || path === '' ? path : `/${path}`}`;
}

async function fillHeaders(
  play: Play,
  frame: Frame,
  nodeId: string,
  { name, headers }: Component,
): Promise<Readonly<Record<string, string>>> {
  const written = parseObject(headers?.value ?? '{}');
  if (written === undefined) {
    note(play, frame, nodeId, 'suspicious-request', `${name}: the headers are not a JSON object; none are sent`, {
      component: name,
    });
    return {};
  }
  const entries = Object.entries(written);
  const values = await fillTemplates(
    play,
    frame,
    nodeId,
    name,
    entries.map(([, value]) => asText(value)),
  );
  return Object.fromEntries(entries.map(([key], i) => [key, values[i] ?? '']));
}

async function fillBody(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
  headers: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { name, payload } = component;
  const raw = payload?.value ?? '';
  if (raw === '' || raw === 'undefined') return undefined;
  const type =
    Object.entries(headers)
      .find(([key]) => key.toLowerCase() === 'content-type')?.[1]
      .toLowerCase() ?? '';
  if (type.includes('x-www-form-urlencoded')) return fillForm(play, frame, nodeId, name, raw);
  const body = await fillTemplate(play, frame, nodeId, name, decodeText(raw));
  if (type.includes('json') && !isJson(body)) {
    note(play, frame, nodeId, 'suspicious-request', `${name}: the body is sent as JSON but is not JSON`, {
      component: name,
    });
  }
  return body;
}

/**
 * A form body is stored as a JSON object of its fields; each field is filled by itself, so that no answer breaks it. One
 * placeholder may stand for all of the object (inferred).
 */
async function fillForm(play: Play, frame: Frame, nodeId: string, name: string, raw: string): Promise<string> {
  const fields = parseObject(raw) ?? parseObject(decodeText(raw));
  if (fields === undefined) {
    const filled = await fillTemplate(play, frame, nodeId, name, decodeText(raw));
    const made = parseObject(filled);
    return made === undefined ? filled : formOf(made);
  }
  const entries = Object.entries(fields);
  const values = await fillTemplates(
    play,
    frame,
    nodeId,
    name,
    entries.map(([, value]) => asText(value)),
  );
  return formOf(Object.fromEntries(entries.map(([key], i) => [key, values[i] ?? ''])));
}

const formOf = (fields: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, asText(value)])).toString();

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.trim() === '' ? '{}' : text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
