import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { Ajv2020, type Options } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { build, transform } from 'esbuild';
import type { LibStep } from './step';

/** A module with schemas, which may refer to each other by `$id`, and the names under which it exports them and Ajv's options. */
interface SchemaModule {
  readonly module: string;
  readonly schemas: string;
  readonly options: string;
}

/**
 * The validators of a module's schemas as code, one export for each. Turning schemas into code takes longer than a small
 * build, so it is done here.
 */
export const validatorsStep =
  (from: SchemaModule, output: string): LibStep['make'] =>
  async (project, { plugin }) => {
    const { outputFiles } = await build({
      absWorkingDir: project,
      entryPoints: [from.module],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      write: false,
      plugins: [plugin],
      logLevel: 'silent',
    });
    const exported = evaluated(project, outputFiles[0]?.text ?? '');
    const schemas = exported[from.schemas] as Readonly<Record<string, object>>;
    const options = exported[from.options] as Options;
    const ajv = new Ajv2020({ ...options, code: { ...options.code, source: true } });
    const names = Object.keys(schemas);
    for (const name of names) ajv.addSchema(schemas[name] ?? {}, name);
    const { code } = await transform(standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name]))), {
      minifyWhitespace: true,
      minifySyntax: true,
      lineLimit: 160,
    });
    return new Map([[output, code]]);
  };

function evaluated(project: string, code: string): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  const run = runInThisContext(`(function (exports, require, module) {${code}\n})`) as (
    exports: object,
    require: NodeJS.Require,
    of: object,
  ) => void;
  run(module.exports, createRequire(join(project, 'package.json')), module);
  return module.exports;
}
