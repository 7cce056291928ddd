import { describe, expect, test } from 'vitest';
import { chatSkeleton, type ChatFacts } from '../../generator/scaffold/chat';
import type { Draft } from '../../generator/scaffold/draft';
import { isCarousel } from '../../generator/scaffold/reply-yaml';
import { proposeUtterances } from '../../generator/scaffold/utterances';
import { asked, draftOf, inputOf, leafOf, REST } from './drafts';

/** The turns of a transcript, conversation by conversation. */
const conversations = (more: Partial<Draft>, facts: Partial<ChatFacts> = {}) => {
  const text = chatSkeleton(draftOf(more), { utterances: ['show me it'], ...facts });
  return text
    .split(/^== /m)
    .slice(1)
    .map((one) => one.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
};
const A = inputOf('a', { example: 'blue', type: 'pattern' });
const B = inputOf('b', { type: 'choice', choices: ['big', 'small one'], question: 'Which b?' });
const BOTH = { utterances: ['show ${a} and ${b}', 'show big things', 'show it'] };

describe('a transcript of what reads', () => {
  test.each([
    ['no input', {}, {}, [['answers', 'user: show me it', 'bot: ...']]],
    ['no utterance', {}, { utterances: [] }, [['answers', 'user: Get order', 'bot: ...']]],
    [
      'one input',
      { inputs: [A] },
      { utterances: ['show ${a} ${x}', 'show it'] },
      [
        ['answers', 'user: show blue x', 'bot: ...'],
        ['asks for what it needs', 'user: show it', 'bot: What is the a? For example blue.'],
      ],
    ],
    [
      'one input, and no sentence without it',
      { inputs: [A] },
      { utterances: ['show ${a}'] },
      [['answers', 'user: show blue', 'bot: ...']],
    ],
    [
      'two inputs',
      { inputs: [A, B] },
      BOTH,
      [
        [
          'answers',
          'user: show it',
          'bot: What is the a? For example blue.',
          'user: blue',
          'bot: Which b?',
          '  ...',
          'user: big',
          'bot: ...',
        ],
      ],
    ],
    [
      'a choice in every sentence',
      { inputs: [A, B] },
      { utterances: ['show ${a} and ${b}', 'show a Small-One'] },
      [['answers', 'user: show a Small-One', 'bot: What is the a? For example blue.', 'user: blue', 'bot: ...']],
    ],
    [
      'two inputs, and no sentence without them',
      { inputs: [A, B] },
      { utterances: ['show ${a} and ${b}'] },
      [['answers', 'user: show blue and big', 'bot: ...']],
    ],
    [
      'an open input',
      { inputs: [inputOf('a', { optional: true, example: 'x' })] },
      { utterances: ['show ${a}', 'show it'] },
      [
        ['answers', 'user: show No', 'bot: ...'],
        ['asks for what it needs', 'user: show it', 'bot: What is the a?', '  ...'],
      ],
    ],
    [
      'a yes or no',
      { inputs: [inputOf('a', { type: 'boolean', example: 'yes' })] },
      { utterances: ['show ${a}', 'show it'] },
      [
        ['answers', 'user: show yes', 'bot: ...'],
        ['asks for what it needs', 'user: show it', 'bot: What is the a? For example yes.', '  ...'],
      ],
    ],
    [
      'an input without an answer',
      { inputs: [inputOf('a', { question: 'A *?' })] },
      { utterances: ['show ${a}', 'show it'] },
      [
        ['answers', 'user: show ', 'bot: ...'],
        ['asks for what it needs', 'user: show it', 'bot: A \\*?'],
      ],
    ],
    [
      'a stub',
      {},
      { stub: { file: 's.json', env: { X: 'y' } }, throttled: 'Busy.' },
      [['answers', '@stub s.json', '@env X=y', 'user: show me it', 'bot: ...']],
    ],
    [
      'patience',
      {},
      { throttled: 'Busy.' },
      [
        ['answers', 'user: show me it', 'bot: ...'],
        ['is patient', '@store fault throttled', 'user: show me it', 'bot: Busy.', '  ...'],
      ],
    ],
    ['pages', { request: asked('query', { paging: 'a' }) }, {}, []],
    ['GraphQL without pages', { request: asked('query') }, {}, [['answers', 'user: show me it', 'bot: ...']]],
    [
      'a carousel',
      { fields: [{ name: 'l', each: '.', fields: [leafOf('title')] }], list: 'l' },
      {},
      [['answers', 'user: show me it', 'bot: ...', 'bot: ...']],
    ],
  ] satisfies readonly (readonly [string, Partial<Draft>, Partial<ChatFacts>, readonly (readonly string[])[]])[])(
    'with %s',
    (_, more, facts, wanted) => {
      expect(conversations(more, facts)).toEqual(wanted);
    },
  );
});

describe('a transcript of what writes', () => {
  const WRITES = { id: 'create-order', request: { ...REST, method: 'POST', writes: true } };
  const written = (more: Partial<Draft>, utterances = ['create ${a}', 'create it']) =>
    conversations({ ...WRITES, ...more }, { utterances });

  test('asks first, and takes yes and no', () => {
    const before = ['user: create it', 'bot: Shall I create an order?', '  ...'];
    expect(written({})).toEqual([
      ['does it after a yes', ...before, '@calls 0', 'click: Create it', 'bot: ...', '@calls 1'],
      ['leaves it after a no', ...before, 'user: no', 'bot: All right, nothing was sent.', '@calls 0'],
    ]);
    expect(written({}, ['create ${a}'])[0]?.[1]).toBe('user: Get order');
  });

  test.each([
    ['a choice', inputOf('a', { type: 'choice', choices: ['x y'] }), 'x y'],
    ['a pattern', A, 'blue'],
    ['an id', inputOf('a', { type: 'id', example: '123' }), '123'],
    ['a text', inputOf('a', { example: 'blue' }), '*'],
    ['several', { ...A, many: true as const }, '*'],
    ['signs', inputOf('a', { type: 'pattern', example: 'a-b' }), '*'],
    ['a choice that was said', inputOf('a', { type: 'choice', choices: ['it'] }), '*'],
  ])('repeats what was said as far as that is known: %s', (_, input, wanted) => {
    expect(written({ inputs: [input] })[0]).toContain(`bot: Shall I create an order (a ${wanted})?`);
  });

  test('does not repeat what may be left open', () => {
    expect(written({ inputs: [inputOf('a', { optional: true })] })[0]).toContain('bot: Shall I create an order?');
  });
});

test.each([
  ['no list', {}, false],
  ['another list', { list: 'x' }, false],
  ['a table', { fields: [{ name: 'l', each: '.', fields: [leafOf('title'), leafOf('a')] }], list: 'l' }, false],
  [
    'a short list',
    { fields: [{ name: 'l', each: '.', fields: [leafOf('title')] }], list: 'l', request: asked('query') },
    false,
  ],
  ['a long list of titles', { fields: [{ name: 'l', each: '.', fields: [leafOf('title')] }], list: 'l' }, true],
  ['a value that is called so', { fields: [leafOf('l')], list: 'l' }, false],
] satisfies readonly (readonly [string, Partial<Draft>, boolean])[])('%s is a carousel: %#', (_, more, wanted) => {
  expect(isCarousel(draftOf(more))).toBe(wanted);
});

describe('sentences', () => {
  const proposed = (more: Partial<Draft>, taken: readonly string[] = []) =>
    proposeUtterances(draftOf(more), (one) => taken.includes(one));
  const POST = { ...REST, method: 'POST', writes: true };

  test.each([
    ['nothing', { id: 'get-order' }, 'show me the order'],
    ['something', { inputs: [inputOf('number')] }, 'show me order with number ${number}'],
    ['what says the thing already', { inputs: [inputOf('a', { label: 'order number' })] }, 'show me order ${a}'],
    ['its ID', { inputs: [inputOf('a', { label: 'order ID' })] }, 'show me order ${a}'],
    [
      'two things',
      { inputs: [inputOf('a', { label: 'order ID' }), inputOf('b')] },
      'show me order with order ID ${a} and b ${b}',
    ],
    [
      'four things',
      { inputs: [...'abcd'].map((one) => inputOf(one)) },
      'show me order with a ${a} and b ${b} and c ${c}',
    ],
    [
      'what may be left open',
      { inputs: [inputOf('a', { optional: true }), inputOf('b', { many: true })] },
      'show me the order',
    ],
    ['something new', { id: 'create-order', inputs: [inputOf('a')], request: POST }, 'create a new order'],
    ['several new', { id: 'create-orders', request: POST }, 'create the orders'],
    [
      'a change',
      { id: 'update-order', inputs: [...'abc'].map((one) => inputOf(one)), request: POST },
      'update order with a ${a} and b ${b}',
    ],
    ['an end', { id: 'delete-order', request: POST }, 'delete an order'],
    ['a deed', { id: 'close-order', request: POST }, 'close an order'],
    ['a mutation', { id: 'close-order', request: asked('mutation') }, 'show me the order'],
  ] satisfies readonly (readonly [string, Partial<Draft>, string])[])('ask for %s', (_, more, first) => {
    expect(proposed(more).utterances[0]).toBe(first);
  });

  test('use other verbs, too, unless there are none', () => {
    expect(proposed({ id: 'add-order', request: POST }).utterances.slice(2, 5)).toEqual([
      'create a new order for me',
      'can you add a new order',
      'make a new order please',
    ]);
    expect(proposed({ id: 'close-order', request: POST }).utterances.slice(2, 5)).toEqual([
      'close an order for me',
      'can you close an order',
      'close an order please',
    ]);
    expect(proposed({ id: 'get-orders', inputs: [inputOf('a')] }).utterances).toContain('help me with the orders');
    expect(proposed({ inputs: [inputOf('a')] }).utterances).toContain('help me with an order');
  });

  test('are those that nobody has yet', () => {
    const all = proposed({});
    const left = proposed({}, [all.utterances[0] ?? '', all.tests[0] ?? '']);
    expect(left.utterances).toEqual(all.utterances.slice(1));
    expect(left.tests).toEqual(all.tests.slice(1));
    expect(proposeUtterances(draftOf(), () => true)).toEqual({ utterances: [], tests: [] });
  });

  test('ask for the next page where there is one', () => {
    expect(proposed({ request: asked('query', { paging: 'a' }) }).utterances[1]).toBe('show more of the order');
    expect(proposed({ request: asked('query') }).utterances).not.toContain('show more of the order');
  });
});
