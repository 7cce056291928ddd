/// <reference lib="dom" />
import type { EdgeSingular, StylesheetJson } from 'cytoscape';
import { LOOKS_IN_ORDER } from './node-looks';

const CHARACTER_WIDTH = 6.4;

/** Pixels from a line to the middle of its label, so that the label ends left of the line's right side. */
const besideLine = (edge: EdgeSingular): number => (String(edge.data('label')).length * CHARACTER_WIDTH) / 2 + 10;

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
        'text-max-width': '128px',
        'text-valign': 'center',
        'text-halign': 'center',
        'font-size': 13,
        color: color('--text'),
        width: 144,
        height: 42,
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
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.9,
        'line-color': color('--line-strong'),
        'target-arrow-color': color('--line-strong'),
        label: 'data(label)',
        'font-size': 12,
        color: color('--text-soft'),
        'text-background-color': color('--surface'),
        'text-background-opacity': 1,
        'text-background-padding': '2px',
      },
    },
    {
      selector: 'edge.sideways',
      style: {
        'curve-style': 'round-taxi',
        'taxi-direction': 'rightward',
        'taxi-turn': '20px',
        label: '',
        'target-label': 'data(label)',
        'target-text-offset': 62,
      },
    },
    // Beside its line, between the boxes above and below.
    { selector: 'edge.down', style: { 'text-margin-x': besideLine as never, 'text-margin-y': 2 } },
    {
      selector: 'edge.back',
      style: { 'curve-style': 'round-taxi', 'taxi-direction': 'leftward', 'taxi-turn': '14px', 'line-style': 'dotted' },
    },
    // A way back to the question arrives on the same line: the label stands above both.
    { selector: 'edge.retries', style: { 'line-style': 'dashed', 'target-text-margin-y': -11 } },
    { selector: 'node.passed', style: { 'border-width': 3, 'border-color': color('--accent') } },
    { selector: 'node.ends.passed', style: { 'border-width': 6 } },
    {
      selector: 'edge.passed',
      style: {
        width: 3,
        'line-color': color('--accent'),
        'target-arrow-color': color('--accent'),
        color: color('--text'),
        'z-index': 10,
      },
    },
    { selector: 'node.last', style: { 'font-weight': 'bold' } },
    { selector: 'node.chosen', style: { 'outline-width': 3, 'outline-color': color('--focus'), 'outline-offset': 3 } },
  ] as StylesheetJson;
}
