import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeployContext } from '../../deploy/context';
import type { ImportJob } from '../../deploy/jobs';
import { openState } from '../../deploy/resume';
import { hash } from '../../deploy/sealed';
import { importNew } from '../../deploy/steps/import-new';
import { failureOf } from './attempt';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'import-new-test-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const job = { name: 'orders', zip: Buffer.from('zip') } as unknown as ImportJob;

/** What creates a bot called Orders in an account that has bots of these names; `create` answers the creation. */
function contextWith(names: readonly string[], create: () => Promise<string>) {
  const state = openState(folder, 'key', 'fingerprint');
  const bots = names.map((name, i) => ({ id: `st-${i}`, name }));
  const context = {
    state,
    botName: 'Orders',
    options: { target: 'xo11' },
    settings: { assumptions: { newBotFiles: 'zip', variables: 'api', zipExtension: 'zip' } },
    progress: { step: (_: string, act: (say: () => void) => unknown) => act(() => undefined) },
    api: {
      botPage: () => Promise.resolve({ bots, more: false }),
      uploadFile: () => Promise.resolve('f-1'),
      importNew: create,
    },
  } as unknown as DeployContext;
  return { state, context };
}

it('takes a name that differs in capitals alone for taken', async () => {
  const { context } = contextWith(['Other', 'ORDERS'], () => Promise.resolve('r-1'));
  expect(await failureOf(importNew(job, context))).toMatchObject({
    code: 'name-taken',
    platformSaid: expect.stringContaining('st-1') as string,
  });
});

it('remembers that a creation was sent when nobody knows what became of it, whatever went wrong', async () => {
  const { state, context } = contextWith([], () => Promise.reject(new TypeError('nothing that was foreseen')));
  await expect(importNew(job, context)).rejects.toThrow('nothing that was foreseen');
  expect(state.get().jobs['orders']).toEqual({ sent: true });
});

it.each([
  ['with these files, nothing more is sent', hash(job.zip), 0],
  ['with other files, the bot is brought up to date', 'of-yesterday', 1],
])('when a creation of an earlier run was made %s', async (_, content, more) => {
  const { state, context } = contextWith([], () => Promise.reject(new Error('created twice')));
  state.update({ content });
  state.updateJob('orders', { sent: true, requestId: 'r-0' });
  const into: string[] = [];
  Object.assign(context, {
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    remember: () => undefined,
    options: { target: 'xo11', only: ['find'] },
  });
  Object.assign(context.settings.assumptions, { existingBotFiles: 'zip' });
  Object.assign(context.api, {
    importStatus: (request: string) =>
      Promise.resolve({ status: 'success', streamId: request === 'r-0' ? 'st-9' : '' }),
    importInto: (bot: string) => Promise.resolve(`r-${into.push(bot)}`),
  });
  const made = { ...job, bot: { config: { envVariables: [] }, definition: {} } } as unknown as ImportJob;
  expect(await importNew(made, context)).toBe('st-9');
  expect(into).toEqual(Array.from({ length: more }, () => 'st-9'));
});
