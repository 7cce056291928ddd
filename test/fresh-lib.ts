import { join } from 'node:path';
import { compile } from '../cli/compiled/compile';

/** Brings `lib/` up to date before the tests: what they start as processes of their own runs from there. */
export const setup = (): Promise<void> => compile(join(__dirname, '..'));
