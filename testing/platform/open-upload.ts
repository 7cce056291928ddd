import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIG_FILE, DEFINITION_FILE } from '../../kore/format';
import type { KoreBot, Target } from '../../kore/format';
import { readExport } from '../../kore/read-export';
import { readEntries } from '../../kore/zip/entries';
import { ImportRefusal } from './apply-import';

/** What an import call names: a zip, or a definition and a config. */
export type UploadParts = { readonly zip: Buffer } | { readonly definition: Buffer; readonly config: Buffer };

/** Opens uploaded files with the reader that the player uses, too. Throws an `ImportRefusal` for files that are none. */
export async function openUpload(
  parts: UploadParts,
  target: Target,
): Promise<{ readonly bot: KoreBot; readonly icon: Buffer | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'xo-emulator-'));
  try {
    const path = 'zip' in parts ? join(folder, 'bot.zip') : folder;
    if ('zip' in parts) writeFileSync(path, parts.zip);
    else {
      writeFileSync(join(folder, DEFINITION_FILE[target]), parts.definition);
      writeFileSync(join(folder, CONFIG_FILE), parts.config);
    }
    const bot = await readExport(path);
    if (bot.target !== target) {
      throw new ImportRefusal(
        target === 'xo11'
          ? 'Bot imports are not supported. Only App imports are supported.'
          : 'App imports are not supported',
      );
    }
    const files = 'zip' in parts ? await readEntries(parts.zip) : undefined;
    return { bot, icon: files?.get('icon.png') };
  } catch (error) {
    throw new ImportRefusal(error instanceof Error ? `Invalid file: ${error.message}` : 'Invalid file');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
