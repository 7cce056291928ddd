import { posix } from 'node:path';
import { readProjectFile, type FileRefusal } from '../../generator/source/project-file';
import { TranscriptError } from '../../generator/transcript/transcript';

const REFUSED: Readonly<Record<FileRefusal, string>> = {
  missing: 'there is no such file in the project',
  link: 'a link is not followed',
  odd: 'it is no regular file',
  large: 'it is larger than 10 MB',
};

/**
 * The text of a transcript, or of answers prepared for one. `path` is below `root`, with forward slashes; it may climb, as
 * `@stub ../x.json` does, but not out of the project. Throws a `TranscriptError` for what is not read.
 */
export function projectText(root: string, path: string): string {
  const name = posix.normalize(path.replaceAll('\\', '/'));
  const file = readProjectFile(root, name);
  if ('bytes' in file) return file.bytes.toString('utf8');
  throw new TranscriptError(path, 1, REFUSED[file.refused]);
}
