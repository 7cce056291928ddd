import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Expression } from '../../generator/compile/expressions';
import { collect } from '../../generator/diagnostics/diagnostic';
import type { Action, Bot, Phrase } from '../../generator/model/model';
import { normalize } from '../../generator/model/normalize';
import { parseText } from '../../generator/model/text';
import { readWritten } from '../../generator/read';
import { scriptTemplates } from '../../generator/render/scripts';

/** What every bot needs. */
const NEEDED = {
  name: 'name: Small\ndescription: A small bot.',
  service: 'service: { host: api.example.com, graphql: { path: /graphql, version: "1" } }',
  replies:
    'replies: { sign-in: Sign in., unauthorized: No token., forbidden: Not allowed., throttled: Busy., unavailable: Away., invalid: Wrong., task-failure: Failed. }',
  welcome: 'welcome: { text: Hello. }',
  fallback: 'fallback: { texts: [What?] }',
} as const;

type BotLines = { readonly [key in keyof typeof NEEDED]?: string } & { readonly more?: string };

/** A bot of the actions (and locales) in these files, by their names; what `lines` says stands in bot.yaml in place of the least. */
export function smallBot(files: Readonly<Record<string, string>>, lines: BotLines = {}): Bot {
  const texts = { 'bot.yaml': Object.values({ ...NEEDED, more: '', ...lines }).join('\n'), ...files };
  const yaml = Object.entries(texts).map(([name, text]) => ({ name, path: `specs/small/${name}`, text }));
  const folder = { id: 'small', path: 'specs/small', yaml, transcripts: [], files: [], bytes: () => undefined };
  const { report, diagnostics } = collect();
  const written = readWritten(folder, report);
  if (!written || diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return normalize(written, report);
}

/** An action's file: what it needs where `lines` has nothing else. */
export const actionText = (lines: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    title: 'Get it',
    description: 'Gets it.',
    utterances: '[get me the thing]',
    request: '{ rest: { path: /things } }',
    response: '{ fields: { id: id } }',
    reply: '{ found: Here., empty: Nothing. }',
    ...lines,
  })
    .map(([key, text]) => `${key}: ${text}`)
    .join('\n');

/** A bot with one action, and that action. */
export function oneAction(lines: Readonly<Record<string, string>> = {}, bot: BotLines = {}): readonly [Bot, Action] {
  const made = smallBot({ 'get-it.yaml': actionText(lines) }, bot);
  const [action] = made.actions;
  if (action === undefined) throw new Error('there is no action');
  return [made, action];
}

const EXPRESSIONS = join(__dirname, '..', '..', 'templates', 'expressions');
const printer = scriptTemplates(
  new Map([['one', '{{> (expression value) value}}']]),
  new Map(
    readdirSync(EXPRESSIONS).map((name) => [
      `expressions/${name.replace('.js.hbs', '')}`,
      readFileSync(join(EXPRESSIONS, name), 'utf8').trimEnd(),
    ]),
  ),
);

/** An expression as it stands in a script; what is none, as it is. */
export const printed = (value: Expression | null | undefined): string | null | undefined =>
  value ? printer.render('one', { value }) : value;

/** A view with its expressions as they stand in a script. */
export function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shown);
  if ('kind' in value) return printed(value as Expression);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shown(one)]));
}

/** A text of a spec. */
export const phrase = (text: string): Phrase => ({
  text: parseText(text, () => undefined),
  where: { path: [] } as unknown as Phrase['where'],
});
