import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean, eitherOf } from '../../generator/diagnostics/suggest';
import { listIntegrations } from '../../generator/source/read';
import type { Console } from '../console';
import { asCalledIn } from '../invocation';
import { productFolder } from '../product';
import { copyIntegration } from './copy-integration';

/** The packs that come with the tool, by name. */
export const packNames = (): readonly string[] =>
  readdirSync(join(productFolder, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Copies a pack into `specs/`. Exit code 0: it is there; 1: there is such an integration already; 2: there is no such pack. */
export function packCommand(root: string, name: string | undefined, console: Console): number {
  const known = packNames();
  if (name === undefined)
    return console.fail(`Say which pack: npm run new -- pack zendesk. There are ${eitherOf(known)}.`);
  if (!known.includes(name))
    return console.fail(`There is no pack "${name}".${didYouMean(name, known) || ` There are ${eitherOf(known)}.`}`);
  if (existsSync(join(root, 'specs', name))) {
    console.err(`specs/${name} exists already. Remove it first, or copy from the pack by hand. Nothing was written.`);
    return 1;
  }
  const files = copyIntegration(join(productFolder, 'packs', name), root, name);
  for (const path of files.filter((one) => !one.endsWith('.chat'))) console.out(`new       ${path}`);
  const which = listIntegrations(root).length > 1 ? ` -- --integration ${name}` : '';
  const steps = [`npm run check -- ${name}`, `npm run chat${which}`, 'npm run build'];
  console.out(`\nNext: read specs/${name}/README.md, and`);
  for (const step of steps) console.out(asCalledIn(root)(`  ${step}`));
  return 0;
}
