import { outsidesOf } from '../generator/model/request-phrases';
import type { Field } from '../generator/model/model';
import { baseOf, belowList, joined, partAt } from './answer-paths';
import type { CursorContext } from './known';
import type { Completion } from './offer';

/** The names that placeholders of a text may use, with where their values come from. */
export function placeholderNames(path: readonly string[], context: CursorContext): readonly Completion[] {
  const { action } = context;
  if (!action) return [];
  const own = path[0] === 'actions' ? path.slice(2) : path;
  const inputs = action.inputs.map(({ name, label }): Completion => ({
    label: name,
    kind: 'input',
    says: `what the action asks for: ${label.text.filter((part) => typeof part === 'string').join('')}`,
  }));
  if (own[0] === 'request') return [...inputs, ...outsideNames(context)];
  if (own[0] === 'inputs')
    return ['example', 'label'].map((label) => ({ label, kind: 'field', says: 'of this input' }));
  return ['reply', 'next', 'keep'].includes(own[0] ?? '')
    ? [...inputs, ...fieldNames(action.response.fields, context)]
    : inputs;
}

/** Fields of the answer and of the entries of its lists. */
function fieldNames(
  fields: readonly Field[],
  context: CursorContext,
  base = baseOf(['response', 'fields'], context) ?? '',
): readonly Completion[] {
  return fields.flatMap((field): readonly Completion[] => {
    const path = 'each' in field ? field.each : field.path;
    const type = partAt(joined(base, path), context)?.type;
    const one: Completion = { label: field.name, kind: 'field', says: type === undefined ? path : `${path}: ${type}` };
    return 'each' in field ? [one, ...fieldNames(field.fields, context, belowList(base, path))] : [one];
  });
}

function outsideNames({ bot, action }: CursorContext): readonly Completion[] {
  const variables = (bot?.variables ?? []).map(({ key }): Completion => ({
    label: `env.${key}`,
    kind: 'input',
    says: 'a variable of the bot',
  }));
  const session = action ? outsidesOf(action).filter(({ from }) => from === 'session') : [];
  return [
    ...variables,
    ...session.map(({ name }): Completion => ({
      label: `session.${name}`,
      kind: 'input',
      says: 'a value of the session',
    })),
  ];
}
