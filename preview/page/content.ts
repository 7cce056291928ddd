/// <reference lib="dom" />
import type { NodeContent } from '../web/protocol';
import { pre } from './call-card';
import { element } from './dom';
import { lookOf } from './node-looks';

/** Shows what a node holds, decoded. */
export function showContent(holder: HTMLElement, content: NodeContent | undefined, onClose: () => void): void {
  holder.hidden = content === undefined;
  if (content === undefined) return holder.replaceChildren();
  const close = element('button', {
    text: '×',
    attributes: { type: 'button', 'aria-label': 'Close node content' },
    on: { click: onClose },
  });
  holder.replaceChildren(
    element(
      'header',
      {},
      element('h3', { text: content.name }),
      element('span', { class: 'kind', text: lookOf(content.type).name }),
      close,
    ),
    ...content.parts.map(({ label, text, code }) =>
      element('section', {}, element('h4', { text: label }), code ? lines(text) : pre(text)),
    ),
  );
  holder.scrollTop = 0;
}

/** A script as it is; the numbers of its lines stand beside it and are not copied along. */
const lines = (text: string): HTMLElement =>
  element(
    'pre',
    { class: 'code', attributes: { tabindex: '0' } },
    ...text.split('\n').map((line) => element('span', { class: 'line', text: `${line}\n` })),
  );
