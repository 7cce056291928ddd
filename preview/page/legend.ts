/// <reference lib="dom" />
import type { FlowView } from '../web/protocol';
import { element } from './dom';
import { lookOf } from './node-looks';

/** Explains the shapes that the picture shows. */
export function showLegend(holder: HTMLElement, { nodes }: FlowView): void {
  const looks = new Map(nodes.map(({ type }) => [lookOf(type).name, lookOf(type)]));
  const items = [...looks.values()].map(({ name, style, shape }) => item(`swatch ${shape} ${style}`, name));
  const ends = nodes.some((node) => node.ends) ? [item('swatch ends', 'May end here')] : [];
  holder.replaceChildren(...items, ...ends, item('swatch passed', 'Last turn'));
}

const item = (look: string, name: string): HTMLElement =>
  element('li', {}, element('span', { class: look, attributes: { 'aria-hidden': 'true' } }), name);
