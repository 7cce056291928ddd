import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/**
 * Starts the language server for a project in VS Code, which the extension in the project's `.vscode/extensions/` asks for; it ends
 * with the window. `tool` is the folder of the tool.
 */
export async function start(context: ExtensionContext, root: string, tool: string): Promise<void> {
  const client = new LanguageClient(
    'kore-action-templates',
    'Kore action templates',
    {
      module: join(tool, 'lib', 'cli', 'main.js'),
      args: ['editor'],
      transport: TransportKind.stdio,
      options: { cwd: root },
    },
    { documentSelector: [{ scheme: 'file', language: 'yaml', pattern: '**/specs/**/*.yaml' }] },
  );
  context.subscriptions.push(client);
  await client.start();
}
