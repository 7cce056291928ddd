import { positionOf } from '../generator/diagnostics/print';
import type { SpecFolder } from '../generator/source/read';
import type { CursorContext } from './known';
import type { Pointed } from './pointed';
import { renamed, type Edit } from './rename';

/** A change of one stretch of a file; lines and columns count from 0. */
export interface FileEdit {
  readonly path: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** What changes with another name, or why that name cannot be taken. `errorsIn` counts the errors of specs. */
export type Rename = (to: string, errorsIn: (folder: SpecFolder) => number) => readonly FileEdit[] | string;

/** The renaming of the input that is pointed at; undefined for everything else. */
export function renameOf({ kind, word, of }: Pointed, { folder, bot, action }: CursorContext): Rename | undefined {
  const owner = of === undefined ? action : bot?.actions.find(({ id }) => id === of);
  const input = owner?.inputs.find(({ name }) => name === word);
  if (!owner || !input || (kind !== 'input' && kind !== 'name')) return undefined;
  return (to, errorsIn) => {
    if (!/^[A-Za-z]\w*$/.test(to)) return `"${to}" cannot be the name of an input: letters, digits and _ alone.`;
    if (owner.inputs.some(({ name }) => name === to)) return `${owner.id} has an input "${to}" already.`;
    if (errorsIn(folder) > 0)
      return 'The specs have errors. Mend them first: in what cannot be read nothing is renamed.';
    const edits = renamed(folder, owner, word);
    if (errorsIn(edited(folder, edits, to)) > 0)
      return `With the name "${to}" the specs would have errors: it may stand for something else there.`;
    return edits.map((edit) => changeOf(edit, to));
  };
}

function edited(folder: SpecFolder, edits: readonly Edit[], to: string): SpecFolder {
  const yaml = folder.yaml.map((file) => {
    const own = edits.filter(({ path }) => path === file.path).sort((a, b) => b.start - a.start);
    return {
      ...file,
      text: own.reduce((text, { start, end }) => text.slice(0, start) + to + text.slice(end), file.text),
    };
  });
  return { ...folder, yaml };
}

function changeOf(edit: Edit, newText: string): FileEdit {
  const { line, column, endLine, endColumn } = positionOf(edit);
  return {
    path: edit.path,
    range: {
      start: { line: line - 1, character: column - 1 },
      end: { line: endLine - 1, character: endColumn - 1 },
    },
    newText,
  };
}
