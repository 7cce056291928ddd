import { valueLike } from '../../apis/openapi/value-like';
import type { DraftInput } from './draft';
import type { PlainSchema } from './openapi/plain-schema';

/** Answers of the types that have a form of their own. */
const BY_TYPE: Readonly<Partial<Record<DraftInput['type'], string>>> = {
  date: '2026-12-01',
  datetime: '1 December 2026 at 3pm',
  url: 'https://example.com',
  boolean: 'yes',
  email: 'ada@example.com',
  number: '3',
};

/** An answer that looks like what a field of such a name holds. */
export const exampleFor = (name: string, type: DraftInput['type']): string =>
  BY_TYPE[type] ?? valueLike(name) ?? 'blue';

/** An answer that fits the field: the document's own where it is plain, else one like its name; as long as the schema wants it. */
export function exampleAnswer(name: string, type: DraftInput['type'], schema: PlainSchema): string {
  if (type === 'number' || type === 'pattern') return String(numberFor(schema, type === 'pattern'));
  const own = type === 'text' ? ownExample(schema) : undefined;
  const text = own ?? exampleFor(name, type);
  return type === 'text' ? fitted(text, schema) : text;
}

function numberFor({ example, least, most, default: given }: PlainSchema, isId: boolean): number {
  const [found] = [example, given].filter((one): one is number => typeof one === 'number' && Number.isSafeInteger(one));
  const wanted = found ?? (isId ? 1001 : 3);
  return Math.min(Math.max(wanted, least ?? (isId ? 1 : wanted)), most ?? Infinity);
}

/** What the document gives as an example is taken when a person could say it: no markup, no placeholder, one short line. */
function ownExample({ example, format }: PlainSchema): string | undefined {
  if (format === 'uuid') return '3fa85f64-5717-4562-b3fc-2c963f66afa6';
  if (typeof example === 'number' && Number.isSafeInteger(example)) return String(example);
  if (typeof example !== 'string') return undefined;
  return /^[\p{L}\p{N}][\p{L}\p{N} .@:+/-]{0,38}[\p{L}\p{N}]$/u.test(example) && !/ {2}|https?:/.test(example)
    ? example
    : undefined;
}

function fitted(text: string, { minLength, maxLength }: PlainSchema): string {
  const long = text.length >= minLength ? text : text.repeat(Math.ceil(Math.min(minLength, 200) / text.length));
  const wanted = minLength > text.length ? long.slice(0, minLength) : long;
  return wanted.length > maxLength ? wanted.slice(0, maxLength).trim() || 'a' : wanted;
}
