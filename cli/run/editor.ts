import { serveEditor } from '../../editor/server';
import { templateFolder } from '../../generator/build';
import { helpFor } from '../reports/help';
import { loadTemplates } from '../../generator/render/load';

/** Serves the editor that started this process until it leaves. Exit code 0. */
export async function editorCommand(root: string): Promise<0> {
  const templates = loadTemplates(templateFolder);
  await serveEditor({ root, templates, help: helpFor, input: process.stdin, output: process.stdout });
  return 0;
}
