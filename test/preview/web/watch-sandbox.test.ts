import { expect, it } from 'vitest';
import type { SandboxRequest, SandboxResult } from '../../../preview/sandbox';
import { watchSandbox } from '../../../preview/web/watch-sandbox';

const request: SandboxRequest = { jobs: [], context: '{"history":null,"a":1}', history: '[1]', env: {}, content: {} };

/** What is seen after a script that had this result. */
async function seen(result: Omit<SandboxResult, 'jobs' | 'puts'>) {
  const answer = { jobs: [], puts: [], ...result };
  const watched = watchSandbox({ run: () => Promise.resolve(answer), close: () => Promise.resolve() });
  await watched.sandbox.run(request);
  return [watched.lastContext(), watched.lastContext()];
}

it('shows the context with its history as the last script left it, once', async () => {
  expect(await seen({})).toEqual([{ history: [1], a: 1 }, undefined]);
  expect(await seen({ context: '{"history":null,"a":2}', sameHistory: true })).toEqual([
    { history: [1], a: 2 },
    undefined,
  ]);
  expect(await seen({ context: '{"history":null,"a":2}' })).toEqual([{ history: null, a: 2 }, undefined]);
});
