import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './builds';
import { seconds, spread } from './figures';
import { COMMAND, environment, run } from './measure';
import type { Row } from './row';

/** From `npm run chat` to the bot's greeting, with an up-to-date build, against a start that does nothing. */
export async function chat(): Promise<Row[]> {
  return inProject(8, async (root) => {
    const empty = join(root, 'empty.js');
    writeFileSync(empty, '');
    await run(root, COMMAND, 'build');
    const times: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      times.push(await untilGreeting(root));
      bare.push((await run(root, empty)).wall);
    }
    const ratios = times.map((time, i) => time / (bare[i] ?? NaN));
    return [
      {
        what: 'Start of `npm run chat` to the greeting',
        measured: `${spread(seconds(times))} s`,
        compared: `bare start of Node ${spread(seconds(bare))} s; ${spread(ratios)} ×`,
        goal: '< 3 ×',
      },
    ];
  });
}

function untilGreeting(root: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'chat'], {
    cwd: root,
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    let seen: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (seen === undefined && said.includes('Hello!')) {
        seen = performance.now() - start;
        child.stdin.end('/quit\n');
      }
    });
    child.once('close', () => (seen === undefined ? reject(new Error(`no greeting: ${said}`)) : resolve(seen)));
  });
}
