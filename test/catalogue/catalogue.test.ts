import { describe, expect, it } from 'vitest';
import { documentsOf } from './documents-of';
import { sample } from '../../generator/catalogue/transcripts';
import { readSpecs, type SpecFolder } from '../../generator/source/read';
import { botOf, built, edited, specsOf } from '../build/specs';

const folder = specsOf('shopify');
const CHAT = '# notes\n\n== first\n@bot shopify\nuser: where is order #1001\nbot: Order #1001\n  | Total | 5 |\n';
/** The specs with another transcript beside one action, and none beside the others. */
const withChat = (specs: SpecFolder, chat: string | undefined): SpecFolder => ({
  ...specs,
  bytes: (name) =>
    name === 'get-order-details.chat' && chat !== undefined
      ? Buffer.from(chat)
      : name.endsWith('.chat')
        ? undefined
        : specs.bytes(name),
});
const document = (name: string, specs = folder, chat: string | undefined = CHAT) =>
  documentsOf(botOf(specs), withChat(specs, chat))
    .find((f) => f.path === `shopify/${name}`)
    ?.bytes.toString('utf8') ?? '';

const section = (text: string, title: string) => text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

describe('the catalogue', () => {
  const text = document('CATALOGUE.md');

  it('has a part for every action, with its id, scopes, call and cost', () => {
    for (const action of botOf(folder).actions) expect(text).toContain(`| Id | \`${action.id}\` |`);
    const part = section(text, 'Get order details');
    expect(part).toContain('| Scopes | `read_orders` |');
    expect(part).toContain('`GraphQL query GetOrderDetails`');
    expect(part).toMatch(/\| Cost \| \d+ points requested \(estimate\) \|/);
    expect(part).toContain('| `order` | reference | What is the order number?');
  });

  it('words every outcome, the shared ones too', () => {
    const part = section(text, 'Get order details');
    for (const outcome of [
      'found',
      'empty',
      'needs-input',
      'unauthorized',
      'forbidden',
      'throttled',
      'unavailable',
      'invalid',
    ])
      expect(part).toMatch(new RegExp(`\\| \`${outcome}\` \\| .{10,} \\|`));
    expect(part).not.toContain('`sign-in`');
    const shopper = edited(folder, 'bot.yaml', (t) => t.replace('audience: staff', 'audience: shopper'));
    expect(section(document('CATALOGUE.md', shopper), 'Get order details')).toContain('`sign-in`');
  });

  it('draws every step of the dialog, and every arrow ends at a step', () => {
    const part = section(text, 'Get order details');
    const drawing = /```mermaid\n([\s\S]*?)```/.exec(part)?.[1] ?? '';
    const nodes = [...drawing.matchAll(/^ {2}(\w+)[[(]/gm)].map((m) => m[1]);
    const ends = [...drawing.matchAll(/--> ?(?:\|[^|]*\| )?(\w+)$/gm)].map((m) => m[1]);
    expect(nodes.length).toBeGreaterThan(8);
    expect(ends.filter((end) => !nodes.includes(end))).toEqual([]);
    expect(nodes.filter((n) => n !== 's0' && !ends.includes(n))).toEqual([]);
  });

  it('says what is looked up first, and draws it', () => {
    const acuity = readSpecs(__dirname, 'acuity');
    const text = documentsOf(botOf(acuity), acuity)[0]?.bytes.toString('utf8') ?? '';
    const part = section(text, 'Reschedule appointment');
    expect(part).toContain('| Looks up day | `GET /api/v1/availability/dates`, and asks which one is meant |');
    expect(part).toContain('["day: send the request, decide the outcome"]');
  });

  it('shows the conversation of the transcript, and none where there is none', () => {
    expect(section(text, 'Get order details')).toContain(
      'user: where is order #1001\nbot: Order #1001\n  | Total | 5 |',
    );
    expect(section(text, 'Get order details')).not.toContain('@bot');
    expect(section(text, 'Get product details')).not.toContain('### A conversation');
  });

  it('turns nothing that an author writes into markup', () => {
    const hostile = edited(folder, 'get-order-details.yaml', (t) =>
      t
        .replace(/^description: .*$/m, `description: 'a | b </td><img src=x onerror=1> [x](javascript:1) **b** \`c\`'`)
        .replace(/^ {2}empty: .*$/m, `  empty: "none |\\n# Big <script>alert(1)</script>"`),
    );
    const part = section(
      document('CATALOGUE.md', hostile, '== x\nuser: a\nbot: ```\n  ## not a heading\n'),
      'Get order details',
    );
    const outside = part.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
    expect(outside).not.toMatch(/(?<!\\)<(?!br>)/);
    expect(outside).not.toMatch(/(?<!\\)\*\*/);
    expect(outside).not.toMatch(/(?<!\\)\]\(/);
    expect(outside).not.toMatch(/^#+ (Big|not)/m);
    for (const row of outside.split('\n').filter((l) => l.startsWith('| `empty`')))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(3);
  });
});

describe('a sample conversation', () => {
  it('is the first in which both sides speak', () => {
    expect(sample('== quiet\nuser: hm\n\n== talk\nuser: hi\nbot: hello\n== more\nuser: x\nbot: y')).toBe(
      'user: hi\nbot: hello',
    );
    expect(sample('# nothing yet\n')).toBeUndefined();
  });
});

describe('the install guide', () => {
  const text = document('INSTALL.md');

  it('names exactly the scopes of the actions, and the variables that the build has', () => {
    const table = [...text.matchAll(/^\| `(read_\w+)` \|/gm)].map((m) => m[1]);
    expect(table).toEqual(['read_customers', 'read_orders', 'read_products']);
    const variables = [...text.matchAll(/^\| `(SHOPIFY_\w+)` \|/gm)].map((m) => m[1]);
    expect([...new Set(variables)]).toEqual([
      'SHOPIFY_SUBDOMAIN',
      'SHOPIFY_ACCESS_TOKEN',
      'SHOPIFY_CLIENT_ID',
      'SHOPIFY_CLIENT_SECRET',
    ]);
  });

  it('leads through both kinds of app with the same zip, and names why a token is refused', () => {
    expect(text).toContain('the same zip serves both');
    expect(text).toContain('`Oauth error shop_not_permitted`');
    expect(text).toContain('its Admin API scopes are `read_customers`, `read_orders`, `read_products`.');
    expect(text).toContain('pinned in `bot.yaml` (`2026-10`)');
    expect(text).not.toMatch(/\$\{\w+\}/);
  });

  it('counts the dialogs and the utterances that the built bot has', () => {
    const bot = botOf(folder);
    const { dialogs, sentences } = built(bot, 'xo10').definition;
    const names = dialogs.map(({ localeData }) => localeData['en']?.name ?? '');
    expect(names.length).toBeGreaterThan(bot.actions.length + 2);
    expect(text).toContain(`You should now see ${names.length} dialog tasks: `);
    for (const name of names) expect(section(text, 'Import into XO 11')).toContain(name);
    for (const { language } of bot.locales) {
      const own = sentences.filter((sentence) => sentence.language === language);
      expect(text).toContain(`${own.length} utterances in \`${language}\``);
    }
  });

  it('says which file goes where on XO 10 and XO 11', () => {
    for (const file of ['shopify-xo11.zip', 'shopify-xo10.zip', 'botDefinition.json', 'config.json'])
      expect(text).toContain(file);
  });

  it.each([
    [
      'acuity',
      'Reschedule appointment',
      '`GET /api/v1/appointments/${appointment}` (looks up kind)<br>`GET /api/v1/availability/dates` (looks up day)<br>' +
        '`GET /api/v1/availability/times` (looks up time)<br>' +
        '`PUT /api/v1/appointments/${appointment}/reschedule` (writes, and is asked about first)',
    ],
    [
      'pipedrive',
      'Create lead',
      '`GET /v1/persons/search` (looks up person, only when kind is person)<br>' +
        '`GET /v1/organizations/search` (looks up organization, only when kind is organization)<br>' +
        '`POST /v1/leads` (writes, and is asked about first)',
    ],
  ])('names all that an action of several requests sends, and the write (%s: %s)', (id, title, sends) => {
    const specs = readSpecs(__dirname, id);
    const guide = documentsOf(botOf(specs), specs)[1]?.bytes.toString('utf8') ?? '';
    expect(section(guide, 'What you need')).toContain(`| ${title} | ${sends} |`);
    expect(text).not.toContain('several requests');
  });

  it('says of a write that is sent unasked that it is', () => {
    const specs = readSpecs(__dirname, 'pipedrive');
    const unasked = edited(specs, 'create-lead.yaml', (t) => t.replace(/^confirm:\n(?: .*\n)+/m, 'confirm: no\n'));
    const guide = documentsOf(botOf(unasked), unasked)[1]?.bytes.toString('utf8') ?? '';
    expect(guide).toContain('`POST /v1/leads` (writes, without being asked about) |');
  });

  it('speaks of a service only where the integration does', () => {
    const parcels = specsOf('parcels');
    const guide = documentsOf(botOf(parcels), parcels)[1]?.bytes.toString('utf8') ?? '';
    expect(guide).toContain('`PARCELS_TOKEN`');
    expect(guide).not.toMatch(/shopify/i);
  });
});
