import { getQuickJS } from 'quickjs-emscripten';
import type { SandboxRequest } from './protocol';
import { runRequest } from './run';

/** The child's side: one request at a time, one answer each. What it throws ends the child, and a new one is started. */
void getQuickJS().then((engine) => {
  process.on('message', (request: SandboxRequest) => {
    process.send?.(runRequest(engine, request));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
});
