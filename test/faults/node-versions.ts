import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SHOP } from '../build/specs';
import { digest, project, run } from './project';

/**
 * By hand: `npx ts-node test/faults/node-versions.ts 20 22 24` builds all our specs with other versions of Node, which the
 * `node` package of npm brings, and compares the bytes. Needs the registry.
 */
async function main(versions: readonly string[]): Promise<void> {
  const digests = new Map<string, string | undefined>();
  for (const version of versions) {
    const tools = mkdtempSync(join(tmpdir(), 'node-'));
    const root = project();
    try {
      execFileSync('npm', ['install', '--silent', '--prefix', tools, `node@${version}`]);
      const binary = join(tools, 'node_modules', 'node', 'bin', 'node');
      const exact = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
      cpSync(join(SHOP, 'specs', 'shopify'), join(root, 'specs', 'shopify'), { recursive: true });
      const started = performance.now();
      const { code, err } = await run(root, { binary });
      const ms = Math.round(performance.now() - started);
      digests.set(exact, digest(join(root, 'dist')));
      process.stdout.write(`${exact}  exit ${String(code)}  ${ms} ms  ${digests.get(exact) ?? err.slice(0, 300)}\n`);
    } finally {
      rmSync(tools, { recursive: true, force: true });
      rmSync(dirname(root), { recursive: true, force: true });
    }
  }
  const same = digests.size === versions.length && new Set(digests.values()).size === 1;
  process.stdout.write(same ? 'The bytes are the same.\n' : 'The bytes differ.\n');
  process.exitCode = same ? 0 : 1;
}

void main(process.argv.slice(2));
