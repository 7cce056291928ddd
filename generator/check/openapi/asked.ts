import { RuntimeValue, type AskedType } from '../../../apis/openapi/check-body';
import { filters, type Filter } from '../../model/filters';
import type { Input } from '../../model/input';
import type { Action, Phrase } from '../../model/model';
import { placeholders } from '../../model/text';

/** What a text with a placeholder is when it is sent; undefined for a constant. A placeholder alone keeps its type. */
export function runtimeValueOf({ text }: Phrase, { inputs }: Action): RuntimeValue | undefined {
  const [first] = placeholders(text);
  if (first === undefined) return undefined;
  if (text.length > 1) return new RuntimeValue('string');
  const gives = first.filters.map(({ name }): Filter => filters[name]).at(-1)?.gives;
  if (gives !== undefined) return new RuntimeValue(typeOfShape(gives));
  const input = inputs.find(({ name }) => name === first.name);
  if (input === undefined)
    return new RuntimeValue(first.name.includes('.') || first.name === 'once' ? 'string' : undefined);
  return new RuntimeValue(typeOf(input), input.many ? [] : input.choices.map(({ value }) => value));
}

const typeOfShape = (shape: Filter['gives']): AskedType =>
  shape === 'number' || shape === 'boolean' ? shape : shape === 'list' ? 'array' : 'string';

function typeOf({ type, many, source }: Input): AskedType {
  if (many) return 'array';
  if (source !== undefined) return 'string';
  if (type === 'number' || type === 'amount') return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}
