import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RequestStatus } from '../../deploy/api';
import type { DeployContext } from '../../deploy/context';
import { explain } from '../../deploy/explain';
import type { ImportJob } from '../../deploy/jobs';
import { openState } from '../../deploy/resume';
import { waitForImport } from '../../deploy/steps/wait-for-import';
import { failureOf } from './attempt';
import { fakeClock } from './scripted-server';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'wait-test-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const job = { name: 'orders' } as unknown as ImportJob;
const LOST = 'lost';

/** Waits for an import of which the platform tells this, one look after the other. */
function waited(...told: readonly (RequestStatus | typeof LOST)[]) {
  const state = openState(folder, 'key', 'fingerprint');
  state.updateJob('orders', { requestId: 'r-1' });
  const answers = [...told];
  const look = vi.fn(() => {
    const next = answers.shift() ?? {};
    return next === LOST ? Promise.reject(explain('import', 'Invalid request ID', 400)) : Promise.resolve(next);
  });
  const context = {
    state,
    clock: fakeClock(),
    settings: { assumptions: { unknownStatus: 'wait' }, secrets: [], pollMs: 1, timeoutMs: 1000 },
    progress: { step: (_: string, act: (say: () => void) => unknown) => act(() => undefined) },
    api: { importStatus: look },
  } as unknown as DeployContext;
  return { state, look, outcome: waitForImport(job, 'r-1', context) };
}

const WAITS = { status: 'pending' };
const DONE = { status: 'success' };

it('an import counts as forgotten when it is not known three times in a row', async () => {
  const { look, outcome } = waited(LOST, LOST, WAITS, LOST, LOST, DONE);
  expect(await outcome).toEqual(DONE);
  expect(look).toHaveBeenCalledTimes(6);
  const lost = waited(WAITS, LOST, LOST, LOST, DONE);
  expect(await failureOf(lost.outcome)).toMatchObject({ code: 'request-lost' });
  expect(lost.look).toHaveBeenCalledTimes(4);
});

it('an import that is done and reports a failed part has failed, and begins anew', async () => {
  const parts = [{ taskType: 'dialog', taskName: 'Find', status: 'failed', message: 'no such node' }];
  const { state, outcome } = waited({ ...DONE, statusLogs: parts });
  expect((await failureOf(outcome)).platformSaid).toContain('no such node');
  expect(state.get().jobs['orders']).toEqual({});
});
