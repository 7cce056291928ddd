import { describe, expect, test } from 'vitest';
import type { Piece } from '../../generator/compile/plan';
import { type Target } from '../../kore/format';
import { planned } from './plans';
import { oneAction } from './small';

type Lines = Readonly<Record<string, string>>;

/** The nodes of a flat dialog, in few words. */
const nodesOf = (dialog: Piece | undefined) =>
  (dialog?.view['nodes'] as readonly Piece[]).map(({ template, view }) => ({
    kind: template.replace('xo11/nodes/', ''),
    nodeId: view['nodeId'],
    to: (view['transitions'] as readonly Piece[]).map((one) => one.view['to']),
    options: (view['options'] as Piece).template.replace('xo11/options/', ''),
  }));

describe('a canvas', () => {
  const CALL = { inputs: '{ a: { prompt: A? } }' };
  const nodes = (target: Target, bot: Lines) => {
    const [made] = oneAction(CALL, bot);
    const [dialog] = planned(made, target, 'get-it').definition.view['dialogs'] as readonly Piece[];
    return dialog;
  };

  test('has boxes on XO 10, and where XO 11 is told to', () => {
    expect(nodes('xo10', {})?.template).toBe('xo10/dialog');
    expect(nodes('xo10', { more: 'layout: flat' })?.template).toBe('xo10/dialog');
    expect(nodes('xo11', {})?.template).toBe('xo11/dialog');
    expect(nodes('xo11', { more: 'layout: botAction' })?.template).toBe('xo11/placed/dialog');
    expect(nodes('xo10', {})?.view).toHaveProperty('scene');
    expect(nodes('xo11', { more: 'layout: botAction' })?.view).not.toHaveProperty('scene');
  });

  test('that is flat has six columns', () => {
    const sequences = nodes('xo11', {})?.view['sequences'] as readonly Piece[];
    expect(sequences[0]).toMatchObject({ template: 'xo11/first-sequence' });
    expect(
      sequences.slice(1).map(({ view }) => [(Number(view['left']) - 80) / 380, (Number(view['top']) - 100) / 240]),
    ).toEqual(sequences.slice(1).map((_, i) => [(i + 1) % 6, Math.floor((i + 1) / 6)]));
    expect(sequences.length).toBeGreaterThan(7);
  });

  test('leads from a call into its parts, one after the other', () => {
    const all = nodesOf(nodes('xo11', {}));
    const [prepare, check, answer, show] = all.filter(({ kind }) => kind === 'script');
    const [service] = all.filter(({ kind }) => kind === 'service');
    expect(all.find(({ kind }) => kind === 'entity')?.to).toEqual([prepare?.nodeId]);
    expect(prepare?.to.at(-1)).toBe(service?.nodeId);
    expect(service).toMatchObject({ to: [check?.nodeId], options: 'service' });
    expect(check).toMatchObject({ to: [answer?.nodeId], options: 'plain' });
    expect(answer).toMatchObject({ to: [show?.nodeId], options: 'plain' });
    expect(show?.to).toHaveLength(3);
    expect([show?.options, prepare?.options]).toEqual(['plain', 'plain']);
  });

  test('with boxes lists their parts twice', () => {
    const view = nodes('xo10', {})?.view ?? {};
    const boxes = (view['nodes'] as readonly Piece[]).filter(({ template }) => template.endsWith('/botAction'));
    expect(boxes.map(({ view: box }) => (box['nodes'] as readonly Piece[]).map(({ template }) => template))).toEqual([
      ['xo10/nodes/inner-root'],
      ['xo10/nodes/inner-root', 'xo10/nodes/inner', 'xo10/nodes/inner', 'xo10/nodes/inner'],
    ]);
    const [made] = oneAction(CALL);
    const listed = (planned(made, 'xo10', 'get-it').definition.view['components'] as readonly Piece[]).filter(
      ({ template }) => template.endsWith('/botAction'),
    );
    const leads = listed.flatMap(({ view: box }) =>
      (box['nodes'] as readonly Piece[]).map(
        ({ view: one }) => (one['transitions'] as readonly Piece[])[0]?.view['to'],
      ),
    );
    expect(leads.filter((to) => to === 'end')).toHaveLength(2);
    expect(leads.filter((to) => typeof to === 'string' && /^nd-/.test(to))).toHaveLength(3);
    const intent = (view['nodes'] as readonly Piece[])[0];
    expect(intent?.view).not.toHaveProperty('nodeId');
    expect(boxes[0]?.view['nodeId']).toMatch(/^nd-bac-/);
  });
});
