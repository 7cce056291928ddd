import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, seconds, spread } from './figures';
import { COMMAND, type Figures, run } from './measure';
import { SHOP } from '../build/specs';
import { writePlans } from './plans';
import type { Row } from './row';
import { writeSpecs } from './scale';

const SHOPIFY = join(SHOP, 'specs', 'shopify');

/** A pair of runs, one after the other, so that both see the same machine. */
interface Pair {
  readonly ours: Figures;
  readonly other: Figures;
}

const GOALS: Readonly<Record<number, string>> = { 8: '≤ 3 × (4 ×)', 1000: '≤ 2 × (3 ×), ≤ 350 MB (400 MB)' };

/** Whole builds of so many actions, against the floor; and what the largest costs more than the one before. */
export async function builds(sizes: readonly { readonly actions: number; readonly runs: number }[]): Promise<Row[]> {
  const rows: Row[] = [];
  const cpu = new Map<number, number>();
  for (const { actions, runs } of sizes) {
    const pairs = await inProject(actions, (root) => coldBuilds(root, actions, runs));
    const ours = pairs.map((p) => p.ours);
    cpu.set(actions, median(ours.map((f) => f.cpu)));
    rows.push({
      what: `Build of ${actions.toLocaleString('en')} actions, cold`,
      measured: figures(ours),
      compared: actions > MOST_FOR_FLOOR ? '' : `floor ${figures(pairs.map((p) => p.other))}; ${ratios(pairs)}`,
      goal: GOALS[actions] ?? '',
    });
  }
  const times = (more: number, less: number) => ((cpu.get(more) ?? NaN) / (cpu.get(less) ?? NaN)).toFixed(1);
  if (cpu.has(1000))
    rows.push({ what: 'From 100 to 1,000 actions', measured: `${times(1000, 100)} × CPU`, goal: '≤ 11 ×' });
  if (cpu.has(5000))
    rows.push({ what: 'From 1,000 to 5,000', measured: `${times(5000, 1000)} × CPU`, goal: 'linear: 5 ×' });
  return rows;
}

/** The actions of the platform's own catalogue, a bot for each service, against the floor. */
export async function catalogueBuild(): Promise<Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    cpSync(join(__dirname, '..', 'catalogue', 'specs'), join(root, 'specs'), { recursive: true });
    cpSync(SHOPIFY, join(root, 'specs', 'shopify'), { recursive: true });
    const pairs = await coldBuilds(root, 184, 3);
    const compared = `floor ${figures(pairs.map((p) => p.other))}; ${ratios(pairs)}`;
    return [
      { what: 'Build of the catalogue, cold', measured: figures(pairs.map((p) => p.ours)), compared, goal: '≤ 3 ×' },
    ];
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Above this one JSON text is longer than a JavaScript string may be, and the floor cannot make it. */
const MOST_FOR_FLOOR = 4000;

async function coldBuilds(root: string, actions: number, runs: number): Promise<readonly Pair[]> {
  const [dist, plans, out] = ['dist', 'plans', 'out'].map((name) => join(root, name)) as [string, string, string];
  await build(root);
  const hasFloor = actions <= MOST_FOR_FLOOR;
  if (hasFloor) await writePlans(dist, plans);
  const pairs: Pair[] = [];
  for (let i = 0; i < runs; i += 1) {
    rmSync(dist, { recursive: true });
    const ours = await build(root);
    if (!hasFloor) {
      pairs.push({ ours, other: ours });
      continue;
    }
    rmSync(out, { recursive: true, force: true });
    const floor = await run(root, join(__dirname, 'floor.cjs'), root, plans, out);
    const given = JSON.parse(floor.stdout) as { readonly wall: number; readonly cpu: number };
    pairs.push({ ours, other: { ...floor, wall: floor.wall - given.wall, cpu: floor.cpu - given.cpu } });
  }
  return pairs;
}

const REBUILDS = [
  { actions: 8, spec: 'shopify/get-order-details', runs: 7, goal: '≤ 1.2 ×' },
  { actions: 1000, spec: 'scale/order-details-1', runs: 3, goal: '' },
];

/** Builds with nothing to do, against a start of Node that does nothing, and after a changed sentence, against those. */
export async function rebuilds(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { actions, spec, runs, goal } of REBUILDS) {
    const { unchanged, edited } = await inProject(actions, (root) => editAndRepeat(root, spec, runs));
    const what = `Build of ${actions.toLocaleString('en')} actions`;
    rows.push(
      {
        what: `${what}, nothing changed`,
        measured: figures(unchanged.map((p) => p.ours)),
        compared: `bare start of Node ${figures(unchanged.map((p) => p.other))}; ${ratios(unchanged)}`,
        goal,
      },
      {
        what: `${what}, one edited`,
        measured: figures(edited.map((p) => p.ours)),
        compared: `nothing changed: ${ratios(edited)}`,
      },
    );
  }
  return rows;
}

async function editAndRepeat(root: string, name: string, runs: number) {
  const empty = join(root, 'empty.js');
  writeFileSync(empty, '');
  const spec = join(root, 'specs', `${name}.yaml`);
  const text = readFileSync(spec, 'utf8');
  const unchanged: Pair[] = [];
  const edited: Pair[] = [];
  await build(root);
  for (let i = 0; i < runs; i += 1) {
    writeFileSync(spec, text.replace('order number', `order number (${i})`));
    const ours = await build(root);
    // Until times would tell a further change, contents are compared.
    await sleep(2500);
    await build(root);
    const same = await build(root);
    if (!same.stdout.includes('Nothing changed.')) throw new Error('there was something to do');
    unchanged.push({ ours: same, other: await run(root, empty) });
    edited.push({ ours, other: same });
  }
  return { unchanged, edited };
}

const build = (root: string) => run(root, COMMAND, 'build');

/** A folder with specs, removed afterwards. Eight actions are the project's own, with their translation. */
export async function inProject<T>(actions: number, work: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    mkdirSync(join(root, 'specs'));
    if (actions === 8) cpSync(SHOPIFY, join(root, 'specs', 'shopify'), { recursive: true });
    else writeSpecs(SHOPIFY, root, actions);
    return await work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const figures = (all: readonly Figures[]) =>
  `${spread(seconds(all.map((f) => f.wall)))} s, CPU ${spread(seconds(all.map((f) => f.cpu)))} s, ${median(all.map((f) => f.memory)).toFixed(0)} MB`;

const ratios = (pairs: readonly Pair[]) =>
  `${spread(pairs.map((p) => p.ours.wall / p.other.wall))} × wall, ${spread(pairs.map((p) => p.ours.cpu / p.other.cpu))} × CPU`;
