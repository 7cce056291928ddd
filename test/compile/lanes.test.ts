import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSpecs } from '../../generator/source/read';
import { type Dialog, TARGETS } from '../../kore/format';
import { openBot } from '../../preview/open-bot';
import { flowOf } from '../../preview/web/flow';
import { botOf, built } from '../build/specs';

const bot = botOf(readSpecs(join(__dirname, '..', 'catalogue'), 'acuity'));
const ACTION = 'reschedule-appointment';
const STEPS = bot.actions.find(({ id }) => id === ACTION)?.steps.map(({ name }) => name) ?? [];

/** The step that a component is named after, or nothing. */
const laneOf = (name: string) =>
  STEPS.find((step) => new RegExp(`^rescheduleAppointment${step}[A-Z]`, 'i').test(name)) ?? '';

/** What every request of the bot goes through has no step in its name. */
const isShared = (name: string) => name.startsWith('acuity');

/** Neighbours that are the same, once. */
const runs = (lanes: readonly string[]) => lanes.filter((lane, i) => lane !== lanes[i - 1]);

interface Spot {
  readonly left: number;
  readonly top: number;
}

interface Sequence {
  readonly nodes: readonly { readonly nodeId: string }[];
  readonly metadata: Spot;
}

/** Where each node stands: on XO 11 in its sequence, on XO 10 by itself. */
function spotsOf(dialog: Dialog): ReadonlyMap<string, Spot> {
  const sequences = (dialog.sequences ?? []) as unknown as readonly Sequence[];
  return new Map([
    ...dialog.nodes.flatMap((node): [string, Spot][] =>
      sequences.length > 0 ? [] : [[node.nodeId, node['positionMeta'] as Spot]],
    ),
    ...sequences.flatMap(({ nodes, metadata }) => nodes.map(({ nodeId }): [string, Spot] => [nodeId, metadata])),
  ]);
}

describe.each(TARGETS)('the steps of an action on %s', (target) => {
  const kore = built(bot, target, ACTION);
  const [dialog] = kore.definition.dialogs;
  if (!dialog) throw new Error('no dialog');
  const order = ['', ...STEPS, ''];

  it('have a lane each on the canvas, one below the other in the order of the spec', () => {
    expect(STEPS).toEqual(['kind', 'day', 'time']);
    const names = new Map(kore.definition.dialogComponents.map(({ _id, name }) => [_id, name]));
    const spots = spotsOf(dialog);
    const placed = dialog.nodes.map((node) => {
      const { left = NaN, top = NaN } = spots.get(node.nodeId) ?? {};
      const name = names.get(node.componentId) ?? '';
      return { left, top, name, lane: laneOf(name) };
    });
    expect(new Set(placed.map(({ left, top }) => `${left} ${top}`)).size).toBe(placed.length);
    const rows = [...new Set(placed.map(({ top }) => top))].sort((a, b) => a - b);
    // A row holds one lane, so no two overlap.
    const lanes = rows.map((row) => [
      ...new Set(placed.filter(({ top, name }) => top === row && !isShared(name)).map(({ lane }) => lane)),
    ]);
    expect(lanes.filter((inRow) => inRow.length > 1)).toEqual([]);
    expect(runs(lanes.flat())).toEqual(order);
  });

  it('stand together in the flow picture, under their own names', () => {
    const { nodes } = flowOf(openBot(JSON.parse(JSON.stringify(kore)) as typeof kore), dialog, 'en');
    const own = nodes.filter(({ name }) => !isShared(name));
    expect(runs(own.filter(({ parent }) => parent === undefined).map(({ name }) => laneOf(name)))).toEqual(order);
    for (const { name, label, parent } of own) {
      const lane = laneOf(name);
      if (lane !== '') expect(label.toLowerCase().startsWith(`${lane} `)).toBe(true);
      const around = nodes.find(({ id }) => id === parent);
      if (around) expect(laneOf(around.name)).toBe(lane);
    }
  });
});
