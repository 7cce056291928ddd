import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, rootWith } from '../build/specs';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { editorIn, MARK, type Editor } from './own-editor';

const root = rootWith('parcels', 'shopify');
const POINTS = 'specs/parcels/find-points.yaml';
const ORDER = 'specs/shopify/get-order-details.yaml';
const BOT = 'specs/shopify/bot.yaml';
const SPANISH = 'specs/shopify/locales/es.yaml';
const TICKETS = 'specs/zendesk/list-tickets.yaml';
const TICKET = 'specs/zendesk/create-ticket.yaml';
const read = (path: string) => readFileSync(join(root, path), 'utf8');

let editor: Editor;
beforeAll(async () => {
  // A service with a document, and one with prepared answers.
  cpSync(join(PROJECT, 'packs/zendesk'), join(root, 'specs/zendesk'), { recursive: true });
  const point = { id: 'P1', name: 'Bath `Spa`', kind: 'shop', isOpen: true, address: { street: 'Mill Lane 2' } };
  mkdirSync(join(root, 'specs/parcels/stubs'));
  writeFileSync(
    join(root, 'specs/parcels/stubs/points.json'),
    JSON.stringify([
      { url: 'https://any.example/v2/towns/Bath/points', json: { data: { points: [point], total: 1 } } },
    ]),
  );
  editor = await editorIn(root);
});
afterAll(() => editor.stop());

/** A file with the cursor right behind a part of it, or behind other words in that part's place. */
function at(path: string, part: string, instead = part): string {
  const text = read(path);
  if (!text.includes(part)) throw new Error(`${path} does not contain ${part}`);
  return text.replace(part, () => `${instead}${MARK}`);
}

const offered = (path: string, part: string, instead?: string) => editor.offered(path, at(path, part, instead));

test('while one types, the findings are the build’s, at the same places, and go again', async () => {
  const written = read(POINTS);
  const wrong = written.replace('${town | trim}', '${twn | trim}');
  await editor.type(POINTS, wrong);
  const last = () => editor.told.findLast(({ uri }) => uri === editor.uriOf(POINTS))?.diagnostics ?? [];
  await editor.until(() => last().length > 0);
  const other = rootWith('parcels');
  writeFileSync(join(other, POINTS), wrong);
  const { diagnostics: built } = await build(other, 'parcels');
  expect(last().map(({ code, message }) => `${code} ${message}`)).toEqual(
    inOrder(built).map(({ code, message }) => `${code} ${message}`),
  );
  const unknown = last().find(({ code }) => code === 'unknown-placeholder');
  expect(unknown?.range.start.line).toBe(wrong.slice(0, wrong.indexOf('/v2/towns/')).split('\n').length - 1);
  const href = new URL(unknown?.codeDescription.href ?? '');
  expect(readFileSync(fileURLToPath(href), 'utf8')).toContain('\n## unknown-placeholder\n');
  await editor.type(POINTS, written);
  await editor.until(() => last().length === 0);
});

