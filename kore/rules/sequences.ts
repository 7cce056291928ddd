import type { BotIndex, IndexedDialog } from './bot-index';
import { at, has, items, textAt, type FormatItem } from './item';
import { duplicates, rule, textsAt, type Rule } from './rule';

/**
 * Rules of XO 11's flat canvas, observed in one app export: 9 dialogs, 44 sequences, 50 nodes. A dialog with botActions has
 * no sequences at all (observed in another app), and its nodes carry their places themselves.
 */
const xo11 = (id: string, title: string, check: Rule['check']): Rule => rule(id, title, check, ['xo11']);

/** Dialogs of the flat layout. */
const flatDialogs = (bot: BotIndex) => bot.dialogs.filter((dialog) => sequencesOf(dialog).length > 0);

const sequencesOf = (dialog: IndexedDialog) => items(dialog.item, 'sequences');

/** Made by the v3 builder, not migrated: migrated sequences are called `nd-<uuid5>`. */
const isNative = (sequence: FormatItem) =>
  textAt(sequence, 'nodeId') === 'intent0' || (textAt(sequence, 'nodeId')?.startsWith('nd-seq-') ?? false);

const nativeDialogs = (bot: BotIndex) =>
  bot.dialogs.filter((dialog) => textAt(dialog.item, 'dv') === 'v3' && sequencesOf(dialog).every(isNative));

export const nodesAreInOneSequence = xo11(
  'nodes-are-in-one-sequence (X1)',
  'Where there are sequences, each node is in one, with its type.',
  function* (bot) {
    for (const dialog of flatDialogs(bot)) {
      const placed = new Map<string, FormatItem[]>();
      for (const place of sequencesOf(dialog).flatMap((sequence) => items(sequence, 'nodes'))) {
        const id = textAt(place, 'nodeId') ?? '';
        const node = dialog.nodeById.get(id);
        if (node === undefined) yield { where: at(place, 'nodeId'), message: `"${id}" is not a nodeId of the dialog` };
        else if (textAt(node, 'type') !== textAt(place, 'type'))
          yield { where: at(place, 'type'), message: `the node is of type "${textAt(node, 'type') ?? ''}"` };
        const places = placed.get(id);
        if (places === undefined) placed.set(id, [place]);
        else places.push(place);
      }
      for (const [id, node] of dialog.nodeById) {
        const count = placed.get(id)?.length ?? 0;
        if (count !== 1) yield { where: node.at, message: `is in ${count} sequences, not in one` };
      }
    }
  },
);

export const firstSequenceIsIntent0 = xo11(
  'first-sequence-is-intent0 (X2)',
  'The first sequence is intent0, primaryIntent, and holds intent0 alone.',
  function* (bot) {
    for (const dialog of flatDialogs(bot)) {
      const [first] = sequencesOf(dialog);
      if (
        first !== undefined &&
        (textAt(first, 'nodeId') !== 'intent0' ||
          first.value['primaryIntent'] !== true ||
          items(first, 'nodes')
            .map((n) => textAt(n, 'nodeId'))
            .join() !== 'intent0')
      )
        yield { where: first.at, message: 'is not the sequence of intent0' };
    }
  },
);

export const sequenceIdsAreUnique = xo11(
  'sequence-ids-are-unique (X3)',
  "Sequences' nodeIds are unique within a dialog.",
  function* (bot) {
    for (const dialog of bot.dialogs) yield* duplicates('sequence', textsAt('nodeId', sequencesOf(dialog)));
  },
);

export const sequencesFollowDefaults = xo11(
  'sequences-follow-defaults (X4)',
  "Within a sequence each node's default leads to the next.",
  function* (bot) {
    for (const dialog of bot.dialogs)
      for (const sequence of sequencesOf(dialog)) {
        const ids = items(sequence, 'nodes').map((place) => textAt(place, 'nodeId') ?? '');
        for (const [i, next] of ids.slice(1).entries()) {
          const node = dialog.nodeById.get(ids[i] ?? '');
          const target = node && items(node, 'transitions').find((one) => has(one, 'default'));
          if (target !== undefined && textAt(target, 'default') !== next)
            yield { where: at(target, 'default'), message: `the next in ${sequence.at} is "${next}"` };
        }
      }
  },
);

export const nativeSequencesAreBare = xo11(
  'native-sequences-are-bare (X5)',
  'Native v3 sequences have no transitions and no componentIds.',
  function* (bot) {
    for (const dialog of nativeDialogs(bot))
      for (const sequence of sequencesOf(dialog)) {
        if (has(sequence, 'transitions'))
          yield { where: at(sequence, 'transitions'), message: 'only migrated sequences have it' };
        for (const place of items(sequence, 'nodes'))
          if (has(place, 'componentId'))
            yield { where: at(place, 'componentId'), message: 'only migrated sequences have it' };
      }
  },
);

export const onlyEntryHasPosition = xo11(
  'only-entry-has-position (X6)',
  'In a native v3 dialog no node but intent0 has a position.',
  function* (bot) {
    for (const dialog of nativeDialogs(bot))
      for (const node of dialog.nodes)
        for (const key of ['metadata', 'positionMeta'])
          if (textAt(node, 'nodeId') !== 'intent0' && has(node, key))
            yield { where: at(node, key), message: 'the sequence has the position' };
  },
);
