import type { Diff, DialogChange, FieldChange, ItemChange } from '../../../kore/diff/diff';

export const NOTHING: Diff = {
  ...{ before: 'Old', after: 'New' },
  ...{ identity: [], settings: [], dialogs: [], components: [], variables: [], events: [] },
};

export const diff = (change: Partial<Diff>): Diff => ({ ...NOTHING, ...change });

export const item = (change: Partial<ItemChange> = {}): ItemChange => ({
  ...{ kind: 'changed', name: 'X', type: 'event', fields: [] },
  ...change,
});

export const dialog = (change: Partial<DialogChange> = {}): DialogChange => ({
  ...item({ type: 'dialog', name: 'D' }),
  ...{ nodes: [], utterances: [] },
  ...change,
});

export const field = (before?: string, after?: string, name = 'f'): FieldChange => ({
  ...{ field: name, as: 'value' },
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

export const identity = { type: 'dialog', name: 'D', before: 'r1', after: 'r2' } as const;
