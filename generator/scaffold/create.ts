import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { openSchema, schemaFor } from '../../apis/graphql/schema';
import type { Bot } from '../model/model';
import { placeholders, plainOf } from '../model/text';
import type { SpecFolder } from '../source/read';
import { actionYaml, utterancesYaml } from './action-yaml';
import { chatSkeleton } from './chat';
import type { Draft, Drafted, DraftProblem } from './draft';
import { draftFromGraphql, type GraphqlRequestDraft } from './graphql-draft';
import { botYaml, stubJson, variablesOf, withStub } from './integration-yaml';
import { botOf } from './read-bot';
import { draftFromRest, type RestRequestDraft } from './rest-draft';
import { proposeUtterances, type Proposed } from './utterances';

/** A file to be written, relative to the project, with forward slashes. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** It exists already and gets an addition; every other file must be new. */
  readonly extends?: true;
}

/** What comes of a request: files, with what the build says about them; or the reasons why there are none. */
export interface Created {
  readonly files: readonly NewFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly DraftProblem[];
}

/** What a new action finds beside the specs. */
export interface TranscriptPlaces {
  /** Where its transcript goes. */
  readonly chat: string;
  /** The prepared answers of its integration, if it has some. */
  readonly stub?: string;
}

/** A new action of an integration. `folder` is its folder as it is. */
export function createAction(
  folder: SpecFolder,
  request: GraphqlRequestDraft | RestRequestDraft,
  beside: TranscriptPlaces,
): Created {
  const { bot, diagnostics } = botOf(folder);
  if (!bot) return { files: [], diagnostics, problems: [] };
  const drafted = 'query' in request ? graphqlDraft(folder, bot, request) : draftFromRest(request);
  if ('problems' in drafted) return { files: [], diagnostics: [], problems: drafted.problems };
  const files = actionFiles(folder.id, drafted.draft, bot, beside);
  return checked(folder, files, diagnostics);
}

/** A new integration: `bot.yaml`, one REST action, its transcript and the prepared answers that the transcript uses. */
export function createIntegration(
  folder: SpecFolder,
  host: string,
  request: RestRequestDraft,
  beside: TranscriptPlaces,
): Created {
  const drafted = draftFromRest(request);
  if ('problems' in drafted) return { files: [], diagnostics: [], problems: drafted.problems };
  const bot: NewFile = { path: `${folder.path}/bot.yaml`, text: botYaml(folder.id, host, drafted.draft) };
  return checked(folder, [bot, ...actionFiles(folder.id, drafted.draft, undefined, beside)], []);
}

function actionFiles(
  id: string,
  draft: Draft,
  bot: Bot | undefined,
  { chat, stub }: TranscriptPlaces,
): readonly NewFile[] {
  const taken = new Set(bot ? bot.spoken[0].actions.flatMap((a) => [...a.utterances, ...a.tests]).map(wordsOf) : []);
  const proposed = proposeUtterances(draft, (utterance) => taken.has(normal(utterance)));
  const throttled = bot && plainThrottled(bot);
  const rest = draft.request.kind === 'rest';
  const stubPath = `specs/${id}/stubs/${id}.json`;
  const text = chatSkeleton(draft, {
    utterances: proposed.utterances,
    ...(throttled === undefined ? {} : { throttled }),
    ...(rest
      ? {
          stub: {
            file: posix.relative(posix.dirname(chat), stubPath),
            env: { [variablesOf(id).subdomain]: 'example' },
          },
        }
      : {}),
  });
  return [
    ...specFiles(id, draft, proposed, bot),
    { path: chat, text },
    ...(rest && stub === undefined ? [{ path: stubPath, text: stubJson(draft) }] : []),
    ...(rest && stub !== undefined ? [{ path: stubPath, text: withStub(stub, draft), extends: true as const }] : []),
  ];
}

/** The spec; where other actions have a file with their utterances, what is held back goes into one, too. */
function specFiles(id: string, draft: Draft, proposed: Proposed, bot: Bot | undefined): readonly NewFile[] {
  const path = `specs/${id}/${draft.id}.yaml`;
  if (!bot || bot.utteranceFiles.length === 0 || proposed.tests.length === 0)
    return [{ path, text: actionYaml(draft, proposed) }];
  const said = utterancesYaml(bot.spoken[0].language, proposed);
  return [
    { path, text: actionYaml(draft, { ...proposed, tests: [] }) },
    { path: `specs/${id}/utterances/${draft.id}.yaml`, text: said },
  ];
}

/** Runs the build's own checks over the folder with the new files in it; `before` is what they said without. */
function checked(folder: SpecFolder, files: readonly NewFile[], before: readonly Diagnostic[]): Created {
  const added = files
    .filter((f) => f.path.startsWith(`${folder.path}/`) && f.path.endsWith('.yaml'))
    .map(({ path, text }) => ({ name: path.slice(folder.path.length + 1), path, text }));
  const said = new Set(before.map(({ code, message }) => `${code} ${message}`));
  const { diagnostics } = botOf({
    ...folder,
    yaml: [...folder.yaml, ...added].sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
  // Warnings that the folder has had before are not about the new files.
  const news = diagnostics.filter((d) => d.severity === 'error' || !said.has(`${d.code} ${d.message}`));
  return { files, diagnostics: news, problems: [] };
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

function plainThrottled(bot: Bot): string | undefined {
  const text = bot.spoken[0].texts.shared.get('throttled')?.text?.text ?? [];
  return placeholders(text).length === 0 && plainOf(text) !== '' ? plainOf(text) : undefined;
}

/** Words in small letters, as the check for doubled utterances compares them. */
const normal = (text: string) =>
  text
    .replace(/\$\{(\w+)\}/g, '$$$1')
    .toLowerCase()
    .split(/[^\p{L}\p{N}$_']+/u)
    .filter((w) => w !== '')
    .join(' ');

const wordsOf = (phrase: Bot['actions'][number]['title']) =>
  normal(phrase.text.map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join(''));
