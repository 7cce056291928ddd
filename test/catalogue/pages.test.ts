import { expect, it, test } from 'vitest';
import { flowchart } from '../../generator/catalogue/mermaid';
import { testsPage } from '../../generator/catalogue/tests-page';
import { inBotAction } from '../../kore/first-import/bot-action';
import { plainWords } from '../../preview/values/spoken-times';

const phrase = (text: string) => ({ text: [text] });

it('draws every kind of step and every way on', () => {
  const step = (kind: string, name: string, more: object = {}) => ({ kind, name, next: [], ...more });
  const steps = [
    step('intent', 'start', { next: [{ to: 'order' }] }),
    step('entity', 'order', { retries: 5, giveUp: 'sorry', next: [{ to: 'prepare' }] }),
    step('entity', 'open', { retries: 5 }),
    step('call', 'prepare', { next: [{ to: 'token-first', when: { equals: 'found "it"' } }] }),
    step('call', 'token-first', { next: [{ to: 'end', when: { answer: 'yes' } }] }),
    step('call', 'constructor'),
    step('dialogAct', 'sure'),
    step('agentTransfer', 'person'),
    step('message', 'sorry', { next: [{ to: 'end' }] }),
  ];
  expect(flowchart({ title: phrase('Get <order>') } as never, { steps } as never).split('\n')).toEqual([
    'flowchart TD',
    '  s0(["Get #60;order#62;"])',
    '  s1[/"ask for order"/]',
    '  s2[/"ask for open"/]',
    '  s3["check the inputs, prepare the request"]',
    '  s4["first: fetch a token"]',
    '  s5["constructor"]',
    '  s6{"ask before it is sent"}',
    '  s7["hand over to a person"]',
    '  s8["say sorry"]',
    '  done((end))',
    '  s0 --> s1',
    '  s1 --> s3',
    '  s1 -->|not understood 5 times| s8',
    '  s3 -->|found #34;it#34;| s4',
    '  s4 -->|yes| done',
    '  s8 --> done',
  ]);
});

test.each([
  [
    ['en'],
    '(batch tests)\n\n`batch-test.json` holds sentences that were **not** trained, with the dialog that each should start.',
  ],
  [['en', 'es'], 'should start; `batch-test.es.json` does so in the other languages.'],
  [['en', 'es', 'de'], 'should start; `batch-test.es.json`, `batch-test.de.json` do so in the other languages.'],
  [['en', 'es'], 'transcripts; `conversation-test.es.json` does so in the other languages:'],
])('the page of tests of a bot that speaks %j names the files of each language', (languages, said) => {
  const locales = languages.map((language) => ({ language, texts: { name: phrase('Shop') } }));
  expect(testsPage({ locales } as never)).toContain(said);
});

it('puts messages into bot actions, and nothing else', () => {
  const node = (nodeId: string, type: string) => ({
    nodeId,
    type,
    componentId: `c-${nodeId}`,
    metadata: {},
    transitions: [],
  });
  const dialogs = [
    { refId: 'd', dv: 1, sequences: [1], nodes: [node('a', 'intent'), node('b', 'message')] },
    { refId: 'e', dv: 1, sequences: [1], nodes: [node('c', 'message')] },
  ];
  const dialogComponents = [{ _id: 'zz' }, { _id: 'aa' }];
  const bot = { definition: { dialogs, dialogComponents, supportedLanguages: ['en', 'es'] } } as never;
  const { definition } = inBotAction(bot);
  const [first, second] = definition.dialogs;
  expect(definition.dialogs.map((d) => [Object.keys(d).includes('dv'), d.sequences])).toEqual([
    [false, []],
    [false, []],
  ]);
  expect(first?.nodes[0]).toEqual({ nodeId: 'a', type: 'intent', componentId: 'c-a', transitions: [] });
  const calls = [first?.nodes[1], second?.nodes[0]];
  expect(calls.map((call) => [call?.type, call?.nodeId, call?.nodes?.[0]?.componentId])).toEqual([
    ['botAction', 'b', 'c-b'],
    ['botAction', 'c', 'c-c'],
  ]);
  const ids = definition.dialogComponents.map(({ _id }) => _id);
  expect(ids).toEqual([...ids].sort());
  expect(ids).toHaveLength(4);
  const wraps = definition.dialogComponents.filter(({ type }) => type === 'botAction');
  expect(wraps.map(({ name }) => name).sort()).toEqual(['TryAnswer', 'TryAnswer1']);
  for (const call of calls) {
    const wrap = wraps.find(({ _id }) => _id === call?.componentId);
    expect(wrap?.nodes?.map(({ nodeId }) => nodeId)).toEqual([call?.nodes?.[0]?.nodeId]);
    expect(Object.keys(wrap?.localeData ?? {})).toEqual(['en', 'es']);
  }
});

test.each([
  ['call me at six in the evening please', 'call me at 6 pm               please'],
  ['Six AM', '6 am  '],
  ['one a.m.', '1 am    '],
  ['twelve pm', '12 pm    '],
  ["four o'clock in the morning", '4 am                       '],
  ['nine at night', '9 pm         '],
  ['thirteen pm', 'thirteen pm'],
  ['zero am', 'zero am'],
  ['twenty one am', 'twenty 1 am  '],
  ['one and a half am', 'one and a half am'],
  ['the morning', 'the morning'],
  ['six amber lights', 'six amber lights'],
  ['blue pm and two pm', 'blue pm and 2 pm  '],
])('the hour in “%s” is written as a clock shows it', async (said, plain) => {
  const read = await plainWords(said, { now: 0, language: 'en', zone: 'UTC' });
  expect(read).toBe(plain);
});
