import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE, TARGETS, type KoreBot, type Target } from '../kore/format';
import { pack, type OutputFile } from './pack';

/** The built forms of one integration: the whole bot and each action, for each target. */
export interface Built {
  readonly id: string;
  readonly icon: Buffer;
  readonly whole: Readonly<Record<Target, KoreBot>>;
  readonly actions: readonly { readonly id: string; readonly bots: Readonly<Record<Target, KoreBot>> }[];
}

/** Everything that goes to `dist/` for one integration: plain files to read and compare, and zips to import. */
export async function output(built: Built): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const target of TARGETS) {
    const whole = botFiles(built.whole[target], built.icon);
    files.push(...whole.map((file) => ({ ...file, path: `${built.id}/${target}/${file.path}` })));
    files.push({ path: `${built.id}-${target}.zip`, bytes: await pack(whole) });
    for (const action of built.actions) {
      const bytes = await pack(botFiles(action.bots[target], built.icon));
      files.push({ path: `${built.id}/actions/${action.id}-${target}.zip`, bytes });
    }
  }
  return files;
}

/** A zip's entries, in the order in which the platform writes them. */
function botFiles(bot: KoreBot, icon: Buffer): readonly OutputFile[] {
  return [
    { path: DEFINITION_FILE[bot.target], bytes: json(bot.definition) },
    { path: CONFIG_FILE, bytes: json(bot.config) },
    { path: ICON_FILE, bytes: icon },
  ];
}

/** Formatted as every real export is: four spaces, no line end at the end. */
const json = (value: unknown) => Buffer.from(JSON.stringify(value, null, 4), 'utf8');
