import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestEntryOf, writeAtomically } from '../compiled/files';
import { fileStamp, type FileDigests } from '../compiled/manifest';
import { productFolder } from '../product';

/** What the last sound build of a project read and left, by content, and what it said. */
interface BuildRecord {
  readonly files: FileDigests;
  readonly said: readonly string[];
}

/** Everything that a build reads or writes: the product's own code and templates, the specs, and `dist/`. */
const places = (root: string): readonly string[] => [
  join(productFolder, 'lib', 'cli'),
  join(productFolder, 'lib', 'validators'),
  join(productFolder, 'templates'),
  join(root, 'specs'),
  join(root, 'dist'),
];

/**
 * What the last build said, when everything that it read and left has the content that it had; undefined when it must be
 * done again. A file is read only when the file system says that it was touched, so that a build with nothing to do costs
 * little more than a start of Node. Whatever is doubtful about the record, the build is done.
 */
export function unchanged(root: string): readonly string[] | undefined {
  try {
    const record = readRecord(root);
    const paths = places(root).flatMap(filesBelow);
    if (!record || paths.length !== Object.keys(record.files).length) return undefined;
    const touched = paths.filter((path) => !hasFacts(path, record.files[path]));
    for (const path of touched) if (!hasContent(path, record.files[path])) return undefined;
    if (touched.length > 0) keep(root, { ...record, files: filesNow(paths) });
    return record.said;
  } catch {
    return undefined;
  }
}

/** Records a sound build. A build with warnings is not recorded, because they must be said again. */
export function remember(root: string, said: readonly string[]): void {
  try {
    keep(root, { said, files: filesNow(places(root).flatMap(filesBelow)) });
  } catch {
    // Only time is lost.
  }
}

type Recorded = FileDigests[string] | undefined;

const hasFacts = (path: string, recorded: Recorded): boolean =>
  recorded?.[1] !== undefined && recorded[1] === fileStamp(path);

const hasContent = (path: string, recorded: Recorded): boolean =>
  recorded !== undefined && recorded[0] === manifestEntryOf(path)(readFileSync(path))[0];

const filesNow = (paths: readonly string[]): FileDigests =>
  Object.fromEntries(
    paths.map((path) => {
      const entry = manifestEntryOf(path);
      return [path, entry(readFileSync(path))];
    }),
  );

/** The paths of all files below a folder, in a fixed order. Throws when there is anything else than files and folders. */
function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    if (entry.isFile()) return [path];
    throw new Error(`${path} is no plain file`);
  });
}

const recordFile = (root: string): string =>
  join(productFolder, 'node_modules', '.cache', 'kore-action-templates', `build-${digest(root).slice(0, 16)}.json`);

/** The record, unless a letter of it is another one than was written, or another Node wrote it. */
function readRecord(root: string): BuildRecord | undefined {
  const [checksum = '', ...rest] = readFileSync(recordFile(root), 'utf8').split('\n');
  const text = rest.join('\n');
  return checksum === digest(`${process.version} ${text}`) ? (JSON.parse(text) as BuildRecord) : undefined;
}

function keep(root: string, record: BuildRecord): void {
  const text = JSON.stringify(record);
  writeAtomically(recordFile(root), `${digest(`${process.version} ${text}`)}\n${text}`);
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
