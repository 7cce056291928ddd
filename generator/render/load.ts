import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readProjectFile } from '../source/project-file';
import { parseJsonTemplate, type JsonTemplate } from './holes';
import { scriptTemplates, type ScriptTemplates } from './scripts';

/** Every template of the project, proven. */
export interface Templates {
  readonly json: ReadonlyMap<string, JsonTemplate>;
  readonly scripts: ScriptTemplates;
}

/** Loads `templates/`. Throws, with file and line, when one of them could render something broken. */
export function loadTemplates(folder: string): Templates {
  const json = new Map<string, JsonTemplate>();
  const scripts = new Map<string, string>();
  const partials = new Map<string, string>();
  for (const path of filesBelow(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    const text = () => templateText(folder, name);
    if (name.endsWith('.json.hbs')) {
      const base = name.slice(0, -'.json.hbs'.length);
      json.set(base, parseJsonTemplate(base, text()));
    } else if (name.endsWith('.partial.js.hbs'))
      partials.set(name.replace(/^.*\/(.*)\.partial\.js\.hbs$/, '$1'), text());
    else if (name.startsWith('expressions/')) partials.set(name.slice(0, -'.js.hbs'.length), text().trimEnd());
    else if (name.endsWith('.js.hbs')) scripts.set(name.slice(0, -'.js.hbs'.length), text());
    else if (name.endsWith('.js')) partials.set(name.slice(0, -'.js'.length), text());
  }
  return { json, scripts: scriptTemplates(scripts, partials) };
}

/** Templates that are loaded when they are first rendered: specs with errors need none. */
export function lazyTemplates(folder: string): Templates {
  let loaded: Templates | undefined;
  const all = () => (loaded ??= loadTemplates(folder));
  return {
    get json() {
      return all().json;
    },
    get scripts() {
      return all().scripts;
    },
  };
}

function templateText(folder: string, name: string): string {
  const file = readProjectFile(folder, name);
  // A checkout on Windows may have other line ends; what is built has the same bytes everywhere.
  if ('bytes' in file) return file.bytes.toString('utf8').replaceAll('\r\n', '\n');
  throw new Error(`templates/${name} is no regular file (${file.refused}).`);
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? filesBelow(join(folder, e.name)) : [join(folder, e.name)],
  );
