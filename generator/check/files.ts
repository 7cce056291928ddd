import { iconProblem } from '../model/icon';
import { dataAt } from '../model/overlay';
import type { SpecRule } from './rule';

/** The icon exists and is one that the platform takes. */
export const iconIsSound: SpecRule = (bot, report, beside) => {
  const { file } = bot.where;
  const { icon } = file.data as { readonly icon?: string };
  if (icon === undefined) return;
  const bytes = beside.bytes(icon);
  const at = file.at(['icon']);
  if (!bytes) return report(at, 'missing-file', icon);
  const problem = iconProblem(bytes);
  if (problem !== undefined) report(at, 'bad-icon', problem);
};

/** The API's schema of the pinned version is there; if not, the versions that are there are named. */
export const schemaIsThere: SpecRule = (bot, report, beside) => {
  const { graphql } = bot.service;
  if (graphql?.schema === undefined || beside.bytes(graphql.schema) !== undefined) return;
  const { file, path } = graphql.where;
  const written = String(dataAt(file.data, [...path, 'schema']));
  if (!written.includes('${version}')) return report(file.at([...path, 'schema']), 'missing-file', graphql.schema);
  const [before = '', after = ''] = written.split('${version}');
  const known = beside.files
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length));
  report(file.at([...path, 'version']), 'missing-schema', graphql.version, graphql.schema, known);
};
