import { describe, expect, it } from 'vitest';
import { placeNodes } from '../../preview/page/place-nodes';
import { conditionText } from '../../preview/web/condition-text';
import type { FlowView } from '../../preview/web/protocol';
import { shortNames } from '../../preview/web/short-names';

const node = (id: string, parent?: string) => ({
  id,
  type: 'message',
  name: id,
  label: id,
  ends: false,
  ...(parent !== undefined && { parent }),
});
const flow = (nodes: FlowView['nodes'], ...ways: readonly (readonly [string, string])[]): FlowView => ({
  id: 'd',
  name: 'd',
  nodes,
  edges: ways.map(([from, to]) => ({ from, to, rule: 'default', label: '' })),
});

describe('the outline of a dialog', () => {
  it('puts what goes on below, and side ways into the next column, no two in one place', () => {
    const nodes = ['a', 'b', 'c', 'x', 'y'].map((id) => node(id));
    const spots = placeNodes(flow(nodes, ['a', 'b'], ['b', 'x'], ['b', 'y'], ['b', 'c'], ['c', 'a']));
    expect(['a', 'b'].map((id) => spots.get(id)?.column)).toEqual([0, 0]);
    expect(spots.get('b')?.row).toBe(1);
    expect(['x', 'y'].map((id) => spots.get(id))).toEqual([
      { column: 1, row: 1 },
      { column: 1, row: 2 },
    ]);
    expect(new Set([...spots.values()].map(({ column, row }) => `${column}/${row}`)).size).toBe(nodes.length);
  });

  it('gives a node the rows of those inside it, and survives ways in a circle', () => {
    const spots = placeNodes(flow([node('a'), node('i', 'a'), node('j', 'a'), node('b')], ['a', 'b'], ['b', 'a']));
    expect(spots.get('j')).toEqual({ column: 0, row: 1 });
    expect(spots.get('b')).toEqual({ column: 0, row: 2 });
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
});
