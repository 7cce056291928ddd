import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entriesOf } from '../package/zip';

/** Takes the zips of a build apart, for the floor: `<plans>/<zip's path>.json` holds each JSON file's value, and the icon. */
export async function writePlans(dist: string, plans: string): Promise<void> {
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((p) => p.endsWith('.zip'))) {
    const entries = await entriesOf(readFileSync(join(dist, path)));
    const named = entries.map(({ header, bytes }) => ({ name: header.fileName, bytes }));
    const icon = named.find(({ name }) => name === 'icon.png')?.bytes ?? Buffer.alloc(0);
    const values = named
      .filter(({ name }) => name.endsWith('.json'))
      .map(({ name, bytes }) => `[${JSON.stringify(name)},${bytes.toString('utf8')}]`);
    const plan = join(plans, path.replace(/\.zip$/, '.json'));
    mkdirSync(dirname(plan), { recursive: true });
    writeFileSync(plan, `{"icon":"${icon.toString('base64')}","json":[${values.join(',')}]}`);
  }
}
