import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../kore/format';
import { writePrivateFile } from './sealed';

/** A deployment of a whole bot that ended well. Its zip, which holds no secret, lies beside the record. */
export interface DeployedRecord {
  readonly integration: string;
  readonly target: Target;
  readonly environment: string | undefined;
  readonly botId: string;
  /** When, in ISO 8601. */
  readonly at: string;
  /** Actions that were deployed alone since then. */
  readonly alone: readonly string[];
  /** The zip that was imported. */
  readonly zip: string;
}

type Which = Pick<DeployedRecord, 'integration' | 'target' | 'environment'>;

const FOLDER = 'deployed';
const pathOf = (folder: string, { integration, target, environment }: Which, end: string) =>
  join(
    folder,
    FOLDER,
    `${[integration, target, ...(environment === undefined ? [] : [environment])].join('-')}.${end}`,
  );

/** Notes what is in the platform now. `folder` is `.xo-backup`; `only` are the actions of a deployment in parts. */
export function recordDeployed(
  folder: string,
  now: Which & { readonly botId: string; readonly at: string; readonly only: readonly string[]; readonly zip: Buffer },
): void {
  const { only, zip, ...rest } = now;
  const path = pathOf(folder, now, 'zip');
  const before = only.length > 0 ? readRecord(pathOf(folder, now, 'json')) : undefined;
  // Actions alone, into a bot that was never deployed whole from here, leave nothing to compare a whole bot with.
  if (only.length > 0 && before?.botId !== now.botId) return;
  if (before === undefined) writePrivateFile(path, zip);
  const record: DeployedRecord =
    before === undefined
      ? { ...rest, alone: [], zip: path }
      : { ...before, alone: [...new Set([...before.alone, ...only])] };
  writePrivateFile(pathOf(folder, now, 'json'), `${JSON.stringify(record, null, 2)}\n`);
}

/** The latest deployment of an integration from this folder, for a target or for any; undefined when there is none. */
export function lastDeployed(folder: string, integration: string, target?: Target): DeployedRecord | undefined {
  const records = existsSync(join(folder, FOLDER))
    ? readdirSync(join(folder, FOLDER)).filter((name) => name.endsWith('.json'))
    : [];
  return records
    .flatMap((name) => readRecord(join(folder, FOLDER, name)) ?? [])
    .map((record) => ({ ...record, zip: pathOf(folder, record, 'zip') }))
    .filter((r) => r.integration === integration && (target === undefined || r.target === target) && existsSync(r.zip))
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

function readRecord(path: string): DeployedRecord | undefined {
  try {
    const { integration, at, alone, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as Partial<DeployedRecord>;
    const sound = typeof integration === 'string' && typeof at === 'string' && Array.isArray(alone);
    return sound ? ({ integration, at, alone, ...rest } as DeployedRecord) : undefined;
  } catch {
    return undefined;
  }
}
