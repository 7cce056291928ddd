import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The integrations of a project, by name: the folders of `specs/` that hold a `bot.yaml`. */
export function integrationsOf(root: string): readonly string[] {
  const specs = join(root, 'specs');
  return (existsSync(specs) ? readdirSync(specs) : [])
    .filter((name) => existsSync(join(specs, name, 'bot.yaml')))
    .sort();
}
