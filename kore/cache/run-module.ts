import { createRequire } from 'node:module';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { keep, kept, keptAt } from './files';

/** The exports of a module that was run, and how to keep what V8 has made of it by now. */
export interface Run {
  readonly exports: unknown;
  readonly keepCompiled: () => void;
}

/**
 * Runs a kept CommonJS module; undefined when there is none. Parsing and compiling a megabyte of code takes longer than what a
 * small build does with it, so what V8 makes of it is kept as well, under a name that says which V8 can use it.
 */
export function runModule(name: string): Run | undefined {
  const code = kept(name)?.toString('utf8');
  if (code === undefined) return undefined;
  const compiled = `${name}.${cachedDataVersionTag()}`;
  const cachedData = kept(compiled);
  const script = new Script(`(function (exports, require, module) {${code}\n})`, {
    filename: keptAt(name),
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, of: object) => void;
  run(module.exports, createRequire(keptAt(name)), module);
  const isFresh = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keepCompiled: () => {
      if (!isFresh) keep(compiled, script.createCachedData());
    },
  };
}
