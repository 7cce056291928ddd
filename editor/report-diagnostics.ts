import { DiagnosticSeverity, type Connection, type TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../generator/diagnostics/diagnostic';
import { positionOf } from '../generator/diagnostics/print';
import type { Looked, SpecFile, Workspace } from './workspace';

/** Milliseconds without a key before a text that is typed is looked at. */
const QUIET = 30;

/** What diagnostics are made from. */
export interface Reporter {
  readonly project: Workspace;
  readonly look: (integration: string) => Looked;
  /** The address of the page that explains a code. */
  readonly help: (code: string) => string;
}

/** Tells the editor what the build says, for every file of the integration in which something was typed. */
export function reportDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { project, look, help }: Reporter,
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
        diagnostics: (byPath.get(path) ?? []).map((one) => asEditors(one, help)),
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

function asEditors({ place, severity, code, message }: Diagnostic, help: Reporter['help']) {
  const { line, column, endLine, endColumn } = positionOf(place);
  return {
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    },
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'kore-action-templates',
    code,
    codeDescription: { href: help(code) },
    message,
  };
}
