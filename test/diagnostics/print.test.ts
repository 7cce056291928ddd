import { describe, expect, test } from 'vitest';
import { collect, inOrder, onlyAbout, type Diagnostic, type Place } from '../../generator/diagnostics/diagnostic';
import { jsonDiagnostic, positionOf, printDiagnostic, printDiagnostics } from '../../generator/diagnostics/print';

const TEXT = 'title: Order\ninputs:\n  order:\n    type: nubmer\n    prompt: Which?\n';
const placeOf = (text: string, word: string, path = 'specs/x/a.yaml'): Place => {
  const start = text.indexOf(word);
  return { path, text, start, end: start + word.length };
};
const about = (place: Place): Diagnostic => ({ code: 'unknown-value', severity: 'error', message: 'No.', place });
const printed = (place: Place) => printDiagnostic(about(place), { color: false });

describe('a diagnostic for people', () => {
  test('names file, line, column, severity and code, then says what is wrong, then shows the place', () => {
    expect(printed(placeOf(TEXT, 'nubmer'))).toBe(
      [
        'specs/x/a.yaml:4:11  error  unknown-value',
        '  No.',
        '    3 |   order:',
        '  > 4 |     type: nubmer',
        '      |           ^^^^^^',
        '    5 |     prompt: Which?',
      ].join('\n'),
    );
  });

  test('points with one caret to an empty place', () => {
    expect(printed({ ...placeOf(TEXT, 'title'), end: 0 })).toMatch(/^ {6}\| \^$/m);
  });

  test('of several lines points to its beginning', () => {
    const text = printed({ ...placeOf(TEXT, 'inputs'), end: TEXT.length });
    expect(text).toContain('specs/x/a.yaml:2:1 ');
    expect(text).toMatch(/> 2 \| inputs:/);
  });

  test('cuts a long line around the place', () => {
    const text = `a: ${'x'.repeat(5_000)}HERE${'y'.repeat(5_000)}\n`;
    const lines = printed(placeOf(text, 'HERE')).split('\n');
    expect(Math.max(...lines.map((l) => l.length))).toBeLessThan(200);
    const [shown = '', caret = ''] = lines.slice(-2);
    expect(shown.slice(caret.indexOf('^')).startsWith('HERE')).toBe(true);
  });

  test('works at the end of a file, in an empty file and with Windows line ends', () => {
    expect(printed({ path: 'a', text: 'a: 1\n', start: 5, end: 5 })).toContain('a:2:1 ');
    expect(printed({ path: 'a', text: '', start: 0, end: 0 })).toContain('a:1:1 ');
    expect(printed(placeOf('a: 1\r\nb: two\r\n', 'two'))).toContain(':2:4 ');
  });

  test('has colours only when they are asked for', () => {
    const escape = String.fromCharCode(27);
    expect(printed(placeOf(TEXT, 'nubmer'))).not.toContain(escape);
    expect(printDiagnostic(about(placeOf(TEXT, 'nubmer')), { color: true })).toContain(escape);
  });
});

test('positions count lines and columns from 1, columns in UTF-16 units', () => {
  expect(positionOf(placeOf('a: 😀x\nb: 1', 'x'))).toEqual({ line: 1, column: 6, endLine: 1, endColumn: 7 });
  expect(positionOf({ path: 'a', text: 'a\nb', start: 2, end: 1 })).toEqual({
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 1,
  });
});

test('a diagnostic for machines has flat keys', () => {
  expect(jsonDiagnostic(about(placeOf(TEXT, 'nubmer')))).toEqual({
    ...{ file: 'specs/x/a.yaml', line: 4, column: 11, endLine: 4, endColumn: 17 },
    ...{ severity: 'error', code: 'unknown-value', message: 'No.' },
  });
});

test('diagnostics are shown by file and place, each once, without changing the list', () => {
  const at = (path: string, start: number, message = 'm') => ({
    ...about({ path, text: TEXT, start, end: start }),
    message,
  });
  const given = [at('b', 1), at('a', 9), at('a', 2, 'z'), at('a', 2, 'y'), at('a', 9), at('a', 10)];
  const before = [...given];
  expect(inOrder(given).map((d) => [d.place.path, d.place.start, d.message])).toEqual([
    ['a', 2, 'y'],
    ['a', 2, 'z'],
    ['a', 9, 'm'],
    ['a', 10, 'm'],
    ['b', 1, 'm'],
  ]);
  expect(given).toEqual(before);
});

test('a collector keeps everything, and knows warnings from errors', () => {
  const { report, diagnostics, hasErrors } = collect();
  report(placeOf(TEXT, 'order'), 'few-utterances', 3);
  expect([diagnostics[0]?.severity, hasErrors()]).toEqual(['warning', false]);
  report(placeOf(TEXT, 'order'), 'yaml-alias');
  expect([diagnostics[1]?.severity, hasErrors()]).toEqual(['error', true]);
});

test('a report about one file drops what is about others', () => {
  const { report, diagnostics } = collect();
  const only = onlyAbout('a', report);
  only({ path: 'a', text: '', start: 0, end: 0 }, 'yaml-alias');
  only({ path: 'b', text: '', start: 0, end: 0 }, 'yaml-alias');
  expect(diagnostics.map((d) => d.place.path)).toEqual(['a']);
});

describe('the diagnostics of many files', () => {
  const each = (count: number, code: Diagnostic['code'] = 'unknown-value') =>
    Array.from({ length: count }, (_, i) => ({ ...about(placeOf(TEXT, 'nubmer', `specs/x/a${i}.yaml`)), code }));
  const printedAll = (all: readonly Diagnostic[]) => printDiagnostics(all, { color: false });
  const heads = (text: string) => text.split('\n').filter((line) => line.startsWith('specs/')).length;

  test('are printed one after the other, each with an empty line after it', () => {
    const [one] = each(1);
    expect(printedAll([])).toBe('');
    expect(one && printedAll([one, one])).toBe(
      one && `${printDiagnostic(one, { color: false })}\n\n`.repeat(2).slice(0, -1),
    );
  });

  test.each([
    [20, 20, undefined],
    [21, 20, '… and 1 more of unknown-value in one file.'],
    [1_220, 20, '… and 1,200 more of unknown-value in 1,200 files.'],
  ])('of %i of one kind %i are shown, and it is said how many more there are', (found, shown, more) => {
    const text = printedAll(each(found));
    expect(heads(text)).toBe(shown);
    expect(/^… and .*?\./m.exec(text)?.[0]).toBe(more);
  });

  test('are counted kind by kind, and a file that counts its own is not counted again', () => {
    const text = printedAll([...each(25, 'similar-descriptions'), ...each(19), ...each(30, 'more-warnings')]);
    expect(heads(text)).toBe(20 + 19 + 20);
    expect(text.match(/^… and .*$/gm)).toEqual([
      '… and 5 more of similar-descriptions in 5 files. Mend the first ones, and build again.',
    ]);
  });
});
