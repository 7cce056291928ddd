import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { builds, rebuilds as builtAgain } from './builds';
import { chat } from './chat';
import { page } from './page';
import { peers } from './peers';
import { rebuilds } from './rebuilds';
import { type Row, table } from './row';
import { store } from './store';
import { transcripts } from './transcripts';
import { turns } from './turns';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});

const SIZES = [
  { actions: 8, runs: 7 },
  { actions: 100, runs: 5 },
  { actions: 1000, runs: 3 },
];

const subjects: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  builds: () => builds(values.full ? [...SIZES, { actions: 5000, runs: 1 }] : SIZES),
  again: builtAgain,
  watch: rebuilds,
  turns,
  transcripts,
  store,
  chat,
  page,
  peers,
};

/**
 * `npm run bench`: measures everything that has a goal and prints a Markdown table. `--full` adds 5,000 actions, `--only
 * <subject>` measures one. Ratios compare runs that follow each other, so that a busy machine slows both.
 */
async function bench(): Promise<void> {
  const wanted = values.only ?? Object.keys(subjects);
  const rows: Row[] = [];
  for (const name of wanted) {
    const subject = subjects[name];
    if (!subject) throw new Error(`There is no subject "${name}"; there are ${Object.keys(subjects).join(', ')}.`);
    console.error(`${name} …`);
    rows.push(...(await measured(name, subject)));
  }
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${machine}, ${process.platform}, Node ${process.versions.node}.`,
  );
  console.log('Median (smallest–largest) of whole processes; goals in brackets must be met.\n');
  console.log(table(rows));
}

/** One subject that fails leaves the others their figures. */
async function measured(name: string, subject: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await subject();
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
    return [{ what: name, measured: `failed: ${((error as Error).message.split('\n')[0] ?? '').slice(0, 100)}` }];
  }
}

void bench();
