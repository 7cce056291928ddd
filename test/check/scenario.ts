import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One change to the base bot, as README.md beside the scenarios explains it. */
type Edit =
  | { readonly kind: 'change'; readonly path: string; readonly from: string; readonly to: string }
  | { readonly kind: 'write'; readonly path: string; readonly to: string }
  | { readonly kind: 'append'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string }
  | { readonly kind: 'encode'; readonly path: string; readonly as: BufferEncoding };

/** A scenario file (see README.md beside the scenarios): what an author does, and what they are shown. */
export interface Scenario {
  /** The file up to and with the line `shows`. */
  readonly head: string;
  readonly edits: readonly Edit[];
}

/** Takes a scenario file apart; throws when a line is none that the format has. */
export function parseScenario(text: string): Scenario {
  const end = text.search(/^shows$/m);
  if (end < 0) throw new Error('a scenario needs a line "shows"');
  const head = text.slice(0, end);
  const [title = '', ...blocks] = head.split(/\n(?=(?:change|write|append|remove|link|encode) )/);
  if (title.trim() === '' || blocks.length === 0) throw new Error('a scenario needs a title and at least one edit');
  return { head: `${head}shows\n`, edits: blocks.map(parseEdit) };
}

function parseEdit(block: string): Edit {
  const [first = '', ...lines] = block.trimEnd().split('\n');
  const [, kind, times, path = '', as] = /^(\w+)(?: (\d+) times)? (\S+)(?: as (latin1|utf16le))?$/.exec(first) ?? [];
  const odd = lines.find((line) => !/^[-+]( |$)/.test(line));
  if (odd !== undefined) throw new Error(`neither - nor + : ${odd}`);
  const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  if (kind === 'remove' || kind === 'link') return { kind, path };
  if (kind === 'encode') return { kind, path, as: as as BufferEncoding };
  if (kind === 'write') return { kind, path, to: `${marked('+').join('\n')}\n` };
  if (kind === 'append') return { kind, path, to: `${marked('+').join('\n')}\n`.repeat(Number(times ?? 1)) };
  return { kind: 'change', path, from: marked('-').join('\n'), to: marked('+').join('\n') };
}

const BASE = join(__dirname, 'base');
const SCHEMA = join(__dirname, '../../services/shopify/schema/2026-10.ndjson.gz');

/** A folder with the base bot, as a project of its own; `remove` deletes it. */
export function baseBot(): { readonly root: string; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'scenario-'));
  cpSync(BASE, root, { recursive: true });
  mkdirSync(join(root, 'specs/shop/schema'));
  cpSync(SCHEMA, join(root, 'specs/shop/schema/2026-10.ndjson.gz'));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Does what the scenario's author does. */
export function applyEdits(root: string, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const path = join(root, edit.path);
    if (edit.kind === 'remove') rmSync(path);
    else if (edit.kind === 'append') appendFileSync(path, edit.to);
    else if (edit.kind === 'link') symlinkSync(SCHEMA, path);
    else if (edit.kind === 'encode') writeFileSync(path, readFileSync(path, 'utf8'), edit.as);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, edit.kind === 'write' ? edit.to : replaced(readFileSync(path, 'utf8'), edit));
    }
  }
}

function replaced(text: string, { path, from, to }: Extract<Edit, { kind: 'change' }>): string {
  const pieces = text.split(from);
  if (pieces.length !== 2) throw new Error(`${path} holds this ${pieces.length - 1} times, not once: ${from}`);
  return pieces.join(to);
}
