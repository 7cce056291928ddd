import { getQuickJS } from 'quickjs-emscripten';
import { linePipe } from './lines';
import { createRunner, KILL_LIMIT_MS } from './run';
import { startWatchdog } from './watchdog';
import { createReader, writeAnswer } from './wire';

/** Where requests come in, and where answers go: nothing else is ever written there. */
const REQUESTS = 0;
const ANSWERS = 3;

/** The child's side: one request at a time, one answer each. What it throws ends the child, and a new one is started. */
void getQuickJS().then((engine) => {
  const run = createRunner(engine);
  const watchdog = startWatchdog(KILL_LIMIT_MS);
  const read = createReader();
  const { read: next, write } = linePipe(REQUESTS, ANSWERS);
  write('ready');
  for (;;) {
    const [request, context, history] = [next(), next(), next()];
    if (request === undefined || context === undefined || history === undefined) process.exit();
    const asked = read([request, context, history]);
    write(writeAnswer(watchdog.during(() => run(asked))).join('\n'));
  }
});
