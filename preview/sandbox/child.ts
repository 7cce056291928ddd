import { getQuickJS } from 'quickjs-emscripten';
import type { SandboxRequest } from './protocol';
import { createRunner } from './run';

/** The child's side: one request at a time, one answer each. What it throws ends the child, and a new one is started. */
void getQuickJS().then((engine) => {
  const run = createRunner(engine);
  process.on('message', (request: SandboxRequest) => {
    process.send?.(run(request));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
});
