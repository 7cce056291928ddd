import { describe, expect, it } from 'vitest';
import { batchTests } from '../../generator/batch/batch-test';
import type { TestCase } from '../../generator/batch/test-case';
import { batchCsv } from '../../generator/batch/csv';
import { botOf, built, edited, specsOf } from '../build/specs';

const bot = botOf(specsOf('shopify'));
const fileOf = (path: string, of = bot) =>
  batchTests(of)
    .find((f) => f.path === path)
    ?.bytes.toString('utf8') ?? '';
const casesOf = (path: string, of = bot) => (JSON.parse(fileOf(path, of)) as { testCases: TestCase[] }).testCases;

describe('batch tests', () => {
  it('ask for the dialog by its name and for each entity by its name and value', () => {
    const found = casesOf('shopify/batch-test.json').find((c) => c.input === 'could you track order #1001');
    expect(found).toEqual({
      input: 'could you track order #1001',
      intent: 'Get order details',
      entities: [{ entityValue: '#1001', entityName: 'getOrderDetailsOrder' }],
    });
  });

  it('name intents and entities that the built bot has', () => {
    const { definition } = built(bot, 'xo10');
    const text = JSON.stringify(definition);
    for (const test of casesOf('shopify/batch-test.json')) {
      expect(text).toContain(JSON.stringify(test.intent));
      for (const entity of test.entities ?? []) expect(text).toContain(JSON.stringify(entity.entityName));
    }
  });

  it('hold only sentences that are not trained, in every language', () => {
    const trained = new Set((built(bot, 'xo10').definition.sentences ?? []).map((s) => s.sentence));
    expect(trained.size).toBeGreaterThan(100);
    for (const language of ['', '.es'])
      for (const test of casesOf(`shopify/batch-test${language}.json`)) expect(trained).not.toContain(test.input);
  });

  it('have files of their own for a second language, with its titles', () => {
    const spanish = casesOf('shopify/batch-test.es.json');
    expect(spanish.length).toBe(casesOf('shopify/batch-test.json').length);
    expect(spanish.map((c) => c.intent)).toContain('Detalles de un pedido');
  });

  it('leave out what a translation does not have, rather than test it in another language', () => {
    const folder = edited(specsOf('shopify'), 'locales/es.yaml', (text) =>
      text.replace(/^ {4}tests:\n(?: {6}- .*\n)+/gm, ''),
    );
    const without = botOf({ ...folder, yaml: folder.yaml.filter(({ name }) => !name.startsWith('utterances/')) });
    expect(batchTests(without).map((f) => f.path)).toEqual(['shopify/batch-test.json', 'shopify/batch-test.csv']);
  });

  it('are split where a file would hold more than a thousand', () => {
    const many = Array.from({ length: 1001 }, (_, i) => `  - is there order number ${i} for me`).join('\n');
    const large = botOf(
      edited(specsOf('shopify'), 'get-order-details.yaml', (text) => text.replace(/^tests:$/m, `tests:\n${many}`)),
    );
    expect(casesOf('shopify/batch-test.json', large)).toHaveLength(1000);
    expect(casesOf('shopify/batch-test-2.json', large).length).toBeGreaterThan(1);
  });
});

describe('the CSV form', () => {
  it('has the documented header and one row for each case', () => {
    const rows = fileOf('shopify/batch-test.csv').trimEnd().split('\n');
    expect(rows[0]).toBe('input,intent,parentIntent,entityName,entityValue,entityOrder');
    expect(rows).toHaveLength(1 + casesOf('shopify/batch-test.json').length);
    expect(rows).toContain('could you track order #1001,Get order details,,getOrderDetailsOrder,#1001,');
  });

  it('puts further entities on rows of their own and their order into the first', () => {
    const entities = [
      { entityName: 'from', entityValue: 'Bath' },
      { entityName: 'to', entityValue: 'York' },
    ];
    const csv = batchCsv([{ input: 'Bath to York', intent: 'Travel', entities, entityOrder: ['from', 'to'] }]);
    expect(csv.split('\n').slice(1, 3)).toEqual(['Bath to York,Travel,,from,Bath,from>to', ',,,to,York,']);
  });

  it('quotes what would end a cell', () => {
    const csv = batchCsv([{ input: 'say "hi", please', intent: 'Greet' }]);
    expect(csv.split('\n')[1]).toBe('"say ""hi"", please",Greet,,,,');
  });
});
