import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startBotSource } from '../../../preview/web/bot-source';
import type { BuildView } from '../../../preview/web/protocol';
import { rootWith } from '../../build/specs';
import { zipOf } from '../../conversations/variants';

/** Stands for the processes that build: the test says when a build is over. */
const builders = vi.hoisted(() => [] as { root: string; over: (state: 'ok' | 'failed') => Promise<void> }[]);
vi.mock('../../../preview/web/builder', () => ({
  startBuilder: (root: string, onBuild: (build: BuildView) => Promise<void>) => {
    let isReady: (build: BuildView) => void = () => undefined;
    const ready = new Promise<BuildView>((resolve) => (isReady = resolve));
    const over = async (state: BuildView['state']) => {
      const build: BuildView = { state, problems: [] };
      await onBuild(build);
      isReady(build);
    };
    builders.push({ root, over });
    return { ready, close: () => Promise.resolve() };
  },
}));

const FILE = 'parcels-xo10.zip';

test('a change that comes while a copy of the specs is still opening reaches that copy', async () => {
  const root = rootWith('parcels');
  const zip = await zipOf(root, { integration: 'parcels', target: 'xo10' });
  const put = (folder: string) => {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'dist', FILE), zip);
  };
  put(root);
  const source = await startBotSource({ root, onBuild: () => Promise.resolve() });
  const [own] = builders;
  const loading = source.load(FILE, 'accessToken');
  await vi.waitFor(() => expect(builders).toHaveLength(2));
  const [, copy] = builders;
  if (!own || !copy) throw new Error('nothing builds');
  expect(copy.root).not.toBe(root);
  const spec = (folder: string) => join(folder, 'specs', 'parcels', 'find-points.yaml');
  const changed = readFileSync(spec(root), 'utf8').replace(/^title: .*$/m, 'title: Another title');
  writeFileSync(spec(root), changed);
  const again = own.over('failed');
  await new Promise(setImmediate);
  put(copy.root);
  await copy.over('ok');
  await Promise.all([loading, again]);
  expect(readFileSync(spec(copy.root), 'utf8')).toBe(changed);
  await source.close();
});
