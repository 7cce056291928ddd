import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeployContext } from '../../deploy/context';
import type { ImportJob } from '../../deploy/jobs';
import { DeployError } from '../../deploy/errors';
import { explain } from '../../deploy/explain';
import { openState } from '../../deploy/resume';
import { importExisting } from '../../deploy/steps/import-existing';
import { failureOf } from './attempt';

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

it.each([
  ['a run that goes on with files of an earlier one', true, 'wrong-file', ['old', 'new'], 'done'],
  ['a run that goes on, whose files were forgotten', true, 'file-expired', ['old', 'new'], 'done'],
  ['a run of its own', false, 'wrong-file', ['new'], 'wrong-file'],
  ['a run that goes on and is not allowed', true, 'forbidden', ['old'], 'forbidden'],
] as const)('files are sent anew once by %s alone', async (_, goesOn, code, sent, end) => {
  if (goesOn) openState(folder, 'key', 'fingerprint').updateJob('orders', { files: { zipInfo: 'old' } });
  const tried: unknown[] = [];
  const refusal = new DeployError({ ...explain('import', 'refused').failure, code });
  const context = {
    state: openState(folder, 'key', 'fingerprint'),
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    options: { only: ['find'], target: 'xo11' },
    settings: { assumptions: { existingBotFiles: 'zip', zipExtension: 'zip' }, variable: () => undefined },
    progress: { step: (_name: string, act: (say: () => void) => unknown) => act(() => undefined) },
    api: {
      uploadFile: () => Promise.resolve('new'),
      importInto: (_bot: string, { zipInfo }: { readonly zipInfo: string }) => {
        tried.push(zipInfo);
        return zipInfo === 'old' || !goesOn ? Promise.reject(refusal) : Promise.resolve('r-1');
      },
      importStatus: () => Promise.resolve({ status: 'success' }),
    },
  } as unknown as DeployContext;
  const job = { name: 'orders', bot: { config: { envVariables: [] }, definition: {} } } as unknown as ImportJob;
  const run = importExisting(job, 'st-1', new Set(), context).then(() => undefined);
  if (end === 'done') await run;
  else expect(await failureOf(run)).toMatchObject({ code: end });
  expect(tried).toEqual(sent);
});
