import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE, type KoreBot } from '../../kore/format';
import { defaultIcon } from './icon';
import type { OutputFile, PiecewiseFile } from '../../kore/zip/pack';
import type { BulkyFile } from './packer';
import type { Spooled } from './spool';
import { print } from './text';

/** The files of a bot whose definition is printed already, and is spent with that, in the order in which the platform writes them into a zip. */
export const botFiles = (
  { target, config }: Pick<KoreBot, 'target' | 'config'>,
  definition: readonly Spooled[],
  icon: Buffer = defaultIcon,
): readonly BulkyFile[] => [
  { path: DEFINITION_FILE[target], pieces: definition, spent: true },
  { path: CONFIG_FILE, pieces: [print(config).bytes] },
  { path: ICON_FILE, pieces: [icon] },
];

/** Files put together, as copies. */
export async function collected(files: AsyncIterable<PiecewiseFile>): Promise<readonly OutputFile[]> {
  const all: OutputFile[] = [];
  for await (const { path, pieces } of files) all.push({ path, bytes: Buffer.concat(pieces) });
  return all;
}
