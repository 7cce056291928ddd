import { TARGETS, type Target } from '../format';
import type { BotIndex } from './bot-index';
import { textAt, type FormatItem, type ItemText } from './item';

/** One broken place: `where` is a JSON Pointer from the `KoreBot`. */
export interface Finding {
  readonly where: string;
  readonly message: string;
}

/** A statement that holds in every real export of its targets. `check` yields each place where a bot breaks it and never throws. */
export interface Rule {
  /** What it demands, and its short code: `component-ids-are-unique (A1)`. */
  readonly id: string;
  readonly title: string;
  readonly targets: readonly Target[];
  readonly check: (bot: BotIndex) => Iterable<Finding>;
}

/** A rule of both targets, unless told otherwise. */
export const rule = (id: string, title: string, check: Rule['check'], targets: readonly Target[] = TARGETS): Rule => ({
  id,
  title,
  targets,
  check,
});

/** Yields each text that stood before in the list. `kind` names what repeats. */
export function* duplicates(kind: string, list: Iterable<ItemText>): Generator<Finding> {
  const first = new Map<string, string>();
  for (const { at, text: name } of list) {
    const before = first.get(name);
    if (before === undefined) first.set(name, at);
    else yield { where: at, message: `${kind} "${name}" stands already at ${before}` };
  }
}

/** Yields each text that is no key of `known`. `kind` names what the text should be. */
export function* dangling(
  kind: string,
  list: Iterable<ItemText>,
  known: { has(name: string): boolean },
): Generator<Finding> {
  for (const { at, text: name } of list) if (!known.has(name)) yield { where: at, message: `"${name}" is not ${kind}` };
}

/** The text under a key of each item that has one, with its place. */
export function* textsAt(key: string, list: Iterable<FormatItem>): Generator<ItemText> {
  for (const item of list) {
    const found = textAt(item, key);
    if (found !== undefined) yield { at: `${item.at}/${key}`, text: found };
  }
}
