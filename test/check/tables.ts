import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { edited, saidOf, starts, type Changed, type Edits } from './said';

/** One row: what is written, how it differs from what fits, and what is said of it. */
interface Row extends Omit<Changed, 'files'> {
  readonly what: string;
  /** Names of differences that several rows share; the row's own come after them. */
  readonly like?: readonly string[];
  /** What is otherwise in specs that are shared. */
  readonly edits?: Readonly<Record<string, Edits>>;
  /** Other files of the folder: a text, or what is written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly said: readonly string[];
}

interface Tables {
  /** The bot that the rows differ from. */
  readonly start: keyof typeof starts;
  /** Codes that are not looked at. */
  readonly leave?: readonly string[];
  readonly shared?: Readonly<Record<string, Part>>;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

/** Runs the rows of `tables/<name>.yaml`: each says how a bot differs from one that fits, and all that is said of it. */
export function runTables(name: string): void {
  const text = readFileSync(join(__dirname, 'tables', `${name}.yaml`), 'utf8');
  const { start, leave = [], shared = {}, rows } = parse(text) as Tables;
  for (const [about, table] of Object.entries(rows))
    describe(about, () => {
      test.each(table.map((row) => [row.what, row] as const))('%s', (_what, row) => {
        const all = [...(row.like ?? []).map((one) => shared[one]), row];
        const said = saidOf(starts[start], merged(all.flatMap((one) => one ?? [])));
        expect(
          said.filter((line) => !leave.some((code) => line.replace(/^\S+\.yaml /, '').startsWith(`${code} `))),
        ).toEqual(row.said);
      });
    });
}

type Part = Omit<Row, 'what' | 'said'>;

/** All differences as one; what comes later counts. */
function merged(all: readonly Part[]): Changed {
  const of = <K extends keyof Part>(key: K) => together<unknown>(all.map((one) => (one[key] ?? {}) as Edits));
  const edits = together<Edits>(all.map((one) => one.edits ?? {}));
  const buffer = (held: unknown) => Buffer.from(typeof held === 'string' ? held : JSON.stringify(held));
  return {
    bot: of('bot'),
    action: of('action'),
    document: of('document'),
    specs: mapped(of('specs'), (spec, name) => (name in edits ? edited(spec, edits[name] ?? {}) : spec)),
    files: mapped(of('files'), buffer),
  };
}

const together = <T>(all: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> =>
  Object.fromEntries(all.flatMap((one) => Object.entries(one)));

const mapped = <T, U>(all: Readonly<Record<string, T>>, to: (value: T, name: string) => U) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, to(value, name)]));
