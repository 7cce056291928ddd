import Table from 'cli-table3';
import { stand } from './attack';
import { SURFACES } from './surfaces';

const HELP = `npm run attack -- [WORD …]

Plays every attack that the tests know against the built bot, on both targets, and prints how many were held.
With words: only surfaces whose name holds one of them.

Exit code 0: everything was held; 1: something got through, and it is said what.`;

async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--help')) return (console.log(HELP), 0);
  const chosen = SURFACES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const table = new Table({ head: ['surface', 'tried', 'held', 'seconds'], style: { head: [], border: [] } });
  let through = 0;
  let tried = 0;
  for (const surface of chosen) {
    const standing = await stand(surface);
    for (const one of standing.through) console.error(`got through  ${standing.name}: ${one}`);
    through += standing.through.length;
    tried += standing.tried;
    table.push([standing.name, standing.tried, standing.tried - standing.through.length, standing.seconds.toFixed(1)]);
  }
  table.push(['all', tried, tried - through, '']);
  console.log(table.toString());
  return through === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
