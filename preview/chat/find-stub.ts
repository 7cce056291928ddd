import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStub } from '../../services/stub/stub';
import type { Stub } from '../../services/stub/stub';
import { readTables } from '../data-tables';
import type { TableRow } from '../data-tables';
import { ChatUsageError } from './console';

/** Where an integration keeps the answers that stand in for its service unless others are named. */
const DEFAULT_STUB = join('stubs', 'default.json');

/** The prepared answers to play with: those that were named, else the integration's own, else none. */
export function findStub(root: string, integration: string | undefined, named: string | undefined): Stub | undefined {
  if (named !== undefined && !existsSync(named)) throw new ChatUsageError(`There is no file ${named}.`);
  const own = integration === undefined ? undefined : join(root, 'specs', integration, DEFAULT_STUB);
  const path = named ?? (own !== undefined && existsSync(own) ? own : undefined);
  if (path === undefined) return undefined;
  try {
    return readStub(path, readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ChatUsageError((error as Error).message);
  }
}

/** The rows of data tables at the start, from a JSON file below the project; none without a file. */
export function findTables(root: string, named: string | undefined): Readonly<Record<string, readonly TableRow[]>> {
  if (named === undefined) return {};
  const path = join(root, named);
  if (!existsSync(path)) throw new ChatUsageError(`There is no file ${named}.`);
  try {
    return readTables(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ChatUsageError(`${named}: ${(error as Error).message}`);
  }
}
