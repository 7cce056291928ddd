import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { collect } from '../../generator/diagnostics/diagnostic';
import { validateAction, validateBot } from '../../generator/schema/validate';
import { parseYaml } from '../../generator/source/yaml';
import { PROJECT } from '../build/specs';
import { startServer, type Server } from '../editor/language-server';
import { mutantsOf, type Mutant } from './mutants';

const mutants = [
  ...mutantsOf('get-order-details.yaml', 'action'),
  ...mutantsOf('get-products-by-name.yaml', 'action'),
  ...mutantsOf('bot.yaml', 'bot'),
];

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Whether the build takes a spec for one. */
function isValid({ kind, data }: Mutant): boolean {
  const { report } = collect();
  const file = parseYaml('a.yaml', stringify(data), report);
  return file !== undefined && (kind === 'bot' ? validateBot : validateAction)(file, report) !== undefined;
}

/** Compiling takes long, so the types see some of the mutants. */
const compiled = mutants.filter((_, i) => i % 3 === 0);

/** The numbers of the compiled mutants that the compiler does not take for a `WrittenAction` or `WrittenBot`. */
function refusedByTypes(): ReadonlySet<number> {
  const written = join(PROJECT, 'generator/model/written');
  const lines = [
    `import type { WrittenAction } from '${written}/action'; import type { WrittenBot } from '${written}/bot';`,
    ...compiled.map(({ kind, data }, i) => {
      const type = kind === 'bot' ? 'WrittenBot' : 'WrittenAction';
      return `export const m${i}: ${type} = ${JSON.stringify(data)};`;
    }),
  ];
  const name = join(PROJECT, 'test/schema/made.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    resolveJsonModule: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = ts.createCompilerHost(options);
  const made = ts.createSourceFile(name, lines.join('\n'), ts.ScriptTarget.ES2023);
  host.getSourceFile = (file, ...more) => (file === name ? made : onDisk.getSourceFile(file, ...more));
  host.fileExists = (file) => file === name || onDisk.fileExists(file);
  const program = ts.createProgram([name], options, host);
  const source = program.getSourceFile(name);
  const found = program.getSemanticDiagnostics(source);
  return new Set(found.map(({ start = 0 }) => made.getLineAndCharacterOfPosition(start).line - 1));
}

test('the build and the editor give the same verdict on every mutant of a spec', async () => {
  const verdicts = await Promise.all(
    mutants.map(async ({ kind, data }, i) => {
      const header = `# yaml-language-server: $schema=../../generator/schema/${kind}.schema.json\n`;
      const file = server.open(`specs/shopify/mutant-${i}.yaml`, header + stringify(data));
      return (await file.diagnostics()).length === 0;
    }),
  );
  const disagree = mutants.flatMap((mutant, i) =>
    verdicts[i] === isValid(mutant) ? [] : [`${mutant.what}: the editor says ${String(verdicts[i])}`],
  );
  const refused = verdicts.filter((verdict) => !verdict).length;
  expect(disagree).toEqual([]);
  expect(refused).toBeGreaterThan(mutants.length / 3);
});

/** What JSON Schema says of a text or a size, and a type cannot. */
const ONLY_IN_SCHEMA = / is ("text"|7)$|Strange-Key!/;

test('the types refuse what the build refuses, and take what it takes', () => {
  const refused = refusedByTypes();
  const disagree = compiled.flatMap((mutant, i) => {
    const [types, build] = [!refused.has(i), isValid(mutant)];
    if (types === build || (types && !build && ONLY_IN_SCHEMA.test(mutant.what))) return [];
    return [`${mutant.what}: the types say ${String(types)}, the build ${String(build)}`];
  });
  expect(disagree).toEqual([]);
  expect(refused.size).toBeGreaterThan(compiled.length / 4);
});
