import type { Diff, ItemChange, ChangeKind, NodeChange } from './diff';

/**
 * The same diff as an incremental import would carry it out: what is missing from the new files stays in the bot, and
 * with `append` so do training sentences (documented by the platform), and so do settings and profiles (inferred). What is
 * gone *inside* a dialog is removed.
 */
export function asIncrementalImport(diff: Diff, options: { readonly utterances: 'append' | 'replace' }): Diff {
  return {
    ...diff,
    settings: diff.settings.filter((setting) => setting.gone !== true),
    dialogs: diff.dialogs.map((dialog) => ({
      ...keep(dialog),
      utterances:
        options.utterances === 'append' || dialog.kind === 'removed'
          ? dialog.utterances.map((u) => ({ ...u, kind: kept(u.kind) }))
          : dialog.utterances,
      nodes: dialog.kind === 'removed' ? dialog.nodes.map(keepNode) : dialog.nodes,
    })),
    components: diff.components.map(keep),
    variables: diff.variables.map(keep),
    events: diff.events.map(keep),
  };
}

const kept = (kind: ChangeKind): ChangeKind => (kind === 'removed' ? 'kept' : kind);
const keep = <T extends ItemChange>(item: T): T => ({ ...item, kind: kept(item.kind) });
const keepNode = (node: NodeChange): NodeChange => ({
  ...keep(node),
  ...(node.nodes && { nodes: node.nodes.map(keep) }),
});
