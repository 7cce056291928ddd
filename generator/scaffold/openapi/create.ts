import type { ApiDocument } from '../../../apis/openapi/document';
import type { Operation } from '../../../apis/openapi/operations';
import { operationsOf } from '../../../apis/openapi/operations';
import { nearest } from '../../diagnostics/suggest';
import type { Bot } from '../../model/model';
import type { SpecFolder } from '../../source/read';
import type { Draft, DraftProblem } from '../draft';
import { actionFiles, checked, takenIn, type Created, type NewFile } from '../files';
import { botYaml } from '../integration-yaml';
import { documentPath, keptDocument, operationsInUse, withDocument } from '../keep-document';
import { readableBot } from '../read-bot';
import { titleOf } from '../words';
import { serviceOf } from './bot-service';
import { draftFromOperation } from './from-operation';
import { idOf } from './naming';

/** Operations of a document that are to become actions. */
export interface DocumentSelection {
  readonly document: ApiDocument;
  readonly operations: readonly Operation[];
  /** For one operation: what the action is called. */
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
}

/** Where the transcript of an action goes. */
export type ChatPath = (action: string) => string;

/** Finds an operation by its id, or as `POST /tickets`; what comes near is named where there is none. */
export function operationNamed(document: ApiDocument, name: string): Operation | { readonly near: string | undefined } {
  const all = operationsOf(document);
  const [, method = '', path = ''] = /^([A-Za-z]+) (\/\S*)$/.exec(name.trim()) ?? [];
  const found =
    all.find(({ id }) => id === name) ??
    all.find((one) => one.method === method.toLowerCase() && one.path === path) ??
    all.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const known = path === '' ? all.map(({ id }) => id) : all.map((one) => `${one.method.toUpperCase()} ${one.path}`);
  return { near: nearest(name, known) };
}

/** New actions of an integration from a document, of which what they use is kept beside `bot.yaml`. */
export function createFromDocument(folder: SpecFolder, selection: DocumentSelection, chatOf: ChatPath): Created {
  const { bot, diagnostics, folder: readable } = readableBot(folder);
  if (!bot) return { files: [], diagnostics, problems: [] };
  const { drafts, problems } = draftsOf(selection, bot);
  if (problems.length > 0) return { files: [], diagnostics: [], problems };
  const name = bot.service.openapi ?? documentPath(folder.id);
  // Where there was no document, what the other actions use comes with it.
  const operations = [...new Set([...selection.operations, ...operationsInUse(selection.document, bot).used])];
  const before = folder.bytes(name)?.toString('utf8');
  const kept = {
    path: `${folder.path}/${name}`,
    text: keptDocument(selection.document, operations, before),
    ...(before !== undefined && { extends: true as const }),
  };
  const renamed = bot.service.openapi === undefined ? namedIn(folder, name) : [];
  return checked(readable, [kept, ...renamed, ...filesOf(folder.id, drafts, bot, chatOf)], diagnostics);
}

/** A new integration from a document: `bot.yaml`, actions, transcripts and the document. */
export function createIntegrationFromDocument(
  folder: SpecFolder,
  selection: DocumentSelection,
  chatOf: ChatPath,
): Created {
  const { drafts, problems } = draftsOf(selection, undefined);
  if (problems.length > 0) return { files: [], diagnostics: [], problems };
  const service = serviceOf(folder.id, selection.document);
  const files: readonly NewFile[] = [
    { path: `${folder.path}/bot.yaml`, text: botYaml(folder.id, service, drafts) },
    { path: `${folder.path}/${documentPath(folder.id)}`, text: keptDocument(selection.document, selection.operations) },
    ...filesOf(folder.id, drafts, undefined, chatOf),
  ];
  return checked(folder, files, []);
}

/** `bot.yaml` with a line that names the document. */
function namedIn(folder: SpecFolder, name: string): readonly NewFile[] {
  const written = folder.yaml.find((file) => file.name === 'bot.yaml');
  const text = written && withDocument(written.text, name);
  return text === undefined ? [] : [{ path: `${folder.path}/bot.yaml`, text, extends: true }];
}

function filesOf(id: string, drafts: readonly Draft[], bot: Bot | undefined, chatOf: ChatPath): readonly NewFile[] {
  const taken = takenIn(bot);
  return drafts.flatMap((draft) => actionFiles(id, draft, bot, { chat: chatOf(draft.id), documented: true }, taken));
}

/** Ids and titles are those of the document as long as no other action has them. */
function draftsOf(
  selection: DocumentSelection,
  bot: Bot | undefined,
): { readonly drafts: readonly Draft[]; readonly problems: readonly DraftProblem[] } {
  const ids = new Set(bot?.actions.map(({ id }) => id) ?? []);
  const titles = new Set<string>();
  const drafts: Draft[] = [];
  const problems: DraftProblem[] = [];
  const single = selection.operations.length === 1;
  for (const operation of selection.operations) {
    const id = (single ? selection.id : undefined) ?? free(idOf(operation), ids);
    const made = draftFromOperation(selection.document, operation, { id, ...(single && named(selection)) });
    if ('problems' in made) {
      problems.push(...made.problems);
      continue;
    }
    ids.add(id);
    const title = titles.has(made.draft.title.toLowerCase()) ? titleOf(id) : made.draft.title;
    titles.add(title.toLowerCase());
    drafts.push({ ...made.draft, title });
  }
  return { drafts, problems };
}

const named = ({ title, description }: DocumentSelection) => ({
  ...(title !== undefined && { title }),
  ...(description !== undefined && { description }),
});

function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let i = 2; ; i += 1) if (!taken.has(`${id}-${i}`)) return `${id}-${i}`;
}
