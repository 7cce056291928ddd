import { join } from 'node:path';
import { check } from './check';
import { compile } from './compile/bot';
import { collect, type Diagnostic } from './diagnostics/diagnostic';
import { TARGETS, type Config, type Definition, type KoreBot, type Target } from './kore/format';
import { verify } from './kore/verify';
import type { Bot } from './model/model';
import { normalize } from './model/normalize';
import { defaultIcon } from './package/icon';
import { output, type Built } from './package/output';
import type { OutputFile } from './package/pack';
import { readWritten } from './read';
import { loadTemplates, type Templates } from './render/load';
import { render } from './render/render';
import { readSpecs } from './source/read';

/** What a build came to: files for `dist/`, or none and the reasons. Warnings may stand beside files. */
export interface BuildResult {
  readonly id: string;
  readonly files: readonly OutputFile[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly bot?: Bot;
}

/**
 * Builds one integration. Writes nothing.
 *
 *     readSpecs → parseYaml → validate → normalize → check │ compile → render → verify → pack
 *      folder      YamlFile    Written     Bot       (gate) │  Plan     KoreBot  (gate)   files
 *
 * Left of the gate an author's mistakes are collected, and all of them are shown. Right of it a mistake is ours and thrown.
 */
export async function build(
  root: string,
  id: string,
  templates: Templates = loadTemplates(templateFolder),
): Promise<BuildResult> {
  const { report, diagnostics, hasErrors } = collect();
  const folder = readSpecs(root, id);
  const written = readWritten(folder, report);
  const bot = written && normalize(written, report);
  if (bot) check(bot, folder, report);
  if (!bot || hasErrors()) return { id, files: undefined, diagnostics };
  const files = await output(assemble(bot, templates));
  return { id, files, diagnostics, bot };
}

/** The project's own templates. */
export const templateFolder = join(__dirname, '..', 'templates');

function assemble(bot: Bot, templates: Templates): Built {
  const forTargets = (only?: string) =>
    Object.fromEntries(TARGETS.map((t) => [t, make(bot, t, templates, only)])) as Record<Target, KoreBot>;
  return {
    id: bot.id,
    icon: bot.icon ?? defaultIcon,
    whole: forTargets(),
    actions: bot.actions.map((action) => ({ id: action.id, bots: forTargets(action.id) })),
  };
}

/** `compile → render → verify` for one target: the whole bot, or one action alone. */
export function make(bot: Bot, target: Target, templates: Templates, only?: string): KoreBot {
  const plan = compile(bot, target, only);
  const built: KoreBot = {
    target,
    definition: render(plan.definition, templates) as Definition,
    config: render(plan.config, templates) as Config,
  };
  const violations = verify(built);
  if (violations.length > 0) {
    const shown = violations.slice(0, 10).map((v) => `  ${v.rule}  ${v.where}  ${v.message}`);
    throw new Error(
      `The built ${target} ${only ?? 'bot'} breaks ${violations.length} rules of the format:\n${shown.join('\n')}`,
    );
  }
  return built;
}
