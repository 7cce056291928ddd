import {
  CompletionItemKind,
  createConnection,
  DiagnosticSeverity,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type Location,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../generator/diagnostics/diagnostic';
import { positionOf } from '../generator/diagnostics/print';
import type { Templates } from '../generator/render/load';
import { definitionOf } from './definitions';
import { explained, offersAt, pointedAt, type Offer } from './offers';
import { workspace, type Looked, type SpecFile, type Workspace } from './workspace';

/** Milliseconds without a key before a text that is typed is looked at. */
const QUIET = 30;

const KINDS: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  filter: CompletionItemKind.Function,
  input: CompletionItemKind.Variable,
  field: CompletionItemKind.Field,
  action: CompletionItemKind.Reference,
};

/** What a server is made of; the streams carry the protocol. Resolves when the editor has left. */
export interface Served {
  readonly root: string;
  readonly templates: Templates;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Serves editors: what the build says while one types, what fits at the cursor, what a word means and where it is defined. */
export function serveEditor({ root, templates, input, output }: Served): Promise<void> {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const documents = new TextDocuments(TextDocument);
  const project = workspace(root, templates);
  const look = (integration: string) => project.look(integration, openTexts(project, documents));
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['{', '|', ':', ' '] },
      hoverProvider: true,
      definitionProvider: true,
    },
  }));
  reportDiagnostics(connection, documents, project, look);
  const at = ({ textDocument, position }: TextDocumentPositionParams) => {
    const document = documents.get(textDocument.uri);
    const file = project.fileOf(textDocument.uri);
    if (!document || !file) return undefined;
    const start = { line: position.line, character: 0 };
    const line = document.getText({ start, end: { line: position.line + 1, character: 0 } }).replace(/\r?\n$/, '');
    return { file, line, column: position.character, looked: look(file.integration) };
  };
  connection.onCompletion((params) => {
    const place = at(params);
    if (!place) return [];
    const { looked, file, line, column } = place;
    return offersAt(line.slice(0, column), file.path, looked.folder, looked.bot).map(({ label, kind, says }) => ({
      label,
      kind: KINDS[kind],
      documentation: says,
    }));
  });
  connection.onHover((params) => {
    const place = at(params);
    const pointed = place && pointedAt(place.line, place.column);
    const value = pointed && explained(pointed, place.file.path, place.looked.bot);
    return value === undefined ? null : { contents: { kind: 'markdown', value } };
  });
  connection.onDefinition((params): Location | null => {
    const place = at(params);
    const pointed = place && pointedAt(place.line, place.column);
    const defined = pointed && definitionOf(pointed, place.file.path, place.looked.folder);
    if (!defined) return null;
    const start = { line: defined.line, character: defined.column };
    return { uri: project.uriOf(defined.path), range: { start, end: start } };
  });
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

const openTexts = (project: Workspace, documents: TextDocuments<TextDocument>): ReadonlyMap<string, string> =>
  new Map(
    documents.all().flatMap((document): [string, string][] => {
      const file = project.fileOf(document.uri);
      return file ? [[file.path, document.getText()]] : [];
    }),
  );

/** Tells the editor what the build says, for every file of the integration in which something was typed. */
function reportDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  project: Workspace,
  look: (integration: string) => Looked,
): void {
  const told = new Map<string, ReadonlySet<string>>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const tell = ({ integration }: SpecFile) => {
    const byPath = new Map<string, Diagnostic[]>();
    for (const d of look(integration).diagnostics) byPath.set(d.place.path, [...(byPath.get(d.place.path) ?? []), d]);
    // A file that has none any more is told so.
    for (const path of new Set([...byPath.keys(), ...(told.get(integration) ?? [])]))
      void connection.sendDiagnostics({
        uri: project.uriOf(path),
        diagnostics: (byPath.get(path) ?? []).map(asEditors),
      });
    told.set(integration, new Set(byPath.keys()));
  };
  documents.onDidChangeContent(({ document }) => {
    const file = project.fileOf(document.uri);
    if (!file) return;
    clearTimeout(waiting.get(file.integration));
    waiting.set(
      file.integration,
      setTimeout(() => tell(file), QUIET),
    );
  });
}

function asEditors({ place, severity, code, message }: Diagnostic) {
  const { line, column, endLine, endColumn } = positionOf(place);
  return {
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    },
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'kore-action-templates',
    code,
    message,
  };
}
