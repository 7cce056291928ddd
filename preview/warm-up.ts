import { sharedSandbox } from './sandbox';
import { SCOPES } from './session';

/** Starts the shared sandbox's process, so that the first script need not wait for it. */
export async function warmUp(): Promise<void> {
  const session = Object.fromEntries([...SCOPES, 'UserContext'].map((scope) => [scope, {}]));
  const context = JSON.stringify({ session });
  await sharedSandbox().run({ jobs: [{ as: 'value', code: '1' }], context, env: {}, content: {} });
}
