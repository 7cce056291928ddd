import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { Ajv2020, type Options } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { build } from 'esbuild';
import type { Step } from './step';

/** What a module with schemas exports: they may refer to each other by `$id`. */
interface Schemas {
  readonly schemas: Readonly<Record<string, object>>;
  readonly options: Options;
}

/**
 * The validators of a module's schemas as code, one export for each. Turning schemas into code takes longer than a small
 * build, so it is done here.
 */
export const validators =
  (module: string, output: string): Step['make'] =>
  async (project, { plugin }) => {
    const { outputFiles } = await build({
      absWorkingDir: project,
      entryPoints: [module],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      write: false,
      plugins: [plugin],
      logLevel: 'silent',
    });
    const { schemas, options } = evaluated(project, outputFiles[0]?.text ?? '') as Schemas;
    const ajv = new Ajv2020({ ...options, code: { ...options.code, source: true } });
    const names = Object.keys(schemas);
    for (const name of names) ajv.addSchema(schemas[name] ?? {}, name);
    return new Map([[output, standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])))]]);
  };

function evaluated(project: string, code: string): unknown {
  const module = { exports: {} };
  const run = runInThisContext(`(function (exports, require, module) {${code}\n})`) as (
    exports: object,
    require: NodeJS.Require,
    of: object,
  ) => void;
  run(module.exports, createRequire(join(project, 'package.json')), module);
  return module.exports;
}
