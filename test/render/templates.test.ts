import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templateFolder } from '../../generator/build';
import { TARGETS } from '../../kore/format';
import type { Bot } from '../../generator/model/model';
import { readSpecs } from '../../generator/source/read';
import { loadTemplates } from '../../generator/render/load';
import { render } from '../../generator/render/render';
import { botOf, edited, specsOf } from '../build/specs';
import { planned } from '../compile/plans';
import { filterFiles } from '../filters/evaluate';

const templates = loadTemplates(templateFolder);

const inputFiles = readdirSync(join(templateFolder, 'inputs')).map((name) => `inputs/${name.slice(0, -'.js'.length)}`);

const pageFiles = readdirSync(join(templateFolder, 'scripts', 'pages')).map((name) =>
  name.slice(0, -'.partial.js.hbs'.length),
);

const readingFiles = readdirSync(join(templateFolder, 'reading')).map(
  (name) => `reading/${name.slice(0, -'.js'.length)}`,
);

const shopify = specsOf('shopify');
const withMode = (mode: string) => edited(shopify, 'bot.yaml', (t) => t.replace('mode: either', `mode: ${mode}`));
const parcels = specsOf('parcels');
const quoting = [
  'soql',
  'jql',
  'encodedQuery',
  'odata',
  'plainWords',
  'searchPhrase("name")',
  'searchNear("name")',
].map((filter, i) => `\n      q${i}: \${town | ${filter}}`);
const leaving = `
answers:
  never-mind:
    title: Never mind
    description: Leaves what was begun.
    leaves: true
    utterances: [never mind, forget it, cancel that]
    text: All right.
`;
const bots: readonly Bot[] = [
  botOf(shopify),
  botOf(edited(shopify, 'bot.yaml', (t) => `${t}${leaving}`)),
  botOf(edited(shopify, 'bot.yaml', (t) => t.replace('audience: staff', 'audience: shopper'))),
  botOf(parcels),
  botOf(edited(parcels, 'bot.yaml', (t) => `${t}\nagent: true\n`)),
  botOf(edited(parcels, 'find-points.yaml', (t) => t.replace('format: json', `format: json${quoting.join('')}`))),
  ...['acuity', 'razorpay', 'zendesk'].map((id) => botOf(readSpecs(join(__dirname, '../catalogue'), id))),
  botOf(edited(parcels, 'bot.yaml', (t) => `${t.replace(/^layout:.*$/m, '')}\nagent: true\nlayout: flat\n`)),
  botOf(specsOf('bookings')),
  botOf(specsOf('pages')),
  ...['clientCredentials', 'oauthProfile', 'integration', 'userProfile'].map((mode) => botOf(withMode(mode))),
];
const plans = bots.flatMap((bot) =>
  TARGETS.flatMap((target) => [planned(bot, target), ...bot.actions.map((a) => planned(bot, target, a.id))]),
);

/** The names of the templates and partials that a plan uses. */
function namesIn(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { template, partial } = value as { readonly template?: unknown; readonly partial?: unknown };
  for (const name of [template, partial]) if (typeof name === 'string') found.add(name);
  for (const inner of Object.values(value)) namesIn(inner, found);
}

test('every template is used by a bot of the specs or of the fixtures', () => {
  const used = new Set<string>();
  for (const plan of plans) namesIn(plan, used);
  const all = [
    ...templates.json.keys(),
    ...templates.scripts.names,
    ...filterFiles.map((f) => `filters/${f}`),
    ...inputFiles,
    ...readingFiles,
    ...pageFiles,
  ];
  expect(all.filter((name) => !used.has(name))).toEqual([]);
  expect([...used].filter((name) => !all.includes(name))).toEqual([]);
});

test('every template that is used is filled whole, with nothing left over', () => {
  for (const plan of plans) {
    for (const piece of [plan.definition, plan.config]) {
      const text = JSON.stringify(render(piece, templates));
      expect(text).not.toContain('\\u0000hole');
      expect(text).not.toMatch(/"undefined"|\[object Object\]|NaN/);
    }
  }
});

test('every JSON template says first what it is', () => {
  for (const name of templates.json.keys())
    expect([name, readFileSync(join(templateFolder, `${name}.json.hbs`), 'utf8')]).toEqual([
      name,
      expect.stringMatching(/^\{\{!-- .*\. --\}\}\n/),
    ]);
});
