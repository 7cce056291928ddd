import { afterEach, describe, expect, it } from 'vitest';
import { drop, keep, kept } from '../../kore/cache/files';
import { runModule } from '../../kore/cache/run-module';

const NAME = `test-${process.pid}.js`;
const compiled = () => drop(`${NAME}.`);
afterEach(() => drop(NAME));

describe('a kept module', () => {
  it('is not there until it is kept', () => {
    expect(kept(NAME)).toBeUndefined();
    expect(runModule(NAME)).toBeUndefined();
  });

  it('runs with and without what V8 made of it', () => {
    keep(NAME, 'exports.two = () => 1 + 1; exports.join = require("node:path").join;');
    for (let i = 0; i < 3; i += 1) {
      const run = runModule(NAME);
      const { two, join } = run?.exports as { two: () => number; join: (...parts: string[]) => string };
      expect([two(), join('a', 'b')]).toEqual([2, 'a/b']);
      run?.keepCompiled();
      if (i === 1) compiled();
    }
  });

  it('may replace its exports', () => {
    keep(NAME, 'module.exports = 3;');
    expect(runModule(NAME)?.exports).toBe(3);
  });

  it('runs when what V8 made of it belongs to other code', () => {
    keep(NAME, 'exports.value = "old and longer";');
    runModule(NAME)?.keepCompiled();
    keep(NAME, 'exports.value = "new";');
    expect(runModule(NAME)?.exports).toEqual({ value: 'new' });
  });
});
