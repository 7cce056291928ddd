import {
  CompletionItemKind,
  createConnection,
  ErrorCodes,
  type Location,
  type Range,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentPositionParams,
  TextDocuments,
  TextDocumentSyncKind,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Templates } from '../generator/render/load';
import { cursorAt } from './cursor';
import { definitionOf } from './definitions';
import { actionAt, type CursorContext } from './known';
import type { Completion } from './offer';
import { offersAt } from './offers';
import { explained, pointedAt, type Pointed } from './pointed';
import { renameOf } from './rename-input';
import { reportDiagnostics, type Reporter } from './report-diagnostics';
import { workspace, type Workspace } from './workspace';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  filter: CompletionItemKind.Function,
  input: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  action: CompletionItemKind.Reference,
  path: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  graphql: CompletionItemKind.Field,
};

/** What a server is made of; the streams carry the protocol. */
export interface Served extends Pick<Reporter, 'help'> {
  readonly root: string;
  readonly templates: Templates;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * Serves editors: what the build says while one types, what fits at the cursor, what a word means, where it is defined, and what
 * changes with the name of an input. Resolves when the editor has left.
 */
export function serveEditor({ root, templates, help, input, output }: Served): Promise<void> {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const documents = new TextDocuments(TextDocument);
  const project = workspace(root, templates);
  const look = (integration: string) => project.look(integration, openTexts(project, documents));
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['{', '|', ':', ' ', '.', '"', '$', '('] },
      hoverProvider: true,
      definitionProvider: true,
      renameProvider: { prepareProvider: true },
    },
  }));
  reportDiagnostics(connection, documents, { project, look, help });

  /** The text of a document of the project, and what is known of a place in it. */
  const at = ({ textDocument, position }: TextDocumentPositionParams) => {
    const document = documents.get(textDocument.uri);
    const file = project.fileOf(textDocument.uri);
    if (!document || !file) return undefined;
    const text = document.getText();
    const place = { line: position.line, column: position.character };
    const { folder, bot } = look(file.integration);
    const name = file.path.slice(folder.path.length + 1);
    const cursor = cursorAt(text, place);
    const context: CursorContext = { name, folder, bot, action: actionAt(name, cursor.path, bot) };
    return { file, position, cursor, context, pointed: () => pointedAt(text, place, name) };
  };
  type At = NonNullable<ReturnType<typeof at>>;
  const pointedIn = (params: TextDocumentPositionParams): { place: At; pointed: Pointed } | undefined => {
    const place = at(params);
    const pointed = place?.pointed();
    return place && pointed && { place, pointed };
  };

  connection.onCompletion((params) => {
    const place = at(params);
    if (!place) return [];
    const { cursor, context, position } = place;
    const typed = /[\w-]*$/.exec(cursor.line.slice(0, cursor.column))?.[0].length ?? 0;
    const start = { line: position.line, character: position.character - typed };
    return offersAt(cursor, context).map(({ label, kind, says }, i) => ({
      label,
      kind: KINDS[kind],
      documentation: says,
      sortText: String(i).padStart(4, '0'),
      textEdit: { range: { start, end: position }, newText: label },
    }));
  });
  connection.onHover((params) => {
    const found = pointedIn(params);
    const value = found && explained(found.pointed, found.place.context);
    return value === undefined ? null : { contents: { kind: 'markdown', value } };
  });
  connection.onDefinition((params): Location | null => {
    const found = pointedIn(params);
    const defined = found && definitionOf(found.pointed, found.place.context);
    if (!defined) return null;
    const start = { line: defined.line, character: defined.column };
    return { uri: project.uriOf(defined.path), range: { start, end: start } };
  });
  connection.onPrepareRename((params): Range | null => {
    const found = pointedIn(params);
    return found && renameOf(found.pointed, found.place.context) ? rangeOf(found.pointed, params) : null;
  });
  connection.onRenameRequest((params): WorkspaceEdit | ResponseError => {
    const found = pointedIn(params);
    const rename = found && renameOf(found.pointed, found.place.context);
    if (!rename) return refused('Only inputs of actions can be renamed here.');
    const edits = rename(params.newName, (changed) => project.errorsIn(changed));
    if (typeof edits === 'string') return refused(edits);
    const changes: NonNullable<WorkspaceEdit['changes']> = {};
    for (const { path, range, newText } of edits) (changes[project.uriOf(path)] ??= []).push({ range, newText });
    return { changes };
  });
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

const rangeOf = ({ start, end }: Pointed, { position: { line } }: TextDocumentPositionParams): Range => ({
  start: { line, character: start },
  end: { line, character: end },
});

const refused = (why: string) => new ResponseError(ErrorCodes.InvalidRequest, why);

const openTexts = (project: Workspace, documents: TextDocuments<TextDocument>): ReadonlyMap<string, string> =>
  new Map(
    documents.all().flatMap((document): [string, string][] => {
      const file = project.fileOf(document.uri);
      return file ? [[file.path, document.getText()]] : [];
    }),
  );
