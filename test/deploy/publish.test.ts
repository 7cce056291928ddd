import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RequestStatus } from '../../deploy/api';
import type { DeployContext } from '../../deploy/context';
import { explain } from '../../deploy/explain';
import { openState } from '../../deploy/resume';
import { publish } from '../../deploy/steps/publish';
import { failureOf } from './attempt';
import { fakeClock } from './scripted-server';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'publish-test-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What publishes, with a platform that tells these statuses one after the other. */
function contextWith(look: () => Promise<RequestStatus>) {
  const state = openState(folder, 'key', 'fingerprint');
  const asked = vi.fn(() => Promise.resolve([]));
  const context = {
    state,
    options: { comment: '' },
    clock: fakeClock(),
    settings: { assumptions: { unknownStatus: 'wait' }, secrets: [], pollMs: 1, timeoutMs: 1000 },
    progress: { step: (_: string, act: (say: () => void) => unknown) => act(() => undefined) },
    api: { publish: asked, publishStatus: look },
  } as unknown as DeployContext;
  return { state, context, asked };
}

it('waits for its own publish, also after an earlier one of ours was refused and somebody else’s came between', async () => {
  const told = ['theirs', 'theirs', 'theirs', 'ours'].map((_id) => ({ _id, status: 'success' }));
  const look = vi.fn(() => Promise.resolve(told.shift() ?? {}));
  const { state, context, asked } = contextWith(look);
  state.update({ publish: { before: 'long ago' } });
  await publish('st-1', context, false);
  expect([asked.mock.calls.length, look.mock.calls.length]).toEqual([1, 4]);
});

it('publishes nothing when it may not see what was published last', async () => {
  const { context, asked } = contextWith(() => Promise.reject(explain('publish', 'no permission', 403)));
  expect(await failureOf(publish('st-1', context, false))).toMatchObject({ code: 'forbidden' });
  expect(asked).not.toHaveBeenCalled();
});
