import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import actionSchema from '../../generator/schema/action.schema.json';
import botSchema from '../../generator/schema/bot.schema.json';
import localeSchema from '../../generator/schema/locale.schema.json';
import partsSchema from '../../generator/schema/parts.schema.json';
import utterancesSchema from '../../generator/schema/utterances.schema.json';
import { PROJECT } from '../build/specs';
import { startServer, type Server } from './language-server';

const FOLDER = 'specs/shopify';
const read = (name: string) => readFileSync(join(PROJECT, FOLDER, name), 'utf8');
const files = readdirSync(join(PROJECT, FOLDER), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.yaml'));

/** The schema of a file: its name in `generator/schema/`, and what it says. */
const schemaOf = (name: string) =>
  name.startsWith('locales/')
    ? (['locale', localeSchema] as const)
    : name.startsWith('utterances/')
      ? (['utterances', utterancesSchema] as const)
      : name === 'bot.yaml'
        ? (['bot', [botSchema, partsSchema]] as const)
        : (['action', [actionSchema, partsSchema]] as const);

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** A spec under another name, so that each test has a file of its own. */
const open = (name: string, edit: (text: string) => string = (text) => text) =>
  server.open(
    join(FOLDER, dirname(name), `test-${Math.random().toString(36).slice(2)}-${basename(name)}`),
    edit(read(name)),
  );

describe('every spec', () => {
  it.each(files)('%s begins with the comments that VS Code and JetBrains read, and they lead to a schema', (name) => {
    const [first = '', second = ''] = read(name).split('\n');
    const schema = `${'../'.repeat(name.split('/').length)}../generator/schema/${schemaOf(name)[0]}.schema.json`;
    expect([first, second]).toEqual([`# yaml-language-server: $schema=${schema}`, `# $schema: ${schema}`]);
    expect(() => readFileSync(join(PROJECT, FOLDER, dirname(name), schema))).not.toThrow();
  });

  it.each(files)(
    '%s has no finding in the editor',
    async (name) => {
      expect(await open(name).diagnostics()).toEqual([]);
    },
    30_000,
  );

  it('in a translation is underlined where it is', async () => {
    const found = await open('locales/es.yaml', (text) => text.replace('task-failure:', 'taks-failure:')).diagnostics();
    const line = read('locales/es.yaml')
      .split('\n')
      .findIndex((l) => l.includes('task-failure:'));
    expect(found.map((d) => d.range.start.line)).toEqual([line]);
  }, 30_000);
});

describe('completion', () => {
  it('offers the keys of a spec, of an input and of a reply', async () => {
    const spec = open('get-order-details.yaml', (t) => `${t}\n\nzz: 1\n`.replace('zz: 1', 'int'));
    expect(await spec.completions('\nint')).toEqual(expect.arrayContaining(['integrationService']));
    const input = open('get-order-details.yaml', (t) =>
      t.replace("    example: '#1001'", "    example: '#1001'\n    re"),
    );
    expect(await input.completions('\n    re')).toEqual(expect.arrayContaining(['retries']));
    const reply = open('get-all-collections.yaml', (t) => t.replace('    look: list\n', '    look: list\n    bu\n'));
    expect(await reply.completions('\n    bu')).toEqual(expect.arrayContaining(['buttons']));
  }, 30_000);

  it.each([
    ['get-order-details.yaml', 'type: pattern', 'type: ', partsSchema.$defs.input.properties.type.enum],
    ['get-all-collections.yaml', 'look: list', 'look: ', partsSchema.$defs.reply.properties.look.enum],
    ['bot.yaml', 'mode: either', 'mode: ', botSchema.properties.credentials.properties.mode.enum],
    ['bot.yaml', 'audience: staff', 'audience: ', botSchema.properties.audience.enum],
  ])(
    'offers the values of an enum in %s: %s',
    async (name, written, key, values) => {
      const file = open(name, (text) => text.replace(new RegExp(`${written}.*`), key));
      expect(await file.completions(key)).toEqual(expect.arrayContaining(values));
    },
    30_000,
  );

  it('in a translation is underlined where it is', async () => {
    const found = await open('locales/es.yaml', (text) => text.replace('task-failure:', 'taks-failure:')).diagnostics();
    const line = read('locales/es.yaml')
      .split('\n')
      .findIndex((l) => l.includes('task-failure:'));
    expect(found.map((d) => d.range.start.line)).toEqual([line]);
  }, 30_000);
});

/** Keys with their places, except those that an author makes up: names of inputs, fields, variables and words. */
function schemaKeys(
  text: string,
  known: ReadonlySet<string>,
): readonly { readonly key: string; readonly upTo: string }[] {
  const keys: { key: string; upTo: string }[] = [];
  visit(parseDocument(text), {
    Map: (_, map) => {
      for (const pair of isMap(map) ? map.items : []) {
        if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) continue;
        const key = String(pair.key.value);
        if (known.has(key)) keys.push({ key, upTo: text.slice(0, pair.key.range[1]) });
      }
    },
  });
  return keys;
}

/** Every key that a schema knows, at any depth. */
function knownKeys(schema: unknown): ReadonlySet<string> {
  const keys = new Set<string>();
  JSON.stringify(schema, (name, value: unknown) => {
    if (name === 'properties' && typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) keys.add(key);
    return value;
  });
  return keys;
}

describe('hover', () => {
  it.each(files)('explains every key of %s', async (name) => {
    const text = read(name);
    const file = open(name);
    const silent: string[] = [];
    for (const { key, upTo } of schemaKeys(text, knownKeys(schemaOf(name)[1])))
      if ((await file.hover(upTo)).replace(/\W/g, '').length < 10) silent.push(key);
    expect(silent).toEqual([]);
  });
});

describe('a typo', () => {
  it.each([
    ['a key', 'utterances:', 'uterances:', /uterances/],
    ['a value', 'type: reference', 'type: referense', /reference/],
    ['a deep key', 'reprompt:', 'repromt:', /repromt/],
  ])(
    'in %s is underlined where it is',
    async (_what, right, wrong, message) => {
      const found = await open('get-order-details.yaml', (text) => text.replace(right, wrong)).diagnostics();
      const line = read('get-order-details.yaml')
        .split('\n')
        .findIndex((l) => l.includes(right));
      expect(found.some((d) => message.test(d.message) && d.range.start.line === line)).toBe(true);
    },
    30_000,
  );

  it('in a translation is underlined where it is', async () => {
    const found = await open('locales/es.yaml', (text) => text.replace('task-failure:', 'taks-failure:')).diagnostics();
    const line = read('locales/es.yaml')
      .split('\n')
      .findIndex((l) => l.includes('task-failure:'));
    expect(found.map((d) => d.range.start.line)).toEqual([line]);
  }, 30_000);
});
