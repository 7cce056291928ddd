import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { build } from '../../generator/build';
import { REFERENCE, referenceFile } from '../../generator/schema/emit';
import { parseTranscripts } from '../../generator/transcript/parse';
import { TARGETS } from '../../kore/format';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { templates, temporary } from '../build/specs';
import { runOptions } from '../conversations/play-all';

interface Block {
  readonly kind: 'bot' | 'action' | 'stub' | 'chat';
  readonly text: string;
  readonly line: number;
}

/** One example: what it puts in place of keys of the whole bot and the whole action, and what is then said. */
interface Example {
  readonly name: string;
  readonly bot: object;
  readonly action: object;
  readonly stub: string;
  readonly chat?: string;
}

const text = readFileSync(REFERENCE, 'utf8');
const blocks = [...text.matchAll(/^```(?:yaml (bot|action)|json (stub)|(chat))\n([\s\S]*?)^```$/gm)].map(
  (found): Block => {
    const [, yaml, json, chat, inside = ''] = found;
    const kind = (yaml ?? json ?? chat) as Block['kind'];
    return { kind, text: inside, line: text.slice(0, found.index).split('\n').length };
  },
);

/** Every example after the whole bot and the whole action: a block of `bot` right before one of `action` belongs to it. */
function examplesOf([bot, action, ...rest]: readonly Block[]): readonly Example[] {
  const [base, whole] = [bot, action].map((block) => parse(block?.text ?? '{}') as object) as [object, object];
  const examples: Example[] = [{ name: 'the whole', bot: base, action: whole, stub: '[]' }];
  let own: object = {};
  for (const [i, block] of rest.entries()) {
    const last = examples.at(-1);
    const isYaml = block.kind === 'bot' || block.kind === 'action';
    const written = isYaml ? (parse(block.text) as object) : {};
    if (block.kind === 'bot') own = written;
    if (block.kind === 'bot' && rest[i + 1]?.kind === 'action') continue;
    if (isYaml) {
      const changed = block.kind === 'action' ? written : {};
      const name = `line ${block.line}`;
      examples.push({ name, bot: { ...base, ...own }, action: { ...whole, ...changed }, stub: '[]' });
      own = {};
    } else if (last) examples[examples.length - 1] = { ...last, [block.kind]: block.text };
  }
  return examples;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A project whose only bot is an example. */
function projectOf({ bot, action, stub }: Example): string {
  const root = temporary();
  folders.push(root);
  const folder = join(root, 'specs', 'desk');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bot.yaml'), stringify(bot));
  writeFileSync(join(folder, 'ticket.yaml'), stringify(action));
  writeFileSync(join(folder, 'stub.json'), stub);
  return root;
}

test('the tables are what `npm run schemas` makes of the constructs', async () => {
  expect(text).toBe(await referenceFile());
});

const examples = examplesOf(blocks);

describe.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
  test('builds with nothing to complain about', async () => {
    const { diagnostics } = await build(projectOf(example), 'desk', templates);
    expect(diagnostics.map(({ place, code, message }) => `${place.path} ${code} ${message}`)).toEqual([]);
  });
});

const played = examples.flatMap((example) =>
  example.chat === undefined ? [] : TARGETS.map((target) => [example.name, target, example, example.chat] as const),
);

test.each(played)('%s is played on %s', async (_, target, example, chat) => {
  const [transcript] = parseTranscripts('specs/desk/ticket.chat', `@stub stub.json\n${chat ?? ''}`);
  if (!transcript) throw new Error('nothing is said');
  expect(printFailure(await runTranscript(transcript, target, runOptions(undefined, projectOf(example))))).toBe('');
});
