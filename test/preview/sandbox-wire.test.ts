import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { lineJoiner } from '../../preview/sandbox/lines';
import { imageOf } from '../../preview/sandbox/memory-image';
import type { SandboxRequest } from '../../preview/sandbox/protocol';
import { createReader, createWriter, readAnswer, writeAnswer } from '../../preview/sandbox/wire';
import type { RequestLines, WireRequest } from '../../preview/sandbox/wire';

const request = (codes: readonly string[], functions?: readonly string[]): SandboxRequest => ({
  jobs: codes.map((code) => ({ as: 'script', code })),
  context: '{}',
  env: { A: 'a' },
  content: {},
  ...(functions && { functions }),
});

const headOf = ([head]: RequestLines) => JSON.parse(head) as WireRequest;

describe('a request on its way to the child', () => {
  it('arrives as it was, and takes each text of code along once', () => {
    const [write, read] = [createWriter(), createReader()];
    const odd = { context: '{ "a": "\\n" }', history: '["\u2028"]' };
    const sent = [request(['a', 'b']), { ...request(['b', 'a', 'b'], ['f']), ...odd }, request(['c'], ['f'])];
    const written = sent.map(write);
    expect(written.map((lines) => headOf(lines).fresh)).toEqual([['a', 'b'], ['f'], ['c']]);
    expect(written.map(read)).toEqual(sent.map((one) => ({ functions: [], ...one })));
    expect(written.flat().join('')).not.toContain('\n');
  });

  it('arrives when so much was known that both sides begin anew', () => {
    const [write, read] = [createWriter(3), createReader()];
    const sent = [request(['aa', 'bb']), request(['bb']), request(['bb', 'aa'])];
    const written = sent.map(write);
    expect(written.map(headOf).map(({ fresh, forget }) => [fresh, forget])).toEqual([
      [['aa', 'bb'], undefined],
      [['bb'], true],
      [['aa'], undefined],
    ]);
    expect(written.map((one) => read(one).jobs)).toEqual(sent.map(({ jobs }) => jobs));
  });

  it('is refused when it calls for code that never came', () => {
    const [head, context, history] = createWriter()(request(['a']));
    const without = JSON.stringify({ ...(JSON.parse(head) as object), fresh: [] });
    expect(() => createReader()([without, context, history])).toThrow(RangeError);
  });
});

it('an answer arrives as it was, with a context or without', () => {
  const answer = { jobs: [], puts: [{ scope: 'BotContext', key: 'k\n' }] };
  for (const one of [answer, { ...answer, context: '{"a":"\\n"}', sameHistory: true as const }]) {
    const lines = writeAnswer(one);
    expect(lines.join('')).not.toContain('\n');
    expect(readAnswer(lines)).toEqual(one);
  }
});

describe('lines', () => {
  it('are put together from any pieces', () => {
    const text = 'é\u2028a\n\nb🙂\nrest';
    const bytes = Buffer.from(text);
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const join = lineJoiner();
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(pieces.flatMap(join)).toEqual(['é\u2028a', '', 'b🙂']);
    }
  });

  it('too long for a pipe go through it, and the other side ends with it', () => {
    const child = require.resolve('#lib/preview/sandbox/child.js');
    const content = { LONG: 'x'.repeat(300_000) };
    const asked = createWriter()({ ...request(['print(content.LONG)']), content, context: CONTEXT });
    const { status, output } = spawnSync(process.execPath, [child], {
      input: `${asked.join('\n')}\n`,
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    });
    const [ready, answer] = String(output[3]).trim().split('\n');
    expect([status, ready]).toEqual([0, 'ready']);
    expect(JSON.parse(answer ?? '')).toMatchObject({ jobs: [{ printed: content.LONG }] });
  });
});

const CONTEXT =
  '{"session":{"EnterpriseContext":{},"BotContext":{},"UserContext":{},"UserSession":{},"BotUserSession":{}}}';

describe('an image of memory', () => {
  it('has what was there, and after a clean restore nothing that came since', () => {
    const memory = new WebAssembly.Memory({ initial: 3 });
    const bytes = new Uint8Array(memory.buffer);
    bytes[5] = 1;
    const image = imageOf(memory);
    bytes.fill(7);
    image.restore();
    expect([bytes[5], bytes[6], bytes[70_000]]).toEqual([1, 0, 7]);
    image.restoreClean();
    expect([bytes[5], bytes[6], bytes[70_000]]).toEqual([1, 0, 0]);
  });
});
