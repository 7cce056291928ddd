import { getQuickJS } from 'quickjs-emscripten';
import { linePipe } from './lines';
import { createRunner, KILL_LIMIT_MS } from './run';
import { startWatchdog } from './watchdog';
import { createReader, type WireRequest } from './wire';

/** Where requests come in, and where answers go: nothing else is ever written there. */
const REQUESTS = 0;
const ANSWERS = 3;

/** The child's side: one request at a time, one answer each. What it throws ends the child, and a new one is started. */
void getQuickJS().then((engine) => {
  const run = createRunner(engine);
  const watchdog = startWatchdog(KILL_LIMIT_MS);
  const read = createReader();
  const { read: next, write } = linePipe(REQUESTS, ANSWERS);
  write('"ready"');
  for (let line = next(); line !== undefined; line = next()) {
    const request = read(JSON.parse(line) as WireRequest);
    write(JSON.stringify(watchdog.during(() => run(request))));
  }
  process.exit();
});
