import { createSandbox } from '../preview/sandbox';

/** One sandbox for the tests of a file: it starts at the first script, and ends with the test's process. */
export const sandbox = createSandbox();
