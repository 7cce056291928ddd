import { readFileSync } from 'node:fs';
import { isAbsolute, join, posix } from 'node:path';
import { build, type BuildResult } from '../../generator/build';
import { inOrder, type Diagnostic } from '../../generator/diagnostics/diagnostic';
import { jsonDiagnostic, positionOf, printDiagnostic } from '../../generator/diagnostics/print';
import { maskSecrets } from '../../generator/diagnostics/secrets';
import { decodeUtf8 } from '../../generator/source/decode';
import { CONFIG_FILE, DEFINITION_FILE, TARGETS, type KoreBot } from '../../kore/format';
import { verify } from '../../kore/verify';
import { readEntries } from '../../kore/zip/entries';
import type { OutputFile } from '../../kore/zip/pack';
import { templates } from '../build/specs';
import type { Project } from './project';

/** Of the processor's time, which a busy machine does not lengthen. */
const LONGEST_MS = 2000;

/** What must not come of a case. The message says which promise was broken. */
export class Broken extends Error {}

export const must = (holds: boolean, otherwise: () => string): void => {
  if (!holds) throw new Broken(otherwise());
};

/**
 * Builds a project as it stands and holds the build to its promises: it throws nothing, is quick, points to real places of
 * real files, writes below `dist/` alone, and what it builds keeps the rules of the format. `changed` is the only file that
 * is not sound: when the files cannot even be used, nothing else is to blame.
 */
export async function judge(project: Project, changed: string): Promise<BuildResult> {
  const before = process.cpuUsage();
  const result = await build(project.root, project.id, templates);
  const printed = inOrder(result.diagnostics).map((d) => printDiagnostic(d, { color: false }));
  const { user, system } = process.cpuUsage(before);
  for (const d of new Set([...result.diagnostics.slice(0, 20), ...result.diagnostics.slice(-20)])) sayable(d, project);
  must(
    printed.every((text) => text.length < 20_000),
    () => `it says ${Math.max(...printed.map((t) => t.length))} characters`,
  );
  must((user + system) / 1000 < LONGEST_MS, () => `it took ${Math.round((user + system) / 1000)} ms`);
  const errors = result.diagnostics.filter((d) => d.severity === 'error');
  must((result.files === undefined) === errors.length > 0, () => 'errors and files, or neither of them');
  // Without a model of the bot no rule has looked across files.
  const early = errors.filter((d) => EARLY.has(d.code));
  for (const d of early) must(d.place.path.endsWith(`/${changed}`), () => `${d.code} is about ${d.place.path}`);
  for (const file of result.files ?? []) placed(file);
  if (result.files) await sound(result);
  must(!('polluted' in Object.prototype), () => 'the prototype of all objects was changed');
  return result;
}

/** Codes of one file alone: what YAML or the schemas say about it. */
const EARLY: ReadonlySet<string> = new Set([
  ...['yaml-syntax', 'yaml-alias', 'yaml-too-deep', 'duplicate-key', 'empty-file', 'file-too-large', 'unknown-key'],
  ...['missing-key', 'wrong-type', 'wrong-value', 'wrong-form', 'wrong-name', 'looks-like-secret'],
]);

/** A diagnostic points into a file that there is, and can be said in both ways. */
function sayable(diagnostic: Diagnostic, { root }: Project): void {
  const { place, code } = diagnostic;
  const where = `${code} at ${place.path}`;
  must(/^specs\/[^/]+\/./.test(place.path), () => `${where} names no spec`);
  const text = maskSecrets(decodeUtf8(readFileSync(join(root, place.path))).text);
  must(text.startsWith(place.text.slice(0, 80)), () => `${where} shows another text than the file's`);
  must(place.start >= 0 && place.end >= place.start, () => `${where} ends before it begins`);
  must(place.end <= text.length, () => `${where} ends behind the file`);
  const { line, column } = positionOf(place);
  const lines = text.split('\n');
  must(line >= 1 && line <= lines.length, () => `${where}: there is no line ${line}`);
  must(
    column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1,
    () => `${where}: line ${line} has no column ${column}`,
  );
  const broken = /\bundefined\b|\[object |\bNaN\b/;
  must(!broken.test(diagnostic.message) || broken.test(text), () => `${where} says ${diagnostic.message}`);
  JSON.stringify(jsonDiagnostic(diagnostic));
}

/** A path that stays below the output folder on every system. */
function placed({ path }: OutputFile): void {
  const safe = !isAbsolute(path) && !/[\\:*?"<>|\p{Cc}]/u.test(path) && posix.normalize(path) === path;
  must(
    safe && !path.split('/').some((part) => part.startsWith('..') || part === ''),
    () => `it writes ${JSON.stringify(path)}`,
  );
}

/** The zips of the whole bot are read back, and keep every rule. */
async function sound({ id, files = [] }: BuildResult): Promise<void> {
  for (const target of TARGETS) {
    const bot = await readBack(files, `${id}-${target}.zip`);
    must(bot.target === target, () => `${target} is read as ${bot.target}`);
    const violations = verify(bot);
    must(violations.length === 0, () => JSON.stringify(violations.slice(0, 3)));
  }
}

/** The bot in one of the zips that a build made, as its files say it: the reader of exports would fill in what is missing. */
export async function readBack(files: readonly OutputFile[], name: string): Promise<KoreBot> {
  const zip = files.find((f) => f.path === name);
  if (!zip) throw new Broken(`there is no ${name}`);
  const entries = await readEntries(Buffer.from(zip.bytes));
  const json = (file: string): unknown => JSON.parse(entries.get(file)?.toString('utf8') ?? 'null') as unknown;
  const target = TARGETS.find((one) => entries.has(DEFINITION_FILE[one]));
  if (target === undefined) throw new Broken(`${name} holds no definition`);
  return { target, definition: json(DEFINITION_FILE[target]), config: json(CONFIG_FILE) } as KoreBot;
}
