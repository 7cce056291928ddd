import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeployContext } from '../../deploy/context';
import type { ImportJob } from '../../deploy/jobs';
import { openState } from '../../deploy/resume';
import { importExisting } from '../../deploy/steps/import-existing';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'import-existing-test-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('an import that may have arrived is remembered before it is sent, so that the bot may differ because of us', async () => {
  const state = openState(folder, 'key', 'fingerprint');
  state.updateJob('orders', { files: { zipInfo: 'f-1' } });
  const job = { name: 'orders', bot: { config: { envVariables: [] }, definition: {} } } as unknown as ImportJob;
  const context = {
    state,
    options: { only: ['find'], target: 'xo11' },
    settings: { assumptions: {}, variable: () => undefined },
    progress: { step: (_: string, act: (say: () => void) => unknown) => act(() => undefined) },
    api: { importInto: () => Promise.reject(new Error(JSON.stringify(state.get().jobs['orders']))) },
  } as unknown as DeployContext;
  const sent = importExisting(job, 'st-1', new Set(), context);
  await expect(sent).rejects.toThrow('{"files":{"zipInfo":"f-1"},"sent":true}');
});
