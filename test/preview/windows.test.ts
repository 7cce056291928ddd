import { describe, expect, it } from 'vitest';
import { windowRemarks, WINDOWS } from '../../preview/windows';

const things = (count: number) => Array.from({ length: count }, (_, i) => ({ title: `${i}` }));
const remarks = (payload: Record<string, unknown>, target: 'xo10' | 'xo11') =>
  windowRemarks(
    { type: 'template', payload },
    WINDOWS.filter(({ targets }) => targets.includes(target)),
  ).map(({ text }) => text.replace(/^.*?\) /, ''));
const button = { title: 'More', type: 'postback', payload: 'more' };

describe('what the windows make of a template', () => {
  it.each([
    [{ template_type: 'list', elements: things(3) }, [], []],
    [{ template_type: 'list', elements: things(4) }, [], ['shows nothing']],
    [{ template_type: 'list', elements: things(4), buttons: [button] }, ['shows three'], ['shows three']],
    [{ template_type: 'carousel', elements: things(2), text: 'Look' }, [], ['does not show']],
    [{ template_type: 'carousel', elements: things(2) }, [], []],
    [{ template_type: 'carousel', elements: things(1), text: 'Look' }, [], []],
    [{ template_type: 'table', table_design: 'responsive' }, [], ['prints the table']],
    [{ template_type: 'table', table_design: 'regular' }, [], []],
    [{ template_type: 'button', text: 'x', buttons: [button] }, [], []],
  ])('%o', (payload, xo10, xo11) => {
    const begin = (all: readonly string[], wanted: readonly string[]) =>
      all.map((text, i) => text.slice(0, wanted[i]?.length ?? 999));
    expect(begin(remarks(payload, 'xo10'), xo10)).toEqual(xo10);
    expect(begin(remarks(payload, 'xo11'), xo11)).toEqual(xo11);
  });
});
