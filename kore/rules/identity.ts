import type { BotIndex } from './bot-index';
import { items, textAt, type FormatItem, type ItemText } from './item';
import { duplicates, rule, textsAt, type Finding } from './rule';

const dialogItems = (bot: BotIndex) => bot.dialogs.map((dialog) => dialog.item);

export const componentIdsAreUnique = rule('component-ids-are-unique (A1)', 'Component _ids are unique.', (bot) =>
  duplicates('component _id', textsAt('_id', bot.components)),
);
export const componentRefIdsAreUnique = rule(
  'component-ref-ids-are-unique (A2)',
  'Component refIds are unique.',
  (bot) => duplicates('component refId', textsAt('refId', bot.components)),
);
export const dialogIdsAreUnique = rule('dialog-ids-are-unique (A3)', 'Dialog _ids are unique.', (bot) =>
  duplicates('dialog _id', textsAt('_id', dialogItems(bot))),
);
export const dialogRefIdsAreUnique = rule('dialog-ref-ids-are-unique (A4)', 'Dialog refIds are unique.', (bot) =>
  duplicates('dialog refId', textsAt('refId', dialogItems(bot))),
);

export const refIdsAreNotShared = rule(
  'ref-ids-are-not-shared (A5)',
  'No refId is shared between dialogs, components, scenes and namespaces.',
  function* (bot) {
    const kindOf = new Map<string, string>();
    const kinds = { dialog: dialogItems(bot), component: bot.components, scene: bot.scenes, namespace: bot.namespaces };
    for (const [kind, list] of Object.entries(kinds)) {
      for (const { at, text: refId } of textsAt('refId', list)) {
        const other = kindOf.get(refId) ?? kind;
        if (other !== kind) yield { where: at, message: `refId "${refId}" is that of a ${other} too` };
        else kindOf.set(refId, kind);
      }
    }
  },
);

/** The rule that a repeated name breaks first, so that each mistake is reported once. */
type NameClash = 'A6' | 'A6b' | 'A6c';

function* nameClashes(bot: BotIndex, wanted: NameClash): Generator<Finding> {
  for (const group of alike(bot.components)) {
    const exact = new Set<string>();
    const ofType = new Set<string>();
    for (const { at, name, type } of group) {
      const clash = exact.has(`${type} ${name}`) ? 'A6' : ofType.has(type) ? 'A6b' : 'A6c';
      if (exact.size > 0 && clash === wanted)
        yield { where: `${at}/name`, message: `the name "${name}" is taken, first by ${group[0]?.at}` };
      exact.add(`${type} ${name}`);
      ofType.add(type);
    }
  }
}

/** Groups of components whose names differ in upper and lower case at most. */
function alike(components: readonly FormatItem[]): readonly (readonly Named[])[] {
  const groups = new Map<string, Named[]>();
  for (const component of components) {
    const name = textAt(component, 'name');
    if (name === undefined) continue;
    const named = { at: component.at, name, type: textAt(component, 'type') ?? '' };
    const group = groups.get(name.toLowerCase());
    if (group) group.push(named);
    else groups.set(name.toLowerCase(), [named]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

interface Named {
  readonly at: string;
  readonly name: string;
  readonly type: string;
}

export const componentNamesAreUnique = rule(
  'component-names-are-unique (A6)',
  'Component names are unique within their type.',
  (bot) => nameClashes(bot, 'A6'),
);
export const componentNamesDifferInMoreThanCase = rule(
  'component-names-differ-in-more-than-case (A6b)',
  'Component names of one type differ in more than upper and lower case.',
  (bot) => nameClashes(bot, 'A6b'),
);
export const componentNamesAreUniqueOverTypes = rule(
  'component-names-are-unique-over-types (A6c)',
  'Component names are unique over all types, whatever their case.',
  (bot) => nameClashes(bot, 'A6c'),
);

export const dialogNamesAreUnique = rule('dialog-names-are-unique (A7)', 'Dialog lnames are unique.', (bot) =>
  duplicates('lname', textsAt('lname', dialogItems(bot))),
);

export const componentsAreSorted = rule(
  'components-are-sorted (A8)',
  'dialogComponents are sorted by _id.',
  function* (bot) {
    let last: ItemText | undefined;
    for (const here of textsAt('_id', bot.components)) {
      if (last !== undefined && here.text < last.text)
        yield { where: here.at, message: `"${here.text}" sorts before "${last.text}"` };
      last = here;
    }
  },
);

export const sentenceIdsAreUnique = rule('sentence-ids-are-unique (A9)', 'Sentence _ids are unique.', (bot) =>
  duplicates('sentence _id', textsAt('_id', items(bot.definition, 'sentences'))),
);
