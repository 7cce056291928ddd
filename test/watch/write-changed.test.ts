import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { writeChanged, type WrittenFiles } from '../../generator/watch/write-changed';
import { temporary } from '../build/specs';

const file = (path: string, text: string): PiecewiseFile => ({ path, pieces: [Buffer.from(text)] });
const NONE: WrittenFiles = new Map();

describe('writing what changed', () => {
  it('touches no file that holds the same bytes already', async () => {
    const dist = temporary();
    const { files, changed } = await writeChanged(dist, NONE, [file('a/one', '1'), file('two', '2')]);
    expect(changed).toEqual(['a/one', 'two']);
    const before = statSync(join(dist, 'two')).ino;
    expect((await writeChanged(dist, files, [file('a/one', '1!'), file('two', '2')])).changed).toEqual(['a/one']);
    expect([statSync(join(dist, 'two')).ino, readFileSync(join(dist, 'a/one'), 'utf8')]).toEqual([before, '1!']);
  });

  it('replaces a file instead of writing into it, so that nobody reads half of one', async () => {
    const dist = temporary();
    writeFileSync(join(dist, 'one'), 'old');
    const before = statSync(join(dist, 'one')).ino;
    await writeChanged(dist, NONE, [file('one', 'new')]);
    expect(statSync(join(dist, 'one')).ino).not.toBe(before);
    expect(readdirSync(dist)).toEqual(['one']);
  });

  it('brings back what somebody removed, and removes what is not wanted any more', async () => {
    const dist = temporary();
    const wanted = [file('one', '1'), file('two', '2')];
    const { files } = await writeChanged(dist, NONE, wanted);
    rmSync(join(dist, 'one'));
    expect((await writeChanged(dist, files, wanted)).changed).toEqual(['one']);
    expect((await writeChanged(dist, files, [file('one', '1')])).changed).toEqual(['two']);
    expect(() => statSync(join(dist, 'two'))).toThrow();
  });

  it('leaves everything as it was when a file cannot be made', async () => {
    const dist = temporary();
    writeFileSync(join(dist, 'one'), 'old');
    function* files() {
      yield file('one', 'new');
      throw new Error('a mistake');
    }
    await expect(writeChanged(dist, NONE, files())).rejects.toThrow('a mistake');
    expect(readdirSync(dist).map((name) => readFileSync(join(dist, name), 'utf8'))).toEqual(['old']);
  });
});
