import { getQuickJS } from 'quickjs-emscripten';
import type { SandboxRequest } from './protocol';
import { createRunner, KILL_LIMIT_MS } from './run';
import { startWatchdog } from './watchdog';

/** The child's side: one request at a time, one answer each. What it throws ends the child, and a new one is started. */
void getQuickJS().then((engine) => {
  const run = createRunner(engine);
  const watchdog = startWatchdog(KILL_LIMIT_MS);
  process.on('message', (request: SandboxRequest) => {
    process.send?.(watchdog.during(() => run(request)));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
});
