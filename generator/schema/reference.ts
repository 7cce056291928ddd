import { filters, shapeNames, type Filter } from '../model/filters';
import { inputTypes } from '../model/input-types';
import { looks } from '../model/looks';
import { outcomes } from '../model/outcomes';
import { emittedSchemas, type JsonSchema } from './emitted';

/** Where the generated part of `specs/README.md` begins and ends. */
const FROM = '<!-- made by npm run schemas from here on -->';

/** The reference with its generated part made anew from the constructs, filters, types and looks. */
export function referenceText(written: string): string {
  const [own = ''] = written.split(FROM);
  return `${own.trimEnd()}\n\n${FROM}\n\n${tables().join('\n\n')}\n`;
}

function tables(): readonly string[] {
  const schemas = emittedSchemas();
  const parts = defsOf(schemas['parts.schema.json']);
  return [
    '## Every key of an action',
    keys(schemas['action.schema.json'] ?? {}),
    '## Every key of bot.yaml',
    keys(schemas['bot.schema.json'] ?? {}),
    ...Object.entries(parts).flatMap(([name, part]) => [
      `## Every key of a ${name}`,
      `${sentence(part)}\n\n${keys(part)}`,
    ]),
    '## Types of inputs',
    table(
      ['`type`', 'what counts as an answer'],
      Object.entries(inputTypes).map(([name, { says }]) => [code(name), says]),
    ),
    '## Looks',
    table(
      ['`look`', 'is', 'needs', 'shows'],
      Object.entries(looks).map(([name, look]) => [
        code(name),
        look.says,
        look.needs.map(code).join(' '),
        look.shows.map(code).join(' '),
      ]),
    ),
    '## Outcomes',
    `${outcomes.map(code).join(', ')}, \`done\` and \`unsure\`; and those of \`outcomes\`.`,
    '## Filters of requests',
    filterTable('request'),
    '## Filters of answers',
    filterTable('response'),
  ];
}

const defsOf = (schema: JsonSchema = {}): Readonly<Record<string, JsonSchema>> =>
  (schema['$defs'] ?? {}) as Readonly<Record<string, JsonSchema>>;

const filterTable = (place: Filter['for']) =>
  table(
    ['filter', 'makes', 'of'],
    Object.entries<Filter>(filters)
      .filter(([, filter]) => filter.for === place)
      .map(([name, { args, says, takes }]) => [
        code(args.length === 0 ? name : `${name}(${args.join(', ')})`),
        says,
        takes.length > 6 ? 'any single value' : takes.map((shape) => shapeNames[shape]).join(', '),
      ]),
  );

/** Every key with its way, its type and what it is; what is written in several places has a table of its own. */
const keys = (schema: JsonSchema): string =>
  table(
    ['key', 'is', 'means'],
    [...keysOf(schema, '')].map(([path, one]) => [code(path), typeOf(one), sentence(one)]),
  );

function* keysOf(schema: JsonSchema, path: string): Generator<readonly [string, JsonSchema]> {
  const { properties, additionalProperties, items } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly additionalProperties?: JsonSchema | boolean;
    readonly items?: JsonSchema;
  };
  for (const [name, one] of Object.entries(properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`;
    yield [at, one];
    yield* keysOf(one, at);
  }
  if (typeof additionalProperties === 'object')
    yield* keysOf(additionalProperties, `${path === '' ? '' : `${path}.`}…`);
  if (items !== undefined) yield* keysOf(items, `${path}[]`);
}

function typeOf(schema: JsonSchema): string {
  const ref = schema['$ref'];
  if (typeof ref === 'string') return `a ${ref.replace(/^.*\//, '')}`;
  const values = schema['enum'];
  if (Array.isArray(values)) return values.map(code).join(' ');
  const names: Readonly<Record<string, string>> = { object: 'block', array: 'list', string: 'text', integer: 'number' };
  return [(schema['type'] ?? []) as string | readonly string[]]
    .flat()
    .map((type) => names[type] ?? type)
    .join(' or ');
}

/** The first paragraph: lists of filters have tables of their own. */
const sentence = (schema: JsonSchema) => ((schema['description'] ?? '') as string).split(/\s*Filters:/)[0] ?? '';

const code = (text: unknown) => `\`${String(text)}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
