import type { Body } from '../../model/body';
import type { Phrase } from '../../model/model';
import { placeholders } from '../../model/text';
import { constant, type Expression } from '../expressions';
import type { Checker } from './checked';

/** A value of a body as the script makes it: an expression, or an object, a list or one item for each thing of a list. */
export type BodyView =
  | { readonly value: Expression }
  | { readonly members: readonly (BodyView & { readonly key: string })[] }
  | { readonly items: readonly BodyView[] }
  /** `open`: there may be none, and then nothing is sent. */
  | { readonly each: Expression; readonly item: BodyView; readonly open: boolean };

/** A body as the script makes it; `name` is what its values are called when they have to be checked. */
export function bodyView(body: Body, checks: Checker, name = 'value'): BodyView {
  if (typeof body !== 'object' || body === null) return { value: constant(body) };
  if (!('kind' in body)) return { value: checks.value(name, body) };
  if (body.kind === 'object' && body.members.size === 0) return { value: constant({}) };
  if (body.kind === 'list') {
    const items = body.items.map((one) => bodyView(one, checks, name));
    const values = items.flatMap((one) => ('value' in one ? [one.value] : []));
    return values.length === items.length ? { value: { kind: 'list', values } } : { items };
  }
  if (body.kind === 'each') {
    const open = placeholders(body.input.text).some((one) => checks.isOpen(one.name));
    return { each: checks.value(name, body.input), item: bodyView(body.item, checks, name), open };
  }
  return { members: [...body.members].map(([key, one]) => ({ key, ...bodyView(one, checks, key) })) };
}

/** Filters that leave a value out when it is nothing that can be sent. */
const LEAVES_OUT: ReadonlySet<string> = new Set(['optionalGid']);

/** Whether a value of a body may be missing, because its input is `open` or a filter leaves it out, so that what is then empty has to go. */
export const mayBeMissing = (phrases: readonly Phrase[], open: ReadonlySet<string>): boolean =>
  phrases.some(({ text }) =>
    placeholders(text).some(
      ({ name, filters }) => (text.length === 1 && open.has(name)) || filters.some((use) => LEAVES_OUT.has(use.name)),
    ),
  );