describe('what fits at the cursor is offered', () => {
  test('filters, by where they stand and what they follow', async () => {
    expect(await offered(POINTS, '${town | ')).toEqual(expect.arrayContaining(['trim', 'number']));
    expect(await offered(ORDER, 'total: currentTotalPriceSet | money', 'total: currentTotalPriceSet | ')).toEqual(
      expect.arrayContaining(['money', 'paidIn']),
    );
    expect(await offered(ORDER, 'total: currentTotalPriceSet | money', 'total: currentTotalPriceSet | ')).not.toContain(
      'date',
    );
  });

  test('names of inputs, of fields and of variables', async () => {
    expect(await offered(POINTS, 'text: Drop-off points in ${')).toEqual(
      expect.arrayContaining(['town', 'size', 'points']),
    );
    expect(await offered(ORDER, "'${quantity} × ${item", "'${quantity} × ${")).toEqual(
      expect.arrayContaining(['order', 'total', 'quantity', 'item']),
    );
    expect(await offered(ORDER, 'search: ${order')).toContain('env.SHOPIFY_SUBDOMAIN');
    expect(await offered(ORDER, 'example ${example}.', 'example ${')).toEqual(['example', 'label']);
  });

  test('actions, and the inputs of the action that a button starts', async () => {
    expect(await offered(POINTS, 'title: Book a pickup, action: ')).toEqual(['book-pickup', 'find-points']);
    const button = '- { title: Find an order, action: get-order-details';
    expect(await offered(BOT, button, `${button}, with: { `)).toEqual(['order']);
    expect(await offered(POINTS, 'title: Find')).toEqual([]);
  });

  test('what the query selects, in lists too, and inside the quotes of a filter', async () => {
    expect(await offered(ORDER, 'order: name', 'order: ')).toEqual(expect.arrayContaining(['name', 'lineItems']));
    expect(await offered(ORDER, 'area: shippingAddress.formattedArea', 'area: shippingAddress.fo')).toEqual([
      'formattedArea',
    ]);
    expect(await offered(ORDER, 'item: title', 'item: ')).toEqual(['title', 'variantTitle', 'currentQuantity']);
    expect(await offered(ORDER, 'owner: email', 'owner: e')).toContain('email');
    expect(await offered(ORDER, 'each: fulfillments', 'each: lineItems.')).toEqual(['nodes', 'pageInfo']);
    expect(await offered(ORDER, 'date("data.shop.ianaTimezone")', 'date("data.shop.')).toEqual(['ianaTimezone']);
  });

  test('what the service’s document says of an answer and of a request', async () => {
    expect(await offered(TICKETS, 'state: status', 'state: ')).toEqual(
      expect.arrayContaining(['id', 'subject', 'status']),
    );
    expect(await offered(TICKETS, 'each: tickets', 'each: ')).toEqual(expect.arrayContaining(['tickets', 'meta']));
    expect(await offered(TICKETS, 'more: meta.has_more', 'more: meta.')).toContain('after_cursor');
    expect(await offered(TICKET, 'fields: { number: id', 'fields: { number: ')).toContain('subject');
    expect(await offered(TICKET, '        subject: ${subject}', '        su')).toEqual(
      expect.arrayContaining(['subject', 'comment', 'priority']),
    );
    expect(await offered(TICKETS, "'page[size]': '4'", '')).toContain('page[size]');
  });

  test('what prepared answers hold, where there is no document', async () => {
    expect(await offered(POINTS, 'each: points', 'each: ')).toEqual(['points', 'total']);
    expect(await offered(POINTS, 'street: address.street', 'street: address.')).toEqual(['street']);
    const filters = await offered(POINTS, 'open: isOpen | words', 'open: isOpen | ');
    expect(filters).toContain('words');
    expect(filters).not.toContain('count');
    expect(await offered(POINTS, 'where: { kind', 'where: { ')).toContain('kind');
    expect(await offered(POINTS, 'at: data', 'at: da')).toEqual(['data']);
  });

  test('tables of words, scopes, outcomes and versions', async () => {
    expect(await offered(ORDER, 'words("payment")', 'words("')).toEqual(
      expect.arrayContaining(['payment', 'fulfilment']),
    );
    expect((await offered(ORDER, 'scopes: [read_orders]', 'scopes: ['))[0]).toBe('read_orders');
    expect(await offered(ORDER, 'scopes: [read_orders]', 'scopes: [read_orders, read_')).not.toContain('read_');
    expect(await offered(ORDER, '  empty: I found', '  un')).toEqual(expect.arrayContaining(['empty', 'unauthorized']));
    expect(await offered(BOT, "version: '2026-10'", 'version: ')).toContain('2026-10');
  });

  test('fields, arguments, values, fragments and variables of GraphQL, from the schema', async () => {
    expect(await offered(ORDER, '        ianaTimezone', '        ')).toEqual(
      expect.arrayContaining(['ianaTimezone', 'currencyCode']),
    );
    expect(await offered(ORDER, 'sortKey: CREATED_AT', 'sortKey: ')).toContain('CREATED_AT');
    expect(await offered(ORDER, 'lineItems(first: 10)', 'lineItems(')).toEqual(
      expect.arrayContaining(['first', 'after']),
    );
    expect(await offered(ORDER, '...Money', '...')).toEqual(['OrderDetails', 'Money']);
    expect(await offered(ORDER, 'order(id: $id', 'order(id: $')).toEqual(['id', 'byId', 'search', 'byName']);
    const nested = 'query GetOrderDetails($id: ID! = "gid://shopify/Order/0"';
    expect(await offered(ORDER, nested)).toEqual([]);
    expect(await offered(ORDER, '      formattedArea\n      }', '      ')).toContain('formattedArea');
  });

  test('variables that the query declares', async () => {
    expect(await offered(ORDER, '    byId: ${order | isId}', '    by')).toEqual(['id', 'byId', 'search', 'byName']);
  });

  test('in a translation: actions, the keys whose texts it may say, and inputs', async () => {
    const text = `${read(SPANISH)}`;
    const inFile = (below: string) => editor.offered(SPANISH, text.replace(/\nactions:\n/, `\nactions:\n${below}`));
    expect(await inFile(`  ${MARK}\n`)).toContain('get-order-details');
    expect(await inFile(`  get-order-details:\n    ${MARK}\n`)).toEqual(
      expect.arrayContaining(['title', 'description', 'utterances', 'inputs', 'reply']),
    );
    expect(await inFile(`  get-order-details:\n    inputs:\n      order:\n        ${MARK}\n`)).toEqual(
      expect.arrayContaining(['label', 'prompt']),
    );
    expect(await editor.offered(SPANISH, text.replace('${order}', `\${${MARK}`))).toContain('order');
  });
});

