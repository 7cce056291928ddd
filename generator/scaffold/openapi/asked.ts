import type { ApiDocument, Schema } from '../../../apis/openapi/document';
import type { DraftInput, DraftValue } from '../draft';
import { labelOf, nameOf, questionFor } from '../words';
import { exampleAnswer } from '../examples';
import { plainSchema, type PlainSchema } from './plain-schema';
import { plainSentence } from './plain-text';
import { ownValue } from '../../../kore/own-value';

/** Collects what a request has to ask for; every input has a name of its own. */
export interface Asking {
  readonly inputs: readonly DraftInput[];
  /** Asks for a single value; gives what stands for it. */
  readonly ask: (wanted: RequestParameter) => DraftValue;
}

export interface RequestParameter {
  /** As the document writes it. */
  readonly name: string;
  /** What it belongs to, for a name that is taken or says nothing. */
  readonly of: string;
  readonly schema: Schema | undefined;
  readonly example?: unknown;
  readonly description?: string;
  readonly optional?: true;
  readonly many?: true;
  /** Parameters are texts on their way; in a body a number has to be one. */
  readonly inBody: boolean;
}

/** More choices than this nobody wants to read. */
const MOST_CHOICES = 15;

/** Names that mean something else in a spec, or that a part of every dialog has. */
const TAKEN = new Set([
  ...['once', 'item', 'reason', 'example', 'label', 'env', 'session'],
  ...['prepare', 'service', 'answer', 'found', 'next', 'empty', 'confirm', 'change', 'send', 'done', 'unsure'],
]);

/** `letters`: how long names may be. */
export function asking(document: ApiDocument, letters: number): Asking {
  const inputs: DraftInput[] = [];
  const nameFor = ({ name, of, inBody }: RequestParameter): string => {
    const short = shortName(nameOf(name.replace(/^\W+/, '')), letters);
    const long = shortName(nameOf(`${of} ${name}`), letters);
    const [first = short, ...others] = isVague(short) ? [long] : [short, long];
    const more = inBody ? [shortName(nameOf(`new ${name}`), letters)] : [];
    const numbered = [2, 3, 4, 5, 6, 7, 8, 9].map((i) => `${first.slice(0, Math.max(letters - 1, 2))}${i}`);
    const isFree = (one: string) => !TAKEN.has(one) && !inputs.some((input) => input.name === one);
    return [first, ...others, ...more, ...numbered].find(isFree) ?? `${first}${inputs.length}`;
  };
  return {
    inputs,
    ask: (wanted) => {
      const found = plainSchema(document, wanted.schema);
      const schema = wanted.example === undefined ? found : { ...found, example: wanted.example };
      const [only] = schema.values;
      if (schema.values.length === 1 && only !== undefined && !wanted.many) return wanted.inBody ? only : String(only);
      const name = nameFor(wanted);
      const input = inputFor(name, wanted, schema);
      inputs.push(input);
      return `\${${name}${filterFor(input, schema, wanted)}}`;
    },
  };
}

/** A number that a person says as a code is sent as a number all the same. */
const filterFor = (
  { type, many }: DraftInput,
  { type: wanted }: PlainSchema,
  { inBody, many: isList }: RequestParameter,
): string => {
  if (many || isList) return '';
  if (inBody && wanted === 'number' && type !== 'number') return ' | number';
  return type === 'text' && !inBody ? ' | trim' : '';
};

/** A name that tells nobody what it is of. */
const isVague = (name: string) => name === 'id' || name === 'value' || TAKEN.has(name);

/** The last words of a name, as many as there is room for; where that is hardly one, the beginning of the first with it. */
function shortName(name: string, letters: number): string {
  const all = name.match(/[A-Z]?[a-z\d]+|[A-Z]+/g) ?? [name];
  const words = [...all];
  while (words.length > 1 && words.join('').length > letters) words.shift();
  const end = words.join('').slice(0, Math.max(letters, 3));
  if (end.length > 3 || words.length === all.length) return nameOf(end);
  return nameOf(`${(all[0] ?? '').slice(0, Math.max(letters - end.length, 3))}${end}`);
}

function inputFor(name: string, wanted: RequestParameter, schema: PlainSchema): DraftInput {
  const type = typeFor(wanted.name, schema);
  const label = labelFor(name);
  const choices = type === 'choice' ? schema.values.map(String) : undefined;
  const about = plainSentence(wanted.description || schema.description, 100);
  return {
    name,
    type,
    label,
    question: questionOf(type, label, wanted),
    ...(choices ? { choices } : { example: exampleAnswer(wanted.name, type, schema) }),
    ...(type === 'pattern' && { pattern: String.raw`\b\d{1,19}\b` }),
    ...(wanted.optional && { optional: true as const }),
    ...(wanted.many && { many: true as const }),
    ...(type === 'number' && bounds(schema)),
    ...(about !== '' && { comment: about }),
  };
}

const bounds = ({ least, most }: PlainSchema) => ({
  ...(least !== undefined && Number.isSafeInteger(least) && { least }),
  ...(most !== undefined && Number.isSafeInteger(most) && { most }),
});

const labelFor = (name: string) => labelOf(name).slice(0, 60);

function typeFor(name: string, schema: PlainSchema): DraftInput['type'] {
  const { type, values, whole } = schema;
  if (type === 'boolean') return 'boolean';
  if (isChoice(values)) return 'choice';
  if (type === 'number') return whole && /(^|[a-z_])(id|number|no)$/i.test(name) ? 'pattern' : 'number';
  return values.length > 0 || type !== 'string' ? 'text' : textType(name, schema);
}

const isChoice = (values: PlainSchema['values']) =>
  values.length > 1 &&
  values.length <= MOST_CHOICES &&
  values.every((value) => String(value).length <= 40 && !/[<>{}\n]/.test(String(value)));

const FORMATS: Readonly<Record<string, DraftInput['type']>> = {
  email: 'email',
  'date-time': 'datetime',
  date: 'date',
  uri: 'url',
  url: 'url',
};

/** The format says what a text is; where there is none, its name may. */
function textType(name: string, { format, maxLength }: PlainSchema): DraftInput['type'] {
  const known = ownValue(FORMATS, format);
  if (known !== undefined) return known;
  if (/e-?mail$/i.test(name) && maxLength > 20) return 'email';
  return format === '' && /(^|_)date$/i.test(name) && maxLength > 9 ? 'date' : 'text';
}

function questionOf(type: DraftInput['type'], label: string, { many, optional }: RequestParameter): string {
  if (optional) return `What is the ${label}? You may leave it out.`;
  if (type === 'choice') return `Which ${label}?`;
  if (type === 'boolean') return `${label.charAt(0).toUpperCase()}${label.slice(1)}: yes or no?`;
  return many ? `Which ${label}? Several are separated by commas.` : questionFor(label);
}
