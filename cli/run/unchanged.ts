import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../compiled/digest';
import { manifestEntryOf, writeAtomically } from '../compiled/files';
import { BUILD_STEPS, fileStamp, readManifest, type FileDigests } from '../compiled/manifest';
import { diskState, keepQuickRecord, quickRecord, type SaidByBuild } from './quick-record';

/** What the last sound build of a project read and left, by content, and what it said. */
interface BuildRecord {
  readonly files: FileDigests;
  readonly said: SaidByBuild;
}

/** Everything that a build reads or writes: the product's own code and templates, the specs, and `dist/`. */
const places = (product: string, root: string): readonly string[] => [
  join(product, 'lib', 'cli'),
  join(product, 'lib', 'generator'),
  join(product, 'lib', 'validators'),
  join(product, 'templates'),
  join(root, 'specs'),
  join(root, 'dist'),
];

/** What the last build of `root` said, when it can be told at a glance that it is still right: by the state of all files, those that the tool is compiled from as well. */
export const unchangedAtAGlance = (product: string, root: string): SaidByBuild | undefined =>
  quickRecord(product, root, places(product, root));

/**
 * What the last build said, when everything that it read and left has the content that it had; undefined when it must be
 * done again. A file is read only when the file system says that it was touched, so that a build with nothing to do costs
 * little more than a start of Node. Whatever is doubtful about the record, the build is done. `product` is the tool's own folder.
 */
export function unchanged(product: string, root: string): SaidByBuild | undefined {
  try {
    const record = readRecord(product, root);
    const tool = toolFiles(product);
    // Told before anything is read: a change between the two shows as one.
    const state = tool && diskState(places(product, root), tool);
    const paths = places(product, root).flatMap(filesBelow);
    if (!record || paths.length !== Object.keys(record.files).length) return undefined;
    const touched = paths.filter((path) => !hasFacts(path, record.files[path]));
    for (const path of touched) if (!hasContent(path, record.files[path])) return undefined;
    if (touched.length > 0) keep(product, root, { ...record, files: filesNow(paths) });
    if (state) keepGlance(product, root, record.said, tool, state);
    return record.said;
  } catch {
    return undefined;
  }
}

/** Records a sound build, with what it said. */
export function remember(product: string, root: string, said: SaidByBuild): void {
  try {
    keep(product, root, { said, files: filesNow(places(product, root).flatMap(filesBelow)) });
  } catch {
    // Only time is lost.
  }
}

/** The files that the tool's building part is compiled from: none where it came without them, undefined where nobody knows. */
function toolFiles(product: string): readonly string[] | undefined {
  const manifest = readManifest(product);
  if (!manifest) return existsSync(join(product, 'make-lib.ts')) ? undefined : [];
  const paths = new Set(BUILD_STEPS.flatMap((step) => Object.keys(manifest[step] ?? {})));
  return [...paths].map((path) => join(product, path));
}

function keepGlance(...record: Parameters<typeof keepQuickRecord>): void {
  try {
    keepQuickRecord(...record);
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

const recordFile = (product: string, root: string): string =>
  join(product, 'node_modules', '.cache', 'kore-action-templates', `build-${digestOf(root, 'hex').slice(0, 16)}.json`);

/** The record, unless a letter of it is another one than was written, or another Node wrote it. */
function readRecord(product: string, root: string): BuildRecord | undefined {
  const [checksum = '', ...rest] = readFileSync(recordFile(product, root), 'utf8').split('\n');
  const text = rest.join('\n');
  return checksum === digestOf(`${process.version} ${text}`, 'hex') ? (JSON.parse(text) as BuildRecord) : undefined;
}

function keep(product: string, root: string, record: BuildRecord): void {
  const text = JSON.stringify(record);
  writeAtomically(recordFile(product, root), `${digestOf(`${process.version} ${text}`, 'hex')}\n${text}`);
}
