import { check } from '../check';
import { graphqlIsValid } from '../check/graphql';
import type { SpecFiles } from '../check/rule';
import { collect, type Diagnostic } from '../diagnostics/diagnostic';
import type { Action, Bot } from '../model/model';

/**
 * `check` that remembers which queries were found sound: the rule about GraphQL, which costs more than all others
 * together, runs again only for actions whose query, variables, scopes or paths have changed, or that had a finding.
 */
export function rememberChecks(): (bot: Bot, beside: SpecFiles) => readonly Diagnostic[] {
  let sound = new Map<string, string>();
  let against: Buffer | undefined;
  return (bot, beside) => {
    const { report, diagnostics } = collect();
    check(withoutSchema(bot), beside, report);
    const schema = schemaBytes(bot, beside);
    if (schema !== against) sound.clear();
    against = schema;
    const keys = new Map(bot.actions.map((action) => [action.id, queryKey(bot, action)]));
    const doubtful = bot.actions.filter((action) => sound.get(action.id) !== keys.get(action.id));
    const about = collect();
    if (doubtful.length > 0) graphqlIsValid({ ...bot, actions: doubtful }, about.report, beside);
    const found = new Set(about.diagnostics.map((d) => d.place.path));
    const general = found.has(bot.where.file.path);
    sound = new Map([...keys].filter(([id]) => !general && !found.has(pathOf(bot, id))));
    return [...diagnostics, ...about.diagnostics];
  };
}

/** The schema file; the same buffer as long as it holds the same bytes. */
function schemaBytes(bot: Bot, beside: SpecFiles): Buffer | undefined {
  const name = bot.service.graphql?.schema;
  return name === undefined ? undefined : beside.bytes(name);
}

/** The rule about GraphQL has nothing to look at without a schema. */
function withoutSchema(bot: Bot): Bot {
  const { graphql } = bot.service;
  if (!graphql) return bot;
  const { path, version, where } = graphql;
  return { ...bot, service: { ...bot.service, graphql: { path, version, where } } };
}

/** Everything that the rule about GraphQL reads of an action. */
function queryKey(bot: Bot, action: Action): string {
  const { request, response, scopes } = action.where.file.data as Readonly<Record<string, unknown>>;
  return JSON.stringify([bot.service.graphql?.schema, bot.service.graphql?.version, request, response, scopes]);
}

const pathOf = (bot: Bot, id: string) => bot.actions.find((a) => a.id === id)?.where.file.path ?? '';
