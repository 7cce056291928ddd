import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readSpecs, type SpecFolder } from '../../../generator/source/read';
import { diffBots } from '../../../kore/diff/diff-bots';
import { asIncrementalImport } from '../../../kore/diff/incremental';
import { lookUpsOf } from '../../../kore/diff/look-ups';
import { outline } from '../../../kore/diff/outline';
import { TARGETS } from '../../../kore/format';
import { botOf, built, edited } from '../../build/specs';

const WHOLE = ['Prepare', 'Service', 'Answer'];

test.each([
  ['CreateLead', ['Person'], ['', ...WHOLE], { person: 3 }],
  ['CreateLead', [], ['Prepare', 'PrepareSteps', 'CallSteps', 'Service', 'Answer', 'Done', 'NeedsInput'], {}],
  ['CreateLead', ['Person'], [...WHOLE, 'Read', 'GiveUp', 'PickSteps'], { person: 6 }],
  ['CreateLead', ['Person', 'PersonPick'], [...WHOLE, 'Pick'], { person: 4, personPick: 4 }],
  ['CreateLead', ['Read', 'ShipTo2'], [...WHOLE, 'None', 'TokenSteps'], { read: 5, shipTo2: 5 }],
  ['CreateLead0001', ['Person'], ['Prepare0001', 'Service0001', 'Answer0001'], { person: 3 }],
  ['CreateLead', ['Token'], ['', 'Service', 'Prepare'], {}],
  ['Other', ['Person'], WHOLE, {}],
])('a dialog %s with nodes of %j called %j has look-ups %j', (intent, steps, parts, expected) => {
  const own = steps.length === 0 ? [''] : steps;
  const nodes = [
    { type: 'intent', name: intent },
    ...own.flatMap((step) => parts.map((part) => ({ type: 'script', name: `createLead${step}${part}` }))),
  ];
  const found: Record<string, number> = {};
  for (const name of lookUpsOf(nodes as never).values()) found[name] = (found[name] ?? 0) + 1;
  expect(found).toEqual(expected);
});

describe.each(TARGETS)('on %s', (target) => {
  const specs = readSpecs(join(__dirname, '..', '..', 'catalogue'), 'stripe');
  const bot = (folder: SpecFolder) => built(botOf(folder), target, 'create-invoice');
  const change = (edit: (text: string) => string) => bot(edited(specs, 'create-invoice.yaml', edit));
  const whole = bot(specs);
  const said = (diff: ReturnType<typeof diffBots>) =>
    outline(diff).flatMap(({ lines }) => lines.filter(({ depth, sign }) => depth === 1 && sign !== undefined));
  const SENT = 'GET https://api.stripe.com/v1/invoiceitems?{{context.createInvoicePending.url.query}}';

  it('says of a step that it is added or removed, what it sends, and nothing of its nodes', () => {
    const without = change((text) => text.replace(/ {2}pending:\n[\s\S]*?none: Nothing.*\n/, ''));
    const about = (diff: ReturnType<typeof diffBots>) => said(diff).filter(({ text }) => /Pending|pending/.test(text));
    expect(about(diffBots(without, whole))).toEqual([{ depth: 1, sign: '+', text: `look-up pending: sends ${SENT}` }]);
    expect(about(diffBots(whole, without))).toEqual([{ depth: 1, sign: '-', text: `look-up pending: sends ${SENT}` }]);
  });

  it('shows what changed in a step below the step', () => {
    const other = change((text) => text.replace('/v1/customers', '/v1/clients').replace('Which customer?', 'Who?'));
    const diff = diffBots(whole, other);
    expect(said(diff)).toEqual([{ depth: 1, sign: '~', text: 'look-up customer' }]);
    const [node, ...others] = diff.dialogs[0]?.nodes ?? [];
    expect(others).toEqual([]);
    expect(node).toMatchObject({ kind: 'changed', name: 'customer', type: 'look-up', fields: [] });
    expect(node?.nodes?.map(({ name, fields }) => [name, fields.map(({ field }) => field)])).toEqual([
      ['createInvoiceCustomerService', ['request']],
      ['createInvoiceCustomerConfirm', ['prompt (en)']],
    ]);
  });

  it('keeps the steps of a dialog that an import does not hold', () => {
    const none = { ...whole, definition: { ...whole.definition, dialogs: [], dialogComponents: [] } };
    const [dialog] = asIncrementalImport(diffBots(whole, none), { utterances: 'append' }).dialogs;
    const lookUps = dialog?.nodes.filter(({ type }) => type === 'look-up') ?? [];
    expect(lookUps.map(({ name }) => name)).toEqual(['customer', 'pending']);
    expect(new Set(lookUps.flatMap(({ kind, nodes = [] }) => [kind, ...nodes.map((n) => n.kind)]))).toEqual(
      new Set(['kept']),
    );
  });
});
