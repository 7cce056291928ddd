import type { Component, KoreBot } from '../format';
import { flatten, comparedBot } from './bot-index';
import type { ComparedBot } from './bot-index';
import { diffComponent, diffDialogs } from './dialogs';
import type { Diff, ItemChange } from './diff';
import { diffEvents } from './events';
import { diffIdentity } from './identity';
import { diffItems } from './items';
import { diffSettings } from './settings';
import { diffVariables } from './variables';
import { ownValue } from '../own-value';

/**
 * What differs in meaning between two bots. Things are matched by `refId`, as an import does; ids of one copy, hashes,
 * dates and places on the canvas do not count; texts are compared decoded. Never holds the value of a secret.
 */
export function diffBots(before: KoreBot, after: KoreBot): Diff {
  const sides = { before: comparedBot(before), after: comparedBot(after), told: new Set<string>() };
  const dialogs = diffDialogs(sides);
  return {
    before: botName(before),
    after: botName(after),
    identity: diffIdentity(before, after),
    settings: diffSettings(sides.before, sides.after),
    dialogs,
    components: looseComponents(sides),
    variables: diffVariables(before, after),
    events: diffEvents(sides.before, sides.after),
  };
}

function botName({ config, definition }: KoreBot): string {
  const name = ownValue(definition.localeData ?? {}, definition.defaultLanguage)?.['name'];
  return typeof name === 'string' ? name : config.name;
}

/** Components in no dialog of either side. */
function looseComponents(sides: Parameters<typeof diffDialogs>[0]): readonly ItemChange[] {
  const placed = new Set([...placedIn(sides.before), ...placedIn(sides.after)]);
  const loose = (index: ComparedBot): readonly Component[] =>
    index.bot.definition.dialogComponents.filter((c) => !placed.has(c.refId));
  const keys = [(c: Component) => c.refId, (c: Component) => c.name.toLowerCase()];
  return diffItems(loose(sides.before), loose(sides.after), keys, (b, a) => diffComponent(b, a, sides));
}

const placedIn = (index: ComparedBot): readonly string[] =>
  index.bot.definition.dialogs.flatMap((d) => flatten(d, index).flatMap((n) => n.component?.refId ?? []));
