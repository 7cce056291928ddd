import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { sourcesBelow } from './source-mutants';

/** Tests that take long, or start many processes: what only they notice does not count as caught. */
const SLOW = /^test\/(?:faults|soak|bench|attack|fuzz|mutation|recipes|docs|editor|watch)\/|any-one-object/;

/** What builds or plays whole bots is near to everything, and dear: it comes last. */
const DEAR =
  /^test\/(?:build|openapi|packs|window|catalogue\/actions|conversations|deploy\/kill|package\/npm|security)/;

/** Finds tests by what they import. */
export interface RelatedTests {
  /**
   * The test files that import a file, the nearest first: by how many imports away it is. What starts the tool as a process of
   * its own imports nothing; tests of the folder that the file stands in are therefore among them, at the end. So are those in
   * a browser for what runs there.
   */
  readonly near: (file: string) => readonly string[];
  /** These test files, those that import least first, without those in a browser. */
  readonly byCost: (tests: Iterable<string>) => readonly string[];
}

export function relatedTests(root: string): RelatedTests {
  const tests = sourcesBelow(root, ['test']).filter((path) => path.endsWith('.test.ts') && !SLOW.test(path));
  const imports = importsOf(root);
  const distances = new Map(tests.map((test) => [test, distancesFrom(test, imports)] as const));
  const near = (file: string): readonly string[] =>
    tests
      .filter((test) => !test.startsWith('test/browser/') || file.startsWith('preview/page/'))
      .flatMap((test) => {
        const distance = distances.get(test)?.get(file) ?? (startsIt(test, file) ? 99 : undefined);
        return distance === undefined
          ? []
          : [
              {
                test,
                rank:
                  distance -
                  (sharesFolder(test, file) ? 3 : 0) -
                  (isOracle(test, file) ? 6 : 0) +
                  (DEAR.test(test) ? 50 : 0),
              },
            ];
      })
      .sort((a, b) => a.rank - b.rank || (a.test < b.test ? -1 : 1))
      .map(({ test }) => test);
  const cost = (test: string) => distances.get(test)?.size ?? 0;
  const byCost = (of: Iterable<string>) =>
    [...of].filter((test) => !test.startsWith('test/browser/')).sort((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1));
  return { near, byCost };
}

/** Tests that look at all that some sources are for. */
const ORACLES: readonly (readonly [source: RegExp, test: RegExp])[] = [
  [/^generator\/check\//, /^test\/check\/scenarios/],
  [/^generator\/(?:compile|render|assemble|outputs)/, /^test\/golden/],
  [/^generator\/model\//, /^test\/(?:golden|model|check\/scenarios)/],
  [/^preview\/(?:nodes|nlu|values|[^/]*$)/, /^test\/preview\/[^/]*$/],
];

const isOracle = (test: string, file: string) =>
  ORACLES.some(([source, oracle]) => source.test(file) && oracle.test(test));

/** The page of the preview runs in a browser alone. */
const startsIt = (test: string, file: string) =>
  test.startsWith(`test/${file.startsWith('preview/page/') ? 'browser' : (file.split('/')[0] ?? '')}/`);

/** `test/deploy/x.test.ts` and `deploy/y.ts`; `test/check/x.test.ts` and `generator/check/y.ts`. */
const sharesFolder = (test: string, file: string) => file.split('/').includes(test.split('/')[1] ?? '');

function importsOf(root: string): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const before = known.get(file);
    if (before) return before;
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true);
    const found = importedFiles.flatMap(({ fileName }) => {
      if (!fileName.startsWith('.')) return [];
      const path = join(dirname(join(root, file)), fileName);
      const [first] = [path, `${path}.ts`, join(path, 'index.ts')].filter((p) => p.endsWith('.ts') && existsSync(p));
      return first === undefined ? [] : [relative(root, first)];
    });
    known.set(file, found);
    return found;
  };
}

function distancesFrom(test: string, imports: (file: string) => readonly string[]): ReadonlyMap<string, number> {
  const distances = new Map([[test, 0]]);
  let edge = [test];
  for (let distance = 1; edge.length > 0; distance += 1) {
    edge = edge.flatMap(imports).filter((file) => !distances.has(file));
    for (const file of edge) distances.set(file, distance);
    edge = [...new Set(edge)];
  }
  return distances;
}
