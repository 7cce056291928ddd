import { killBuilds } from './kills';

// By hand: `npx ts-node test/faults/kill.ts 100` kills a hundred builds and prints what was found.
void killBuilds(Number(process.argv[2] ?? 100), Math.random).then((counts) => {
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  process.exitCode = counts.mixed + counts.unrecovered === 0 ? 0 : 1;
});
