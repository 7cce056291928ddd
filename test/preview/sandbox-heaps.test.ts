import { getQuickJS } from 'quickjs-emscripten';
import { beforeEach, expect, it, vi } from 'vitest';
import { heaps, type Restore } from '../../preview/sandbox/heaps';

/** The scripts that were compiled so far. */
let compiled: string[];
let restore: Restore;
beforeEach(async () => {
  const engine = await getQuickJS();
  const vm = engine.newContext();
  restore = heaps(vm, engine.getWasmMemory(), 'author');
  compiled = [];
  const evalCode = vm.evalCode.bind(vm);
  vi.spyOn(vm, 'evalCode').mockImplementation((code, ...rest) => {
    const [, script] = /^\(function\(\)\{\n(.*)\n\}\)$/s.exec(code) ?? [];
    if (script !== undefined) compiled.push(script);
    return evalCode(code, ...rest);
  });
});

const run = (script: string) => restore(script, [script])(script);
const runAgain = (scripts: readonly string[], times: number) =>
  Array.from({ length: times }, () => scripts.map(run)).at(-1);

it('few scripts that come again and again are compiled once each', () => {
  expect(runAgain(['print(1)', 'print(2)'], 9)).toEqual([expect.anything(), expect.anything()]);
  expect(compiled).toEqual(['print(1)', 'print(2)']);
});

it('so are those that need a library, in a heap of their own', () => {
  expect(runAgain(['print(koreUtil.moment)'], 9)).toEqual([expect.anything()]);
  expect(compiled).toEqual(['print(koreUtil.moment)']);
});

it.each(['print(', '}); leak = 1; (function () {'])(
  '%s, which cannot be compiled, is tried no more than once',
  (odd) => {
    expect(runAgain([odd, 'print(1)'], 9)).toEqual([undefined, expect.anything()]);
    expect(runAgain(['print(2)'], 9)).toEqual([expect.anything()]);
    expect(compiled.filter((script) => script === odd).length).toBeLessThan(2);
    expect(compiled.filter((script) => script !== odd)).toEqual(['print(1)', 'print(2)']);
  },
);

it('a script that comes once waits for others', () => {
  expect(runAgain(['print(1)', 'print(2)', 'print(3)'], 1)).toEqual([undefined, undefined, undefined]);
  expect(compiled).toEqual([]);
});
