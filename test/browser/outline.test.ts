import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExport } from '../../kore/read-export';
import { openBot } from '../../preview/open-bot';
import { layOutFlow } from '../../preview/page/lay-out';
import { overprints } from '../../preview/page/overprints';
import { labelSize } from '../../preview/page/way-labels';
import { conditionText } from '../../preview/web/condition-text';
import { flowOf } from '../../preview/web/flow';
import type { FlowView } from '../../preview/web/protocol';
import { shortNames } from '../../preview/web/short-names';
import { builtBot } from './built-bot';

const node = (id: string, parent?: string) => ({
  id,
  type: 'message',
  name: id,
  label: id,
  ends: false,
  ...(parent !== undefined && { parent }),
});
const flow = (nodes: FlowView['nodes'], ...ways: readonly (readonly [string, string, string?])[]): FlowView => ({
  id: 'd',
  name: 'd',
  nodes,
  edges: ways.map(([from, to, label = '']) => ({ from, to, rules: ['default'], label })),
});

describe('the picture of a dialog', () => {
  it.each(['xo10', 'xo11'] as const)('has nothing on top of another in any dialog of the %s bot', async (target) => {
    const bot = openBot(await readExport(await builtBot(target)));
    const flows = bot.dialogs.map((dialog) => flowOf(bot, dialog, 'en')).filter(({ nodes }) => nodes.length > 2);
    const pictures = flows.map((each) => ({ name: each.name, picture: layOutFlow(each) }));
    expect(pictures.filter(({ picture }) => overprints(picture) > 0).map(({ name }) => name)).toEqual([]);
    expect(pictures.flatMap(({ picture }) => picture.ways.flatMap(({ label }) => label ?? [])).length).toBeGreaterThan(
      20,
    );
  });

  it('goes down, and round what stands between', () => {
    const { nodes, ways } = layOutFlow(
      flow(
        ['a', 'b', 'c'].map((id) => node(id)),
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c', 'not b'],
      ),
    );
    const rows = ['a', 'b', 'c'].map((id) => nodes.get(id)?.y ?? 0);
    expect(rows).toEqual(rows.toSorted((p, q) => p - q));
    expect(new Set(rows).size).toBe(3);
    expect(ways.find(({ edge }) => edge.label === 'not b')?.points.length).toBeGreaterThan(2);
  });

  it('draws ways to a group to the first in it and from the last, and survives circles and ways to oneself', () => {
    const nodes = [node('a'), node('g'), node('i', 'g'), node('j', 'g')];
    const { ways } = layOutFlow(flow(nodes, ['a', 'g'], ['i', 'j'], ['g', 'a'], ['a', 'a', 'again']));
    expect(ways.map(({ source, target }) => `${source} ${target}`)).toEqual(['a i', 'i j', 'j a', 'a a']);
    expect(layOutFlow(flow([])).nodes.size).toBe(0);
  });

  it('counts what stands on another thing', () => {
    const spots = { a: { x: 0, y: 0 }, b: { x: 0, y: 100 }, c: { x: 0, y: 200 } };
    const edge = { from: 'a', to: 'c', rules: [0], label: 'x' };
    const size = { width: 10, height: 10 };
    const picture = (b: { x: number; y: number }, label?: { x: number; y: number }) => ({
      nodes: new Map(Object.entries({ ...spots, b })),
      size: { width: 40, height: 20 },
      ways: [
        {
          edge,
          source: 'a',
          target: 'c',
          points: [spots.a, spots.c],
          ...(label && { label: { text: 'x', ...size, ...label } }),
        },
      ],
    });
    expect(overprints(picture({ x: 100, y: 100 }, { x: 0, y: 50 }))).toBe(0);
    expect(overprints(picture({ x: 0, y: 100 }))).toBe(1);
    expect(overprints(picture({ x: 100, y: 5 }, { x: 90, y: 0 }))).toBe(1);
    expect(overprints(picture({ x: 10, y: 5 }))).toBe(2);
  });
});
describe('the words of the picture', () => {
  it('leave out what all names of a dialog begin with', () => {
    const names = shortNames(['GetOrder', 'getOrderFound', 'replyInvalid']);
    expect([...names.values()]).toEqual(['Get order', 'Found', 'Reply invalid']);
  });

  it('are whole words', () => {
    const names = shortNames(['CreateTickets', 'CreateTicketService', 'createTickets_2']);
    expect([...names.values()]).toEqual(['Create tickets', 'Create ticket service', '2']);
  });

  it('say what a condition tests', () => {
    const named = (id: string) => `<${id}>`;
    expect(conditionText({ context: 'context.a.outcome', op: 'eq', value: 'found' }, named)).toBe('outcome = found');
    expect(conditionText({ field: 'n1' }, named)).toBe('<n1> exists');
    const either = { conjoin: 'or' as const, tests: [{ dialogAct: 'yes' }, { intent: 'n2' }] };
    expect(conditionText(either, named)).toBe('answer is yes or user turns to <n2>');
  });

  it('stand in lines that keep an operator with its value', () => {
    expect(labelSize('outcome = needs-input').text).toBe('outcome\n=\u00a0needs-input');
    expect(labelSize('')).toEqual({ text: '', width: 0, height: 0 });
  });

  it('name a way that several rules take once, and say nothing where there is no choice', async () => {
    const bot = openBot(await readExport(join(__dirname, '../fixtures/exports/order-status-flat.json')));
    const [dialog] = bot.dialogs.filter(({ nodes }) => nodes.length > 3);
    const [first, second, third] = dialog?.nodes ?? [];
    if (dialog === undefined || first === undefined) throw new Error('the fixture has no dialog of four nodes');
    const to = (target: string | undefined, value?: string) =>
      value === undefined
        ? { default: target ?? '' }
        : { if: { context: 'context.size', op: 'eq', value }, then: target ?? '' };
    const ways = (...transitions: readonly ReturnType<typeof to>[]) =>
      flowOf(bot, { ...dialog, nodes: [{ ...first, transitions } as typeof first, ...dialog.nodes.slice(1)] }, 'en')
        .edges.filter(({ from }) => from === first.nodeId)
        .map(({ label, rules }) => [label, rules]);
    const [b, c] = [second?.nodeId, third?.nodeId];
    expect(ways(to(b, 's'), to(b, 'm'), to(c))).toEqual([
      ['= s or = m', [0, 1]],
      ['otherwise', ['default']],
    ]);
    expect(ways(to(b, 's'), to(b))).toEqual([['', [0, 'default']]]);
  });
});
