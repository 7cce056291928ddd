import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Row, table } from './row';

const SIZES = [
  { actions: 8, runs: 7 },
  { actions: 100, runs: 5 },
  { actions: 1000, runs: 3 },
];

/** Loaded when they are measured: help and mistakes need none of them. */
const subjects: Readonly<Record<string, (full: boolean) => Promise<readonly Row[]>>> = {
  builds: (full) =>
    (require('./builds') as typeof import('./builds')).builds(full ? [...SIZES, { actions: 5000, runs: 1 }] : SIZES),
  catalogue: () => (require('./builds') as typeof import('./builds')).catalogueBuild(),
  again: () => (require('./builds') as typeof import('./builds')).rebuilds(),
  watch: () => (require('./rebuilds') as typeof import('./rebuilds')).rebuilds(),
  turns: () => (require('./turns') as typeof import('./turns')).turns(),
  transcripts: () => (require('./transcripts') as typeof import('./transcripts')).transcripts(),
  store: () => (require('./store') as typeof import('./store')).store(),
  chat: () => (require('./chat') as typeof import('./chat')).chat(),
  page: () => (require('./page') as typeof import('./page')).page(),
  peers: () => (require('./peers') as typeof import('./peers')).peers(),
};

const HELP = `npm run bench -- [--full] [--only SUBJECT]…

Measures everything that has a goal and prints a Markdown table.
  --full           also builds of 5,000 actions
  --only SUBJECT   one of: ${Object.keys(subjects).join(', ')}

Examples:
  npm run bench
  npm run bench -- --only builds --only store

Exit code 0: everything was measured; 1: something failed; 2: wrong usage.`;

const flags = {
  full: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: Object.keys(subjects) },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function main(): Promise<void> {
  const { full, only, help } = given();
  await (help ? console.log(HELP) : bench(only, full));
}

/** What was asked for; the help and exit code 2 when it was asked for wrongly. */
function given() {
  try {
    const { values } = parseArgs({ options: flags });
    const unknown = values.only.find((name) => !Object.hasOwn(subjects, name));
    if (unknown === undefined) return values;
    throw new Error(`There is no subject "${unknown}".`);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** Ratios compare runs that follow each other, so that a busy machine slows both. */
async function bench(wanted: readonly string[], full: boolean): Promise<void> {
  const rows: Row[] = [];
  for (const name of wanted) {
    console.error(`${name} …`);
    rows.push(...(await measured(name, full)));
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
async function measured(name: string, full: boolean): Promise<readonly Row[]> {
  try {
    return (await subjects[name]?.(full)) ?? [];
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
    return [{ what: name, measured: `failed: ${((error as Error).message.split('\n')[0] ?? '').slice(0, 100)}` }];
  }
}

void main();
