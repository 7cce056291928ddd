import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { templateFolder } from '../../generator/build';
import { pipeline } from '../../generator/pipeline';
import { TARGETS } from '../../kore/format';
import { readExport } from '../../kore/read-export';
import { loadTemplates } from '../../generator/render/load';
import type { Templates } from '../../generator/render/load';
import { readSpecs } from '../../generator/source/read';
import type { SpecFolder } from '../../generator/source/read';
import { openBot } from '../../preview/open-bot';
import type { OpenedBot } from '../../preview/open-bot';
import type { WantedBot } from '../../testing/transcript/harness';

/** Changes the text of a spec file before it is built; `name` is its path inside the integration's folder. */
export type EditSpec = (name: string, text: string) => string;

/**
 * Builds bots for transcripts, each form once: the specs with other credentials or another audience, packed into a zip and
 * read back from it, so that what is played is what would be imported.
 */
export function botBuilder(
  root: string,
  edit: EditSpec = (_name, text) => text,
): (wanted: WantedBot) => Promise<OpenedBot> {
  const built = new Map<string, Promise<OpenedBot>>();
  let templates: Templates | undefined;
  return (wanted) => {
    const key = JSON.stringify([wanted.integration, wanted.target, wanted.credentials, wanted.audience]);
    templates ??= loadTemplates(templateFolder);
    const bot = built.get(key) ?? buildVariant(root, wanted, edit, templates);
    built.set(key, bot);
    return bot;
  };
}

/** The bot for each target with an audience, out of one build. */
export async function bothTargets(
  root: string,
  integration: string,
  audience: string,
): Promise<Readonly<Record<WantedBot['target'], OpenedBot>>> {
  const wanted = { integration, target: 'xo10', audience } as const;
  const [xo10, xo11] = await zipsOf(root, wanted, (_name, text) => text, loadTemplates(templateFolder), TARGETS);
  if (xo10 === undefined || xo11 === undefined) throw new Error(`the build of ${integration} lacks a target`);
  return { xo10: await opened(xo10), xo11: await opened(xo11) };
}

const buildVariant = async (root: string, wanted: WantedBot, edit: EditSpec, templates: Templates) =>
  opened(await zipOf(root, wanted, edit, templates));

async function opened(bytes: Buffer): Promise<OpenedBot> {
  const place = mkdtempSync(join(tmpdir(), 'bot-'));
  try {
    const path = join(place, 'bot.zip');
    writeFileSync(path, bytes);
    return openBot(await readExport(path));
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The zip of one form of a bot, as a build writes it. Throws the codes of the diagnostics when the specs have errors. */
export async function zipOf(
  root: string,
  wanted: WantedBot,
  edit: EditSpec = (_name, text) => text,
  templates: Templates = loadTemplates(templateFolder),
): Promise<Buffer> {
  const [bytes] = await zipsOf(root, wanted, edit, templates, [wanted.target]);
  if (bytes === undefined) throw new Error(`the build of ${wanted.integration} has no zip for ${wanted.target}`);
  return bytes;
}

async function zipsOf(
  root: string,
  wanted: WantedBot,
  edit: EditSpec,
  templates: Templates,
  targets: readonly WantedBot['target'][],
): Promise<readonly (Buffer | undefined)[]> {
  const { integration } = wanted;
  const { files, diagnostics } = pipeline(templates)(editedSpecs(root, wanted, edit));
  if (!files) throw new Error(`${integration} cannot be built: ${diagnostics.map(({ code }) => code).join(', ')}`);
  const found = new Map<string, Buffer>();
  for await (const { path, pieces } of files()) {
    const target = targets.find((one) => path === `${integration}-${one}.zip`);
    if (target !== undefined) found.set(target, Buffer.concat(pieces));
    if (found.size === targets.length) break;
  }
  return targets.map((target) => found.get(target));
}

/** The codes of what a build would refuse the edited specs for. */
export function buildErrors(root: string, integration: string, edit: EditSpec): readonly string[] {
  const { diagnostics } = pipeline(loadTemplates(templateFolder))(
    editedSpecs(root, { integration, target: 'xo10' }, edit),
  );
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const editedSpecs = (root: string, wanted: WantedBot, edit: EditSpec): SpecFolder =>
  edited(readSpecs(root, wanted.integration), (name, text) => withSettings(wanted, name, edit(name, text)));

const edited = (folder: SpecFolder, edit: EditSpec): SpecFolder => ({
  ...folder,
  yaml: folder.yaml.map((file) => ({ ...file, text: edit(file.name, file.text) })),
});

function withSettings({ credentials, audience }: WantedBot, name: string, text: string): string {
  if (name !== 'bot.yaml' || (credentials === undefined && audience === undefined)) return text;
  const document = parseDocument(text);
  if (credentials !== undefined) document.setIn(['credentials', 'mode'], credentials);
  if (audience !== undefined) document.set('audience', audience);
  return document.toString();
}
