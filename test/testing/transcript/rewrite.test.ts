import { describe, expect, it } from 'vitest';
import { parseTranscripts } from '../../../generator/transcript/parse';
import { matchLines } from '../../../services/stub/match';
import { rewriteMessage, rewritten } from '../../../testing/transcript/rewrite';

/** The first message of a transcript after the bot says something else. */
function after(text: string, ...said: readonly string[]): string {
  const message = parseTranscripts('specs/a/b.chat', text)[0]?.steps[0]?.bot[0];
  if (!message) throw new Error('no message');
  return rewritten(text, rewriteMessage('bot', message, said, text.split(/\r?\n/)));
}

describe('a message written anew', () => {
  it.each([
    ['one line', 'user: a\nbot: old\n', ['new'], 'user: a\nbot: new\n'],
    [
      'a line further down',
      'user: a\nbot: one\n  two\n  three\n',
      ['one', '2', 'three'],
      'user: a\nbot: one\n  2\n  three\n',
    ],
    [
      'patterns that still fit',
      'user: a\nbot: old\n  Total: *\n  ...\n',
      ['new', 'Total: 5', 'x'],
      'user: a\nbot: new\n  Total: *\n  ...\n',
    ],
    ['a comment between lines', 'user: a\nbot: one\n# why\n  two\n', ['one', '2'], 'user: a\nbot: one\n# why\n  2\n'],
    ['a line more', 'user: a\nbot: one\n  three\n', ['one', 'two', 'three'], 'user: a\nbot: one\n  two\n  three\n'],
    ['a line before the first', 'user: a\nbot: two\n', ['one', 'two'], 'user: a\nbot: one\n  two\n'],
    ['a line less', 'user: a\nbot: one\n  two\n  three\n', ['one', 'three'], 'user: a\nbot: one\n  three\n'],
    ['the first line less', 'user: a\nbot: one\n  two\n', ['two'], 'user: a\nbot: two\n'],
    ['a head without a text', 'user: a\nbot:\n  one\n  two\n', ['1', 'two'], 'user: a\nbot:\n  1\n  two\n'],
    ['a star', 'user: a\nbot: old\n', ['5 * 3'], 'user: a\nbot: 5 \\* 3\n'],
    ['what looks like a pattern', 'user: a\nbot: old\n', ['/a.c/'], 'user: a\nbot: *a.c/\n'],
    [
      'line ends of Windows',
      'user: a\r\nbot: old\r\n  two\r\n',
      ['new', 'two', '3'],
      'user: a\r\nbot: new\r\n  two\r\n  3\r\n',
    ],
  ])('%s', (_what, text, said, expected) => {
    expect(after(text, ...said)).toBe(expected);
  });

  it('is what the bot says, whatever that is', () => {
    const lines = ['', ' ', 'a', '*', '...', '/x/', 'b * c', '\\*', '  indented', '# no comment'].filter(
      (l) => l.trim() !== '',
    );
    for (const first of lines)
      for (const second of lines) {
        const fresh = after('user: a\nbot: old\n  Total: *\n', first, second);
        const message = parseTranscripts('specs/a/b.chat', fresh)[0]?.steps[0]?.bot[0];
        expect(matchLines(message?.lines ?? [], [first, second]), fresh).toBeUndefined();
      }
  });
});
