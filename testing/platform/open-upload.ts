import { CONFIG_FILE, DEFINITION_FILE } from '../../kore/format';
import type { KoreBot, Target } from '../../kore/format';
import { readExportFiles } from '../../kore/read-export';
import { readEntries } from '../../kore/zip/entries';
import { ImportRefusal } from './apply-import';

/** What an import call names: a zip, or a definition and a config. */
export type UploadParts = { readonly zip: Buffer } | { readonly definition: Buffer; readonly config: Buffer };

/** Opens uploaded files with the reader that the player uses, too. Throws an `ImportRefusal` for files that are none. */
export async function openUpload(
  parts: UploadParts,
  target: Target,
): Promise<{ readonly bot: KoreBot; readonly icon: Buffer | undefined }> {
  const files = await filesOf(parts, target);
  const bot = await readExportFiles(files).catch(refuse);
  if (bot.target === target) return { bot, icon: files.get('icon.png') };
  throw new ImportRefusal(
    target === 'xo11'
      ? 'Bot imports are not supported. Only App imports are supported.'
      : 'App imports are not supported',
  );
}

const filesOf = async (parts: UploadParts, target: Target): Promise<ReadonlyMap<string, Buffer>> =>
  'zip' in parts
    ? readEntries(parts.zip).catch(refuse)
    : new Map([
        [DEFINITION_FILE[target], parts.definition],
        [CONFIG_FILE, parts.config],
      ]);

function refuse(error: unknown): never {
  throw new ImportRefusal(error instanceof Error ? `Invalid file: ${error.message}` : 'Invalid file');
}
