const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { window, workspace } = require('vscode');

/** Starts the language server of the tool that each folder of the window has installed. */
exports.activate = async (context) => {
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const load = createRequire(join(uri.fsPath, 'package.json'));
    try {
      const tool = dirname(load.resolve('kore-action-templates/package.json'));
      await load(join(tool, 'lib', 'editor', 'vscode.js')).start(context, uri.fsPath, tool);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
      void window.showWarningMessage(
        'kore-action-templates is not installed: run npm install, then reload the window.',
      );
    }
  }
};
