import { objectIdOf, refIdOf } from './ids';
import type { Layout } from './layout';
import type { Listing } from './part';
import { piece, type Piece } from './plan';

/** The reference of a dialog's storyboard, derived from the dialog's own. */
export const sceneOf = (dialog: string): string => refIdOf(`${dialog}/scene`);

/**
 * The storyboards of XO 10: every dialog of the 2024 exports has one (134 of 134), with the note that the platform puts
 * there, and nothing else.
 */
export function storyboards(
  layout: Layout,
  dialogs: readonly Listing[],
): { readonly scenes: readonly Piece[]; readonly sceneNotes: readonly Piece[] } {
  const boards = dialogs.map(({ refId: dialog, name }) => {
    const [refId, note] = [sceneOf(dialog), refIdOf(`${dialog}/scene-note`)];
    const [id, noteId] = [objectIdOf('sn', layout.bot, refId), objectIdOf('snc', layout.bot, note)];
    return {
      scene: piece('xo10/scene', {
        ...{ id, refId, dialog, name, bot: layout.bot },
        notes: { [noteId]: { childs: [], parentId: null, seqId: 'Id1' } },
        links: { [noteId]: { dialogRefId: dialog } },
      }),
      note: piece('xo10/scene-note', { id: noteId, refId: note, scene: id, bot: layout.bot }),
    };
  });
  return { scenes: boards.map((one) => one.scene), sceneNotes: boards.map((one) => one.note) };
}
