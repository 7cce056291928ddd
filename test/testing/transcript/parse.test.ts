import { describe, expect, it } from 'vitest';
import { parseTranscripts } from '../../../generator/transcript/parse';
import { TranscriptError } from '../../../generator/transcript/transcript';

const parse = (...lines: readonly string[]) => parseTranscripts('specs/shopify/orders.chat', lines.join('\n'));

const errorOf = (...lines: readonly string[]): string => {
  try {
    parse(...lines);
  } catch (error) {
    if (error instanceof TranscriptError) return error.message;
  }
  return 'no error';
};

describe('a transcript', () => {
  it('is a list of turns: what the user does, and the messages that must come of it', () => {
    const [transcript] = parse(
      'user: hello',
      'bot: Hi',
      '  [Orders] [Products]',
      'bot: Anything else?',
      'click: Orders',
    );
    expect(transcript?.name).toBe('orders');
    expect(transcript?.steps.map(({ input }) => input)).toEqual([
      { kind: 'say', text: 'hello' },
      { kind: 'click', title: 'Orders' },
    ]);
    expect(transcript?.steps[0]?.bot.map(({ lines }) => lines)).toEqual([
      ['Hi', '[Orders] [Products]'],
      ['Anything else?'],
    ]);
  });

  it('begins with the greeting when the bot speaks first', () => {
    expect(parse('bot: Hello!')[0]?.steps[0]?.input).toEqual({ kind: 'connect' });
  });

  it('may hold empty, repeated and several lines of the user', () => {
    const [transcript] = parse('user:', 'user[3 times]: ab ', 'user: one', '  two');
    const said = transcript?.steps.map(({ input }) => (input.kind === 'say' ? input.text : ''));
    expect(said).toEqual(['', 'ababab', 'one\ntwo']);
  });

  it('stands beside others in one file, each with a name and settings of its own', () => {
    const [first, second] = parse(
      '# a comment',
      '== one',
      '@scopes read_orders, read_products',
      '@env A=1=2',
      'user: x',
      '== two',
      '@target xo11',
      '@scopes none',
      'user: y',
    );
    expect(first).toMatchObject({ name: 'one', line: 2, settings: { env: { A: '1=2' } } });
    expect(first?.settings.scopes).toEqual(['read_orders', 'read_products']);
    expect(second?.settings).toMatchObject({ target: 'xo11', scopes: [], bot: 'shopify' });
  });

  it('has directives before a turn and about the turn above', () => {
    const [transcript] = parse('user: x', '@calls 1', '@store fault throttled', '@clock +1h', 'user: y');
    expect(transcript?.steps[0]?.after).toEqual([{ name: 'calls', value: '1', line: 2 }]);
    expect(transcript?.steps[1]?.before.map(({ name }) => name)).toEqual(['store', 'clock']);
  });
});

describe('a transcript that cannot be read says where', () => {
  it.each([
    ['an unknown line', ['user: x', 'hello'], 2],
    ['an unknown directive', ['user: x', '@stoer fault'], 2],
    ['a setting that comes too late', ['user: x', '@language es'], 2],
    ['a setting that stands twice', ['@language es', '@language en', 'user: x'], 2],
    ['a setting without a name', ['@env 12', 'user: x'], 1],
    ['an unknown target', ['@target xo9', 'user: x'], 1],
    ['something indented below nothing', ['  hello'], 1],
    ['a directive that nothing follows', ['user: x', '@clock +1h'], 2],
    ['a directive between the user and the bot', ['user: x', '@clock +1h', 'bot: y'], 3],
    ['a check above the first line', ['@calls 1', 'user: x'], 1],
    ['a conversation without a line', ['== one', '== two', 'user: x'], 1],
    ['a name that stands twice', ['== one', 'user: x', '== one', 'user: x'], 3],
    ['a button without a name', ['click:'], 1],
    ['a repeated bot', ['bot[2 times]: x'], 1],
  ])('%s', (_what, lines, line) => {
    expect(errorOf(...lines)).toMatch(new RegExp(`^specs/shopify/orders\\.chat:${line}: `));
  });
});
