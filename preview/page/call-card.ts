/// <reference lib="dom" />
import type { CallView } from '../web/protocol';
import { element } from './dom';
import { duration } from './duration';
import { tree } from './tree';

/** One service call: what was asked, what came back, how long it took and what it cost. */
export function callCard(call: CallView): HTMLElement {
  const { operation, status, ms } = call;
  const failed = status === undefined || status >= 400 || hasErrors(call.response);
  return element(
    'article',
    { class: 'card call' },
    element(
      'header',
      {},
      element('h4', { text: operation }),
      element('span', {
        class: `status ${failed ? 'bad' : 'good'}`,
        text: status === undefined ? 'no answer' : String(status),
      }),
      element('span', { class: 'ms', text: duration(ms) }),
    ),
    ...lines(call),
    ...parts(call, failed),
  );
}

function lines({ cost, error }: CallView): readonly HTMLElement[] {
  const points = cost?.actual ?? cost?.requested;
  return [
    ...(points === undefined ? [] : [element('p', { class: 'soft', text: costText(points, cost) })]),
    ...(error === undefined ? [] : [element('p', { class: 'trouble', text: error })]),
  ];
}

function parts(call: CallView, failed: boolean): readonly HTMLElement[] {
  const { method, url, query, variables, requestBody, response } = call;
  const body = query === undefined && requestBody !== undefined ? `\n\n${requestBody}` : '';
  return [
    ...(variables === undefined ? [] : [collapsible('Variables', tree(variables), true)]),
    collapsible('Request', pre(`${method} ${url}\n${headerLines(call)}${body}`)),
    ...(query === undefined ? [] : [collapsible('Query', pre(query))]),
    ...(response === undefined ? [] : [collapsible('Answer', answer(response), failed)]),
  ];
}

const answer = (response: unknown): HTMLElement => (typeof response === 'string' ? pre(response) : tree(response));

const hasErrors = (response: unknown): boolean =>
  typeof response === 'object' && response !== null && 'errors' in response;

function costText(points: number, cost: CallView['cost']): string {
  const available = cost?.available;
  return `${points} points${cost?.requested === undefined ? '' : `, ${cost.requested} asked for`}${available === undefined ? '' : `, ${available} left`}`;
}

const headerLines = ({ requestHeaders }: CallView): string =>
  Object.entries(requestHeaders)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** A part that opens and closes. */
export function collapsible(title: string, content: HTMLElement, open = false): HTMLElement {
  const details = element('details', { class: 'part' }, element('summary', { text: title }), content);
  details.open = open;
  return details;
}

export const pre = (text: string): HTMLElement => element('pre', { text, attributes: { tabindex: '0' } });
