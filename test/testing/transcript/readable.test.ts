import { expect, it } from 'vitest';
import { shownButtons, findButton, readableLines } from '../../../preview/readable';
import type { Rendered } from '../../../preview/turn';

const template = (payload: Readonly<Record<string, unknown>>): Rendered => ({
  text: '',
  template: { type: 'template', payload },
});
const press = (title: string, payload: string) => ({ type: 'postback', title, payload });

const CARDS = template({
  template_type: 'carousel',
  text: 'Products',
  elements: [
    {
      title: 'Mug',
      subtitle: '$18\nHarbor',
      image_url: 'https://x/1',
      default_action: { url: 'https://x' },
      buttons: [press('Details', 'details of 1')],
    },
    { title: 'Cup', subtitle: 'one\ntwo\nthree', buttons: [press('Details', 'details of 2')] },
  ],
});

it('shows things with their subtitles, pictures, links and buttons', () => {
  expect(readableLines(CARDS)).toEqual([
    'Products',
    '- Mug | $18 | Harbor (picture, link)',
    '[Details]',
    '- Cup',
    'one',
    'two',
    'three',
    '[Details]',
  ]);
});

it('shows a table row by row', () => {
  const table = template({
    template_type: 'table',
    text: 'Variants',
    columns: [['Size', 'left'], ['Price']],
    elements: [{ Values: ['S', '$1'] }],
  });
  expect(readableLines(table)).toEqual(['Variants', '| Size | Price |', '| S | $1 |']);
});

it('shows where a button leads that opens a page', () => {
  const buttons = [press('Again', 'x'), { type: 'web_url', title: 'Open', url: 'https://x' }];
  expect(readableLines(template({ template_type: 'button', text: 'a\nb', buttons }))).toEqual([
    'a',
    'b',
    '[Again] [Open → https://x]',
  ]);
});

it('names a template it does not know', () => {
  expect(readableLines(template({ template_type: 'piechart', text: 'Sales' }))).toEqual(['(piechart)', 'Sales']);
});

it('finds a button by its title, or the second of the same title', () => {
  const buttons = shownButtons({ messages: [{ default: { text: '' }, rtm: CARDS, nodeId: '', dialog: '' }] });
  expect(findButton(buttons, 'Details')?.payload).toBe('details of 1');
  expect(findButton(buttons, 'Details (2)')?.payload).toBe('details of 2');
  expect(findButton(buttons, 'Details (3)')).toBeUndefined();
  expect(findButton(buttons, 'Detail')).toBeUndefined();
});