describe('a word is explained', () => {
  test.each([
    [POINTS, '${town | tr', /^`trim` \(filter\): /],
    [ORDER, 'total: currentTotalPr', /^`currentTotalPriceSet`: `MoneyBag!`/],
    [TICKET, 'fields: { number: i', /^`id`: `integer`/],
    [TICKETS, 'state: sta', /^`status`: `string: new, open, /],
    [POINTS, 'street: address.str', /^`address.street`: `such as "Mill Lane 2"`$/],
    [POINTS, '        name: na', /^`name`: `such as "Bath 'Spa'"`$/],
    [POINTS, 'item:\n      title: ${na', /^`name` \(field\): name: such as/],
    [ORDER, "value: '${tot", /^`total` \(field\): currentTotalPriceSet: MoneyBag!/],
    [ORDER, '      displayFinanc', /^`displayFinancialStatus: OrderDisplayFinancialStatus`/],
    [ORDER, 'lineItems(fir', /^`first: Int`/],
    [BOT, 'Find an order, action: get-order', /^`get-order-details` \(action\): asks for order/],
  ])('in %s: %s', async (path, part, says) => {
    expect(await editor.hover(path, at(path, part))).toMatch(says);
  });
});

describe('a word leads to where it is defined', () => {
  const lineOf = (path: string, line: string) => {
    const [before = ''] = read(path).split(`\n${line}`);
    return `${path}:${before.split('\n').length + 1}:${line.length - line.trimStart().length + 1}`;
  };
  test('an action, an input, a field and a table of words', async () => {
    const to = (path: string, part: string) => editor.definition(path, at(path, part));
    expect(await to(POINTS, 'action: book-p')).toBe('specs/parcels/book-pickup.yaml:1:1');
    expect(await to(POINTS, 'text: Drop-off points in ${to')).toBe(lineOf(POINTS, '  town:'));
    expect(await to(ORDER, "value: '${tot")).toBe(lineOf(ORDER, '    total:'));
    expect(await to(ORDER, '× ${ite')).toBe(lineOf(ORDER, '        item:'));
    expect(await to(ORDER, 'words("pay')).toBe(lineOf(BOT, '  payment:'));
    expect(await to(SPANISH, 'pedido ${ord')).toBe(lineOf(ORDER, '  order:'));
  });
});

describe('an input gets another name', () => {
  test('wherever it is named, and the specs stay sound', async () => {
    await editor.type(SPANISH, read(SPANISH));
    const files = await editor.renamed(ORDER, at(ORDER, '\n  ord'), 'number');
    if (typeof files === 'string') throw new Error(files);
    expect(Object.keys(files).sort()).toEqual([ORDER, 'specs/shopify/get-orders-by-customer-id.yaml', SPANISH].sort());
    const other = rootWith('shopify');
    for (const [path, text] of Object.entries(files)) writeFileSync(join(other, path), text);
    const { diagnostics } = await build(other, 'shopify');
    expect(diagnostics).toEqual([]);
    const spec = files[ORDER] ?? '';
    expect(spec).toContain('\n  number:\n    type: reference');
    expect(spec).toContain('search: ${number | searchReference("name")}');
    expect(spec).toContain('    number: [name, id]');
    expect(spec).toContain('empty: I found no order ${number}.');
    // The field of that name is something else.
    expect(spec).toContain('    order: name\n');
    expect(spec).toContain('title: Order ${order}');
  });

  test.each([
    ['town', '9', 'cannot be the name of an input'],
    ['town', 'size', 'has an input "size" already'],
  ])('but not %s to %s', async (_from, to, why) => {
    expect(await editor.renamed(POINTS, at(POINTS, '\n  to'), to)).toContain(why);
  });

  test('and nothing else can be renamed', async () => {
    expect(await editor.renamed(ORDER, at(ORDER, 'titl'), 'name')).toContain('Only inputs of actions');
    expect(await editor.ask('prepareRename', ORDER, at(ORDER, 'titl'))).toBeNull();
  });
});

test('a file of the largest integration is looked at again in a moment', async () => {
  const text = read(ORDER);
  const times: number[] = [];
  for (let i = 0; i < 8; i++) {
    const before = editor.told.length;
    const start = performance.now();
    await editor.type(ORDER, text.replace('order: name', `order: nam${'e'.repeat((i % 2) + 2)}`));
    await editor.until(() => editor.told.length > before);
    times.push(performance.now() - start);
  }
  // The first ones warm up; how long it takes is for `npm run bench`, here it only must not be a whole build each time.
  expect(Math.min(...times)).toBeLessThan(1000);
});
