import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeChanged } from '../../generator/watch/write-changed';
import { temporary } from '../build/specs';

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

describe('writing what changed', () => {
  it('touches no file that holds the same bytes already', () => {
    const dist = temporary();
    const first = [file('a/one', '1'), file('two', '2')];
    expect(writeChanged(dist, [], first)).toEqual(['a/one', 'two']);
    const before = statSync(join(dist, 'two')).ino;
    expect(writeChanged(dist, first, [file('a/one', '1!'), file('two', '2')])).toEqual(['a/one']);
    expect([statSync(join(dist, 'two')).ino, readFileSync(join(dist, 'a/one'), 'utf8')]).toEqual([before, '1!']);
  });

  it('replaces a file instead of writing into it, so that nobody reads half of one', () => {
    const dist = temporary();
    writeFileSync(join(dist, 'one'), 'old');
    const before = statSync(join(dist, 'one')).ino;
    writeChanged(dist, [], [file('one', 'new')]);
    expect(statSync(join(dist, 'one')).ino).not.toBe(before);
  });

  it('brings back what somebody removed, and removes what is not wanted any more', () => {
    const dist = temporary();
    const files = [file('one', '1'), file('two', '2')];
    writeChanged(dist, [], files);
    rmSync(join(dist, 'one'));
    expect(writeChanged(dist, files, files)).toEqual(['one']);
    expect(writeChanged(dist, files, [file('one', '1')])).toEqual(['two']);
    expect(() => statSync(join(dist, 'two'))).toThrow();
  });
});
