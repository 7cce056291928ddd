import { afterEach, expect, test, vi } from 'vitest';
import { processConsole } from '../../cli/console';

afterEach(() => vi.restoreAllMocks());

/** What reaches the process's own streams. */
function written(say: () => void): string {
  const all: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => Boolean(all.push(String(text))));
  say();
  return all.join('');
}

// A name of a file, as it stands before a finding.
const ORDERS = 'specs/a\u001b[2J\u001b]8;;https://x\u0007\u009b2J\u202e\u2066\r.yaml';

test.each(['out', 'err', 'fail'] as const)('nothing that is told by %s drives the terminal', (way) => {
  expect(written(() => void processConsole[way](`${ORDERS}\n\tfine`))).toBe(
    'specs/a�[2J�]8;;https://x��2J���.yaml\n\tfine\n',
  );
});

test('lines of a file from Windows end as all others do', () => {
  const lines = '-bot: a\r\n\u001b[32m+bot: b\r\u001b[39m\n@calls 0\r';
  expect(written(() => processConsole.err(lines))).toBe('-bot: a\n\u001b[32m+bot: b\u001b[39m\n@calls 0\n');
  expect(written(() => processConsole.err('a\rb'))).toBe('a�b\n');
});

test('colours stay', () => {
  expect(written(() => processConsole.err('\u001b[31mred\u001b[39m'))).toBe('\u001b[31mred\u001b[39m\n');
});

test('JSON says the same, in escapes', () => {
  const text = JSON.stringify({ a: '\u009b\u202e' });
  const shown = written(() => processConsole.out(text));
  expect(shown).toBe('{"a":"\\u009b\\u202e"}\n');
  expect(JSON.parse(shown)).toEqual(JSON.parse(text));
});
