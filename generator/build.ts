import { join } from 'node:path';
import { batchTests } from './batch/batch-test';
import { documents } from './catalogue/catalogue';
import { transcriptsOf } from './catalogue/transcripts';
import { check } from './check';
import { flowsOf, layOut, planOf, type Flows } from './compile/bot';
import { collect, type Diagnostic } from './diagnostics/diagnostic';
import type { Config, Definition, KoreBot, Target } from './kore/format';
import { verifier, verify, type Verify } from './kore/verify';
import type { Bot } from './model/model';
import { normalize } from './model/normalize';
import { defaultIcon } from './package/icon';
import { collected, outputFiles, type Makers } from './package/output';
import type { OutputFile, PiecewiseFile } from './package/pack';
import { readWritten } from './read';
import { loadTemplates, type Templates } from './render/load';
import { renderer, type Render } from './render/render';
import { readSpecs } from './source/read';

/** What a build came to: files for `dist/`, or none and the reasons. Warnings may stand beside files. */
export interface BuildResult {
  readonly id: string;
  readonly files: readonly OutputFile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly bot?: Bot;
}

/** A build whose files are made one by one, as they are asked for: all of a large bot's do not fit into memory. */
export interface Prepared extends Omit<BuildResult, 'files'> {
  readonly files: (() => AsyncGenerator<PiecewiseFile>) | undefined;
}

/**
 * Builds one integration up to the gate. Writes nothing.
 *
 *     readSpecs → parseYaml → validate → normalize → check │ compile → render → verify → pack
 *      folder      YamlFile    Written     Bot       (gate) │  Plan     KoreBot  (gate)   files
 *
 * Left of the gate an author's mistakes are collected, and all of them are shown. Right of it a mistake is ours and thrown.
 */
export function prepare(root: string, id: string, templates: Templates = loadTemplates(templateFolder)): Prepared {
  const { report, diagnostics, hasErrors } = collect();
  const folder = readSpecs(root, id);
  const written = readWritten(folder, report);
  const bot = written && normalize(written, report);
  if (bot) check(bot, folder, report);
  if (!bot || hasErrors()) return { id, files: undefined, diagnostics };
  async function* files(of: Bot): AsyncGenerator<PiecewiseFile> {
    yield* outputFiles(assemble(of, templates));
    const texts = [...documents(of, folder, transcriptsOf(root)), ...batchTests(of)];
    for (const { path, bytes } of texts) yield { path, pieces: [bytes] };
  }
  return { id, files: () => files(bot), diagnostics, bot };
}

/** `prepare`, and all files at once. */
export async function build(root: string, id: string, templates?: Templates): Promise<BuildResult> {
  const { files, ...prepared } = prepare(root, id, templates);
  if (!files) return { ...prepared, files };
  return { ...prepared, files: await collected(files()) };
}

/** The project's own templates. */
export const templateFolder = join(__dirname, '..', 'templates');

function assemble(bot: Bot, templates: Templates): Makers {
  const shared = { flows: flowsOf(bot), render: renderer(templates) };
  return {
    id: bot.id,
    icon: bot.icon ?? defaultIcon,
    actions: bot.actions.map((action) => action.id),
    maker: (target) => maker(bot, target, shared),
  };
}

/** Makes the whole bot, or one action alone. */
type Maker = (only?: string) => KoreBot;

/** What the targets of a bot have in common, made once. */
interface Shared {
  readonly flows: Flows;
  readonly render: Render;
}

/** `compile → render → verify` for one target. What the whole bot and its actions have in common is made once. */
function maker(bot: Bot, target: Target, { flows, render }: Shared): Maker {
  const laidOut = layOut(bot, target, flows);
  const violationsOf = verifier();
  return (only) => {
    const plan = planOf(laidOut, only);
    return sound(
      { target, definition: render(plan.definition) as Definition, config: render(plan.config) as Config },
      only,
      violationsOf,
    );
  };
}

/** `maker`, for one bot only. */
export const make = (bot: Bot, target: Target, templates: Templates, only?: string): KoreBot =>
  maker(bot, target, { flows: flowsOf(bot), render: renderer(templates) })(only);

/** The bot itself when it keeps every rule of the format; throws otherwise, for that is our mistake. */
export function sound(built: KoreBot, only?: string, violationsOf: Verify = verify): KoreBot {
  const violations = violationsOf(built);
  if (violations.length === 0) return built;
  const shown = violations.slice(0, 10).map((v) => `  ${v.rule}  ${v.where}  ${v.message}`);
  throw new Error(
    `The built ${built.target} ${only ?? 'bot'} breaks ${violations.length} rules of the format:\n${shown.join('\n')}`,
  );
}
