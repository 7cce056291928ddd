import { bodyTexts, type Body } from '../../model/body';
import { openOf } from '../../model/look-up';
import type { Action, RestRequest } from '../../model/model';
import { pageKeys } from '../../model/paging';
import { bodyView, mayBeMissing } from './body';
import type { Checker } from './checked';

/** A request without a body, or with one that is no tree. */
export const NO_CONTENT = { content: [], items: [], body: false, bare: false, prunes: false };

/**
 * The variables of a query, or the body: an object's members, a list's items, or another tree. What is `secret` is left out:
 * the platform fills it in.
 */
export function contentOf(action: Action, checks: Checker, secret: readonly string[]) {
  const { request } = action;
  if (request.kind === 'graphql') {
    const content = [...request.variables].map(([name, value]) => ({ key: name, value: checks.value(name, value) }));
    return { ...NO_CONTENT, content, body: true };
  }
  return request.body === undefined ? NO_CONTENT : restContent(action, request, without(request.body, secret), checks);
}

function restContent(action: Action, { body: whole, paging }: RestRequest, body: Body, checks: Checker) {
  const view = bodyView(body, checks);
  const content = 'members' in view ? view.members : [];
  const keys = pageKeys(paging) ?? [];
  const texts = bodyTexts(body).map(({ phrase }) => phrase);
  const given = { ...NO_CONTENT, prunes: keys.length > 1 || mayBeMissing(texts, openOf(action)) };
  if (!isObject(body)) return { ...given, items: [view], body: true };
  const isSent = content.length > 0 || keys.length > 0 || body !== whole;
  return { ...given, content, body: isSent, bare: isSent && content.length === 0 };
}

const isObject = (body: Body): body is Extract<Body, { readonly kind: 'object' }> =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'object';

const without = (body: Body, names: readonly string[]): Body =>
  names.length > 0 && isObject(body)
    ? { ...body, members: new Map([...body.members].filter(([name]) => !names.includes(name))) }
    : body;
