import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Document, isSeq, parse, parseDocument, stringify } from 'yaml';
import { check } from '../../generator/check';
import { collect, inOrder } from '../../generator/diagnostics/diagnostic';
import { normalize } from '../../generator/model/normalize';
import type { Bot } from '../../generator/model/model';
import { readWritten } from '../../generator/read';

/** What is written otherwise than in the bot that these tests start from: keys with spaces between them → a value. */
export type Edits = Readonly<Record<string, unknown>>;

/** In place of a value: there is none. */
export const OUT = '(out)';

/** One bot that differs from the one that has nothing to complain about. */
export interface Changed {
  readonly bot?: Edits;
  readonly action?: Edits;
  /** Of the service's OpenAPI document. */
  readonly document?: Edits;
  /** Further specs by their names: a text, or the data that it holds. */
  readonly specs?: Readonly<Record<string, unknown>>;
  /** Other files of the folder. */
  readonly files?: Readonly<Record<string, Buffer>>;
}

/** A bot in the tests' own words: `bot.yaml`, one action, and the document of its service where it has one. */
export interface Start {
  readonly bot: string;
  readonly action: string;
  readonly document?: unknown;
  readonly files?: Readonly<Record<string, Buffer>>;
}

/** A bot as it is understood; throws where it is not. */
export function botOf(start: Start, changed: Changed): Bot {
  const { bot, lines } = read(start, changed, 'shop');
  if (bot === undefined) throw new Error(lines().join('\n'));
  return bot;
}

/** All that is said of a bot: the code, the words that it points at, and the sentence. */
export function saidOf(start: Start, changed: Changed, id = 'shop'): readonly string[] {
  const { bot, folder, report, lines } = read(start, changed, id);
  if (bot) check(bot, folder, report);
  return lines();
}

function read(start: Start, changed: Changed, id: string) {
  const { report, diagnostics } = collect();
  const document =
    start.document === undefined ? undefined : JSON.stringify(edited(start.document, changed.document ?? {}));
  const files: Readonly<Record<string, Buffer>> = {
    ...start.files,
    ...(document === undefined ? {} : { 'api.yaml': Buffer.from(document) }),
    ...changed.files,
  };
  const texts: Readonly<Record<string, unknown>> = {
    'bot.yaml': editedYaml(start.bot, changed.bot ?? {}),
    'do-it.yaml': editedYaml(start.action, changed.action ?? {}),
    ...changed.specs,
  };
  const folder = {
    id,
    path: `specs/${id}`,
    transcripts: [],
    files: Object.keys(files).sort(),
    bytes: (name: string) => files[name],
    yaml: Object.entries(texts).flatMap(([name, written]) => {
      if (written === OUT) return [];
      const text = typeof written === 'string' ? written : stringify(written, { lineWidth: 0 });
      return [{ name, path: name, text }];
    }),
  };
  const written = readWritten(folder, report);
  const bot = written && normalize(written, report);
  const lines = () =>
    inOrder(diagnostics).map(({ code, message, place: { path, text, start: from, end } }) => {
      const file = path === 'do-it.yaml' ? '' : `${path} `;
      const [words = ''] = text.slice(from, end).split('\n');
      const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
      return `${file}${code} [${shown}] ${message}`;
    });
  return { bot, folder, report, lines };
}

/** A text of YAML with some of its values changed. */
function editedYaml(text: string, edits: Edits): string {
  const changes = Object.entries(edits);
  if (changes.length === 0) return text;
  const document: Document = parseDocument(text);
  for (const [path, value] of changes) {
    const keys = path.split(' ');
    const found = keys.flatMap((_key, i) => (isSeq(document.getIn(keys.slice(0, i))) ? [i] : []));
    const steps = keys.map((key, i) => (found.includes(i) ? Number(key) : key));
    if (value === OUT) document.deleteIn(steps);
    else document.setIn(steps, document.createNode(value, { aliasDuplicateObjects: false }));
  }
  return document.toString({ lineWidth: 0 });
}

/** Data with some of its values changed. */
export function edited(data: unknown, edits: Edits): unknown {
  const changed = structuredClone(data) as Record<string, unknown>;
  for (const [path, value] of Object.entries(edits)) {
    const keys = path.split(' ');
    const last = keys.pop() ?? '';
    let at = changed;
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
    if (value === OUT) Reflect.deleteProperty(at, last);
    else at[last] = value;
  }
  return changed;
}

const start = (path: string) => readFileSync(join(__dirname, 'starts', path), 'utf8');

/** A bot of a JSON API that has a document. */
const documented: Start = {
  bot: start('documented/bot.yaml'),
  action: start('documented/do-it.yaml'),
  document: JSON.parse(start('documented/api.json')) as unknown,
};

/** A schema file, from its lines. */
const schemaOf = (lines: readonly unknown[]) => gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));

/** The bots that have nothing to complain about. */
export const starts = {
  documented,
  /** The same bot without a document. */
  plain: { bot: documented.bot.replace(/\n.*openapi:.*/, ''), action: documented.action },
  /** A bot of a GraphQL API with a schema. */
  queried: {
    bot: start('queried/bot.yaml'),
    action: start('queried/do-it.yaml'),
    files: { 'schema.gz': schemaOf(parse(start('queried/schema.yaml')) as readonly unknown[]) },
  },
} as const satisfies Readonly<Record<string, Start>>;
