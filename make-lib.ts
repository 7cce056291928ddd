import { compile } from './cli/compiled/compile';

/** Compiles the product to `lib/`, or what has changed of it. Called by `npm ci` and `npm pack`. */
compile(__dirname).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
