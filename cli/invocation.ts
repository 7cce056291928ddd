import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productManifest } from './product';

/**
 * Says commands as they are called in a folder. Texts have them as `npm run build -- --json`, which is right where the
 * folder's package.json has such a script; elsewhere it is `npx kore-action-templates build --json`.
 */
export function asCalledIn(root: string): (text: string) => string {
  const scripts = scriptsOf(root);
  return (text) =>
    text.replace(/\bnpm run (?:--silent )?([\w-]+|<command>)(?: --(?= ))?/g, (said, name: string) =>
      scripts.has(name) || (name === '<command>' && scripts.size > 0) ? said : `npx ${productManifest().name} ${name}`,
    );
}

/** The scripts of a folder that call this tool. */
function scriptsOf(root: string): ReadonlySet<string> {
  try {
    const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts?: Readonly<Record<string, string>>;
    };
    const ours = Object.entries(scripts).filter(([name, script]) =>
      new RegExp(`(?:${productManifest().name}|lib/cli/main\\.js) ${name}\\b`).test(script),
    );
    return new Set(ours.map(([name]) => name));
  } catch {
    return new Set();
  }
}
