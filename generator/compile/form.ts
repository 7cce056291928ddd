import type { Body } from '../model/body';
import type { Bot, Phrase, RestRequest } from '../model/model';
import { pageKeys } from '../model/paging';
import { placeholders, plainOf } from '../model/text';
import { secretMembers } from '../model/direct';
import { mayBeMissing } from './scripts/body';

/** One field of a form: its key, such as `address[city]`, and what it holds. */
export interface FormBodyField {
  readonly key: string;
  /** The name of the value that the script makes; none where it is known at build time. */
  readonly name?: string;
  readonly value: Phrase | string;
}

/**
 * The fields of a form whose keys are all known at build time, as the vendor's samples write forms. Undefined for another
 * body, and for one with lists of unknown length or values that may be missing: the script then makes all of it.
 */
export function formBodyFields(
  request: RestRequest,
  open: ReadonlySet<string>,
  bot: Pick<Bot, 'variables' | 'credentials'>,
): readonly FormBodyField[] | undefined {
  const { as, body, paging } = request;
  if (as !== 'form' || body === undefined || pageKeys(paging) !== undefined) return undefined;
  const leaves = leavesOf('', body, open);
  if (leaves === undefined) return undefined;
  let count = 0;
  const secrets = secretMembers(request, bot);
  const others = leaves.filter(({ key }) => secrets.every(({ name }) => name !== key));
  const own = others.map(({ key, value }): FormBodyField => {
    if (typeof value !== 'object' || value === null) return { key, value: String(value ?? '') };
    if (placeholders(value.text).length === 0) return { key, value: plainOf(value.text) };
    return { key, name: `field${count++}`, value };
  });
  return [...own, ...secrets.map(({ name, variable }) => ({ key: name, value: `{{env.${variable}}}` }))];
}

type Leaf = { readonly key: string; readonly value: Phrase | number | boolean | null };

function leavesOf(key: string, body: Body, open: ReadonlySet<string>): readonly Leaf[] | undefined {
  if (typeof body !== 'object' || body === null) return [{ key, value: body }];
  if (!('kind' in body)) return mayBeMissing([body], open) ? undefined : [{ key, value: body }];
  if (body.kind === 'each') return undefined;
  const members: readonly (readonly [string | number, Body])[] =
    body.kind === 'object' ? [...body.members] : [...body.items.entries()];
  const all = members.map(([name, one]) => leavesOf(key === '' ? String(name) : `${key}[${name}]`, one, open));
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}
