import type { Place, Report } from '../diagnostics/diagnostic';
import { iconProblem } from '../model/icon';
import { dataAt } from '../model/overlay';
import type { SpecFiles, SpecRule } from './rule';

/** The icon exists and is one that the platform takes. */
export const iconIsSound: SpecRule = (bot, report, files) => {
  const { file } = bot.where;
  const { icon } = file.data as { readonly icon?: string };
  if (icon === undefined) return;
  const bytes = files.bytes(icon);
  const at = file.at(['icon']);
  if (!bytes) return isMissing(icon, at, report, files);
  const problem = iconProblem(bytes);
  if (problem !== undefined) report(at, 'bad-icon', problem);
};

/** The API's schema of the pinned version is there; if not, the versions that are there are named. */
export const schemaIsThere: SpecRule = (bot, report, files) => {
  const { graphql } = bot.service;
  if (graphql?.schema === undefined || files.bytes(graphql.schema) !== undefined) return;
  const { file, path } = graphql.where;
  const written = String(dataAt(file.data, [...path, 'schema']));
  const why = files.refused?.(graphql.schema);
  if (why !== undefined) return report(file.at([...path, 'schema']), 'not-a-file', graphql.schema, why);
  if (!written.includes('${version}')) return isMissing(graphql.schema, file.at([...path, 'schema']), report, files);
  const [before = '', after = ''] = written.split('${version}');
  const known = files.files
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length));
  report(file.at([...path, 'version']), 'missing-schema', graphql.version, graphql.schema, known);
};

/** What no spec names, the chapter of the install guide and the transcripts, is not left out without a word either. */
export const otherFilesAreRead: SpecRule = (bot, report, files) => {
  const { path } = bot.where.file.at([]);
  for (const name of ['install.md', ...(files.transcripts ?? [])]) {
    const why = files.refused?.(name);
    const place = { path: path.replace('bot.yaml', name), text: '', start: 0, end: 0 };
    if (why !== undefined) report(place, 'not-a-file', name, why);
  }
};

/** Says that a file that a spec names is not there; or why it is not read. */
export function isMissing(name: string, at: Place, report: Report, files: SpecFiles): void {
  const why = files.refused?.(name);
  if (why === undefined) report(at, 'missing-file', name);
  else report(at, 'not-a-file', name, why);
}
