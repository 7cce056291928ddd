import { parentPort } from 'node:worker_threads';
import { getQuickJS } from 'quickjs-emscripten';
import type { SandboxRequest } from './protocol';
import { runRequest } from './run';

/** The thread's side: one request at a time, one answer each. What it throws ends the thread, and a new one is started. */
void getQuickJS().then((engine) => {
  parentPort?.on('message', (request: SandboxRequest) => {
    parentPort?.postMessage(runRequest(engine, request));
  });
  parentPort?.postMessage('ready');
});
