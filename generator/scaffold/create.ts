import { openSchema, schemaFor } from '../../apis/graphql/schema';
import type { Bot } from '../model/model';
import { placeholders } from '../model/text';
import type { SpecFolder } from '../source/read';
import type { Drafted } from './draft';
import { actionFiles, checked, takenIn, type Created, type NewFile, type TranscriptPlaces } from './files';
import { draftFromGraphql, type GraphqlRequestDraft } from './graphql-draft';
import { botYaml, subdomainService } from './integration-yaml';
import { readableBot } from './read-bot';
import { draftFromRest, type RestRequestDraft } from './rest-draft';

/** A new action of an integration. `folder` is its folder as it is. */
export function createAction(
  folder: SpecFolder,
  request: GraphqlRequestDraft | RestRequestDraft,
  transcripts: TranscriptPlaces,
): Created {
  const { bot, diagnostics, folder: readable } = readableBot(folder);
  if (!bot) return { files: [], diagnostics, problems: [] };
  const drafted = 'query' in request ? graphqlDraft(folder, bot, request) : draftFromRest(request);
  if ('problems' in drafted) return { files: [], diagnostics: [], problems: drafted.problems };
  const files = actionFiles(folder.id, drafted.draft, bot, transcripts, takenIn(bot));
  return checked(readable, files, diagnostics);
}

/** A new integration: `bot.yaml`, one REST action, its transcript and the prepared answers that the transcript uses. */
export function createIntegration(
  folder: SpecFolder,
  host: string,
  request: RestRequestDraft,
  transcripts: TranscriptPlaces,
): Created {
  const drafted = draftFromRest(request);
  if ('problems' in drafted) return { files: [], diagnostics: [], problems: drafted.problems };
  const bot: NewFile = {
    path: `${folder.path}/bot.yaml`,
    text: botYaml(folder.id, subdomainService(folder.id, host), [drafted.draft]),
  };
  return checked(
    folder,
    [bot, ...actionFiles(folder.id, drafted.draft, undefined, transcripts, takenIn(undefined))],
    [],
  );
}

function graphqlDraft(folder: SpecFolder, bot: Bot, request: GraphqlRequestDraft): Drafted {
  const name = bot.service.graphql?.schema;
  const bytes = name === undefined ? undefined : folder.bytes(name);
  if (!bytes)
    return {
      problems: [{ message: `${folder.path}/bot.yaml names no GraphQL schema to read the query against. Use --rest.` }],
    };
  return draftFromGraphql(schemaFor(openSchema(bytes)), request, {
    ...bot.scaffold,
    exampleFor: (gidType) => knownExample(bot, gidType),
  });
}

/** The example id that another action gives for a resource of this type: it is one that the local store has. */
function knownExample(bot: Bot, gidType: string): string | undefined {
  for (const { request, inputs } of bot.actions) {
    if (request.kind !== 'graphql') continue;
    for (const value of request.variables.values()) {
      if (typeof value !== 'object') continue;
      const uses = placeholders(value.text).filter((p) =>
        p.filters.some((f) => f.name === 'gid' && f.args[0] === gidType),
      );
      const input = inputs.find((i) => uses.some((p) => p.name === i.name));
      if (input?.example !== undefined) return input.example;
    }
  }
  return undefined;
}
