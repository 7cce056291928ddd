import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { packingThreads } from '../../generator/package/pack-threads';
import { inProcess, type BulkyFile } from '../../generator/package/packer';
import { fetching, openSpool, partOfSpooled } from '../../generator/package/spool';
import { WrittenSecret } from '../../generator/package/written-secrets';

// Put together, so that no file holds one.
const TOKEN = `shpat${'_'}${'0a1b2c3d'.repeat(4)}`;
const text = (path: string, ...texts: readonly string[]): BulkyFile => ({
  path,
  pieces: texts.map((one) => Buffer.from(one)),
});

describe('threads that pack', () => {
  const threads = packingThreads();
  afterEach(() => threads.close());

  test('give the bytes that packing in the process gives, of what is kept too, and answer in order', async () => {
    const large = Buffer.from(Array.from({ length: 9000 }, (_, i) => `{"n": ${i * i}}`).join());
    const files = (keep: (bytes: Buffer) => BulkyFile['pieces'][number]): readonly BulkyFile[] => [
      text('a.json', '{', '}'),
      { path: 'large.json', pieces: [Buffer.from('['), partOfSpooled(keep(large), 5, 70_000), keep(large)] },
    ];
    const [made, other, wanted] = await Promise.all([
      threads.zip('a.zip', files(threads.keep)),
      threads.zip('b.zip', [text('b', 'b')]),
      inProcess.zip('a.zip', files(inProcess.keep)),
    ]);
    expect(Buffer.concat(made.pieces).equals(Buffer.concat(wanted.pieces))).toBe(true);
    expect([made.path, other.path]).toEqual(['a.zip', 'b.zip']);
    const pieces = [Buffer.from('['), threads.keep(large)];
    const [stretch, same] = [await threads.stretch(pieces), await inProcess.stretch([Buffer.from('['), large])];
    expect(stretch).toEqual({ ...same, packed: new Uint8Array(same.packed) });
    const [ours, theirs] = await Promise.all(
      [threads, inProcess].map(({ zip }) => zip('whole.zip', [{ path: 'whole', stretches: [stretch, same] }])),
    );
    expect(ours?.pieces.map(String)).toEqual(theirs?.pieces.map(String));
    const look = threads.guard([]);
    await expect(look(text('a.json', 'nothing'))).resolves.toBeUndefined();
    await expect(look(text('a.json', `x ${TOKEN}`))).rejects.toThrow(WrittenSecret);
    await expect(threads.guard([`x: ${TOKEN} # not a secret`])(text('a.json', TOKEN))).resolves.toBeUndefined();
    await expect(
      threads.zip('c.zip', [{ path: 'c', pieces: [{ file: 987_654, start: 0, length: 5 }] }]),
    ).rejects.toThrow(/EBADF/);
    expect(Buffer.concat((await threads.zip('b.zip', [text('b', 'b')])).pieces)).toEqual(Buffer.concat(other.pieces));
  });
});

test('threads that have ended say so to whoever waits', async () => {
  const threads = packingThreads();
  const waiting = threads.zip('a.zip', [text('a', 'a')]);
  waiting.catch(() => undefined);
  await threads.close();
  await expect(waiting).rejects.toThrow('a thread of the build has ended');
});

describe('a spool', () => {
  test('gives back what was put into it, in parts, as often as is asked, and leaves nothing', () => {
    const folder = mkdtempSync(`${tmpdir()}/spool-`);
    vi.stubEnv('TMPDIR', folder);
    try {
      const spool = openSpool();
      const [first, second] = [spool.keep(Buffer.from('abcdef')), spool.keep(Buffer.from('ghi'))];
      const pieces = fetching([partOfSpooled(first, 2, 4), Buffer.from('-'), second]);
      for (let n = 0; n < 2; n += 1) expect([...pieces].map(String)).toEqual(['cd', '-', 'ghi']);
      expect(() => [...fetching([{ ...second, length: 4 }])]).toThrow('shorter');
      spool.close();
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    }
  });
});
