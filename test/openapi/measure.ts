import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocument } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import { sandbox } from '../sandbox';
import { DOCUMENTS } from './documents';
import { tryOperation, type Tried } from './try-operation';

const HELP = `npm run openapi:measure -- [NAME...] [--every N] [--show]

Makes an action of every operation of real OpenAPI documents, builds it and plays its transcript. The documents come from npm
packages, which are installed into a folder for temporary files.
  NAME      only these: ${DOCUMENTS.map(({ name }) => name).join(', ')}
  --every N every Nth operation
  --show    each operation that does not come through, with its reason

Exit code 0: measured; 2: wrong usage.
`;

const FOLDER = join(tmpdir(), 'openapi-documents');

function installed(pack: string, file: string): string {
  const path = join(FOLDER, 'node_modules', pack, file);
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{}');
  const version = DOCUMENTS.find((one) => one.pack === pack)?.version ?? 'latest';
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', `${pack}@${version}`], {
    cwd: FOLDER,
    stdio: 'ignore',
  });
  return path;
}

/** `some field "x" of 3` → a kind of reason, so that the like can be counted. */
const kindOf = (why: string): string =>
  why
    .split('\n')[0]!
    .replace(/"[^"]*"/g, '"…"')
    .replace(/specs\/\S+/g, '…')
    .replace(/\d+/g, 'n')
    .slice(0, 110);

async function measure(name: string, every: number, show: boolean): Promise<void> {
  const found = DOCUMENTS.find((one) => one.name === name);
  if (found === undefined) return;
  const document = openDocument(readFileSync(installed(found.pack, found.file), 'utf8'));
  if ('problem' in document) return void process.stdout.write(`${name}: ${document.problem}\n`);
  const operations = operationsOf(document).filter((_, i) => i % every === 0);
  const counts: Record<Tried['stage'], number> = { scaffold: 0, build: 0, play: 0, plays: 0 };
  const reasons = new Map<string, number>();
  for (const operation of operations) {
    const { stage, why } = await tryOperation(document, operation).catch((error: Error): Tried => ({
      stage: 'play',
      why: error.stack ?? error.message,
    }));
    counts[stage] += 1;
    if (stage === 'plays') continue;
    const kind = `${stage}: ${kindOf(why)}`;
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
    if (show) process.stdout.write(`${operation.id}\n    ${stage}: ${why.replaceAll('\n', '\n    ')}\n`);
  }
  const all = operations.length;
  const built = all - counts.scaffold;
  process.stdout.write(
    `${name}: ${all} operations, ${built} scaffolded, ${built - counts.build} built without a finding, ${counts.plays} played (${((100 * counts.plays) / all).toFixed(1)} %)\n`,
  );
  for (const [kind, count] of [...reasons].sort(([, a], [, b]) => b - a)) process.stdout.write(`  ${count}  ${kind}\n`);
}

async function main(args: readonly string[]): Promise<void> {
  const names: readonly string[] = DOCUMENTS.map(({ name }) => name);
  const at = args.indexOf('--every');
  const every = at < 0 ? 1 : Number(args[at + 1]);
  const wanted = args.filter((one, i) => !one.startsWith('--') && (at < 0 || i !== at + 1));
  if (args.includes('--help') || !(every >= 1) || wanted.some((one) => !names.includes(one))) {
    process.stderr.write(HELP);
    process.exitCode = args.includes('--help') ? 0 : 2;
    return;
  }
  for (const name of wanted.length > 0 ? wanted : names) await measure(name, every, args.includes('--show'));
  await sandbox.close();
}

void main(process.argv.slice(2));
