import type { Sandbox } from './sandbox';
import { SCOPES } from './session';

/** Starts a sandbox's process, so that the first script need not wait for it. */
export async function warmUp(sandbox: Sandbox): Promise<void> {
  const session = Object.fromEntries([...SCOPES, 'UserContext'].map((scope) => [scope, {}]));
  const context = JSON.stringify({ session });
  await sandbox.run({ jobs: [{ as: 'value', code: '1' }], context, env: {}, content: {} });
}
