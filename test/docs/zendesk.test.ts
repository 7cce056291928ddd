import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { printDiagnostic } from '../../generator/diagnostics/print';
import { PROJECT, templates, temporary } from '../build/specs';
import { said } from '../cli/recorded';

const page = readFileSync(join(PROJECT, 'docs/zendesk.md'), 'utf8');
const block = (kind: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const commands = [...page.matchAll(/^npm run (\w+)(?: -- ([^#\n]*))?/gm)];

/** The two sides of an edit that the page shows. */
const edits = block('diff').map((text) => {
  const side = (mark: string) => new RegExp(`^\\${mark}(.*)$`, 'm').exec(text)?.[1] ?? '';
  return { from: side('-'), to: side('+') };
});

test('the page holds: pack, talk, change, build', async () => {
  const root = temporary();
  const run = (i: number) =>
    said(root, commands[i]?.[1] ?? '', ...(commands[i]?.[2] ?? '').trim().split(' ').filter(Boolean));
  expect(commands.map(([, name]) => name)).toEqual(['new', 'chat', 'check', 'check', 'new', 'build']);
  expect((await run(0)).code).toBe(0);

  const [chat = ''] = block('chat');
  writeFileSync(join(root, 'specs/zendesk/conversations/page.chat'), `== the page\n${chat}`);
  const talked = await said(root, 'check', 'zendesk');
  expect([talked.code, talked.err]).toEqual([0, '']);

  const path = join(root, 'specs/zendesk/create-ticket.yaml');
  const change = ({ from, to }: (typeof edits)[number]) => {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const [words, misspelt] = edits;
  if (!words || !misspelt) throw new Error('the page shows two edits');
  change(words);
  const differs = await run(2);
  expect(differs.code).toBe(1);
  expect(differs.err).toContain('Your ticket has the number');

  change(misspelt);
  const [error] = inOrder((await build(root, 'zendesk', templates)).diagnostics);
  const shown = error && printDiagnostic(error, { color: false }).split('\n').slice(0, 2).join('\n');
  expect(page).toContain(shown);
  change({ from: misspelt.to, to: misspelt.from });

  const built = await run(5);
  expect([built.code, built.err]).toEqual([0, '']);
  expect(built.out).toContain('dist/zendesk-xo11.zip');
});
