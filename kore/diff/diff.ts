/** What happened to a thing. `kept`: it is not in the new files, but an incremental import leaves it in the bot. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'kept';

/** A stretch of a text diff; the stretches of one text, joined, give both versions. */
export interface TextPart {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * One property that differs, in plain (decoded) text. `secret` differs too, but neither version may be shown. A value
 * that is missing on one side has no `before` or no `after`; `gone`: it is missing on the newer side.
 */
export type FieldChange =
  | {
      readonly field: string;
      readonly as: 'value';
      readonly before?: string;
      readonly after?: string;
      readonly gone?: true;
    }
  | { readonly field: string; readonly as: 'words'; readonly parts: readonly TextPart[]; readonly gone?: true }
  | { readonly field: string; readonly as: 'lines'; readonly parts: readonly TextPart[]; readonly gone?: true }
  | { readonly field: string; readonly as: 'secret'; readonly gone?: true };

/** A node, component, variable or event that differs. `type` is the platform's own word (`entity`, `service`, `env`). */
export interface ItemChange {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly type: string;
  readonly refId?: string;
  readonly fields: readonly FieldChange[];
}

/** A node that differs; or a look-up (type `look-up`), which is several nodes, with those of them that differ. */
export interface NodeChange extends ItemChange {
  /** The request of a look-up that was added or removed. */
  readonly sends?: string;
  readonly nodes?: readonly ItemChange[];
}

/** A training sentence; entities are marked `[1001](OrderId)`. `changed` means that only the marks differ. */
export interface UtteranceChange {
  readonly kind: ChangeKind;
  readonly language: string;
  readonly text: string;
}

export interface DialogChange extends ItemChange {
  readonly nodes: readonly NodeChange[];
  readonly utterances: readonly UtteranceChange[];
}

/** The same name under another `refId`: the platform matches on `refId`, so an import creates a second one. */
export interface IdentityChange {
  readonly type: 'dialog' | 'component';
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What differs in meaning between two bots. Nothing in it is a secret's value. All lists empty: they mean the same. */
export interface Diff {
  readonly before: string;
  readonly after: string;
  readonly identity: readonly IdentityChange[];
  readonly settings: readonly FieldChange[];
  readonly dialogs: readonly DialogChange[];
  /** Components that no dialog uses. */
  readonly components: readonly ItemChange[];
  readonly variables: readonly ItemChange[];
  readonly events: readonly ItemChange[];
}

/** True when the two bots mean the same; what is only kept is no difference. */
export const isEmpty = (diff: Diff): boolean =>
  diff.identity.length + diff.settings.length === 0 &&
  [...diff.components, ...diff.variables, ...diff.events].every((item) => item.kind === 'kept') &&
  diff.dialogs.every(
    (d) =>
      d.kind === 'kept' ||
      (d.kind === 'changed' && d.fields.length + d.nodes.length === 0 && d.utterances.every((u) => u.kind === 'kept')),
  );
