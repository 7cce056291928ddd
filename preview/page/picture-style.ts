/// <reference lib="dom" />
import type { EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape';
import { NODE } from './layout';
import { LOOKS_IN_ORDER } from './node-looks';

const FONT = { 'font-family': 'system-ui, sans-serif' };

/** The picture's sheet in the colours the page has at this moment. */
export function pictureStyle(holder: HTMLElement): StylesheetJson {
  const computed = getComputedStyle(holder);
  const color = (name: string) => computed.getPropertyValue(name).trim();
  return [
    {
      selector: 'node',
      style: {
        ...FONT,
        label: 'data(label)',
        'text-wrap': 'wrap',
        'text-max-width': '124px',
        'text-valign': 'center',
        'text-halign': 'center',
        'font-size': 14,
        color: color('--text'),
        ...NODE,
        'border-width': 1.5,
      },
    },
    ...LOOKS_IN_ORDER.map(({ style, shape }) => ({
      selector: `node.${style}`,
      style: {
        shape,
        'background-color': color(`--node-${style}`),
        'border-color': color(`--node-${style}-line`),
      },
    })),
    { selector: 'node.ends', style: { 'border-style': 'double', 'border-width': 5 } },
    {
      selector: 'node.group',
      style: { label: '', padding: '9px', 'background-opacity': 0.6, 'border-style': 'dashed' },
    },
    {
      selector: 'edge',
      style: {
        ...FONT,
        width: 1.5,
        'curve-style': 'round-segments',
        'segment-weights': ((edge: EdgeSingular) => edge.data('weights') as unknown) as never,
        'segment-distances': ((edge: EdgeSingular) => edge.data('distances') as unknown) as never,
        'edge-distances': 'endpoints',
        'source-endpoint': 'data(leaves)',
        'target-endpoint': 'data(arrives)',
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'line-color': color('--line-strong'),
        'target-arrow-color': color('--line-strong'),
      },
    },
    { selector: 'edge.retries', style: { 'line-style': 'dashed' } },
    {
      selector: 'node.label',
      style: {
        shape: 'rectangle',
        width: 'data(width)',
        height: 'data(height)',
        'border-width': 0,
        'font-size': 13,
        color: color('--text-soft'),
        'background-color': color('--surface'),
        'text-max-width': ((label: NodeSingular) => `${label.data('width') + 8}px`) as never,
        events: 'no',
      },
    },
    { selector: 'node.passed[!rules]', style: { 'border-width': 3, 'border-color': color('--accent') } },
    { selector: 'node.ends.passed', style: { 'border-width': 6 } },
    {
      selector: 'edge.passed',
      style: {
        width: 3,
        'line-color': color('--accent'),
        'target-arrow-color': color('--accent'),
        'z-index': 10,
      },
    },
    { selector: 'node.label.passed', style: { color: color('--text') } },
    { selector: 'node.last', style: { 'font-weight': 'bold' } },
    { selector: 'node.chosen', style: { 'outline-width': 3, 'outline-color': color('--focus'), 'outline-offset': 3 } },
  ] as StylesheetJson;
}
