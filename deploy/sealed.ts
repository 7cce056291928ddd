import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRecord } from '../kore/record';
import { UsageError } from './errors';

/**
 * What an earlier run wrote with `writeSealed`; undefined when there is no such file. Throws a `UsageError` when it is not what
 * was written any more: a letter that changed may stand for another host, or for a request that was not sent. `whatToDo`
 * ends the sentence. Older files, without a checksum, are taken as they are.
 */
export function readSealed(path: string, whatToDo: string): Readonly<Record<string, unknown>> | undefined {
  if (!existsSync(path)) return undefined;
  const { checksum, ...content } = parsed(path) ?? { checksum: 'none' };
  if (checksum === undefined || checksum === checksumOf(content)) return content;
  throw new UsageError(`${path} is not as it was written; ${whatToDo}.`);
}

/** Writes an object with a checksum of its content, readable by its owner alone. */
export const writeSealed = (path: string, content: object): void =>
  writePrivateFile(path, `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`);

const checksumOf = (content: object): string => hash(canonical(JSON.parse(JSON.stringify(content))));

function parsed(path: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** A file is there whole or not at all, readable by its owner only. */
export function writePrivateFile(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { mode: 0o600 });
  renameSync(temporary, path);
}

export const hash = (...parts: readonly (string | Buffer)[]): string => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex');
};

/** JSON of a value whose objects' keys are sorted: the same for values that are the same. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  ) ?? '';
