import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startBotSource } from '../../../preview/web/bot-source';
import type { startBuilder } from '../../../preview/web/builder';
import type { BuildView } from '../../../preview/web/protocol';
import { rootWith } from '../../build/specs';
import { zipOf } from '../../conversations/variants';

/** Stands for the processes that build: the test says when a build is over. */
function builders() {
  const started: { root: string; over: (state: 'ok' | 'failed') => Promise<void> }[] = [];
  const builder: typeof startBuilder = (root, onBuild) => {
    let isReady: (build: BuildView) => void = () => undefined;
    const ready = new Promise<BuildView>((resolve) => (isReady = resolve));
    const over = async (state: BuildView['state']) => {
      const build: BuildView = { state, problems: [] };
      await onBuild(build);
      isReady(build);
    };
    started.push({ root, over });
    return { ready, close: () => Promise.resolve() };
  };
  return { started, builder };
}

const FILE = 'parcels-xo10.zip';

test('a change that comes while a copy of the specs is still opening reaches that copy', async () => {
  const root = rootWith('parcels');
  const zip = await zipOf(root, { integration: 'parcels', target: 'xo10' });
  const put = (folder: string) => {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'dist', FILE), zip);
  };
  put(root);
  const { started, builder } = builders();
  const source = await startBotSource({ root, builder, onBuild: () => Promise.resolve() });
  const [own] = started;
  const loading = source.load(FILE, 'accessToken');
  await vi.waitFor(() => expect(started).toHaveLength(2));
  const [, copy] = started;
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
