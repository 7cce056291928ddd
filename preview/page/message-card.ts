/// <reference lib="dom" />
import type { SentMessage } from '../web/protocol';
import { collapsible, pre } from './call-card';
import { element } from './dom';

/** A message as it was sent: what the web channel gets, and what every other channel says. */
export function messageCard({ default: plain, rtm }: SentMessage): HTMLElement {
  const kind = rtm.template?.payload['template_type'];
  return element(
    'article',
    { class: 'card' },
    element('header', {}, element('h4', { text: typeof kind === 'string' ? kind : 'text' })),
    collapsible('default', pre(said(plain)), true),
    collapsible('rtm', pre(said(rtm))),
  );
}

const said = ({ text, template }: SentMessage['rtm']): string =>
  template === undefined ? text : JSON.stringify(template, null, 2);
