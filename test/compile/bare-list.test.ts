import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { botOf, built, edited, specsOf } from '../build/specs';

/** Runs the answer script of an action whose API answers with a bare list. */
function answered(body: unknown): {
  readonly outcome: string;
  readonly answer?: { readonly points: readonly unknown[] };
} {
  const specs = edited(specsOf('parcels'), 'find-points.yaml', (text) =>
    text.replace('at: data\n', 'at: .\n').replace('each: points\n      where', 'each: .\n      where'),
  );
  const { dialogComponents } = built(botOf(specs), 'xo10').definition;
  const scriptOf = (name: string) =>
    `(function () {\n${decodeURIComponent(dialogComponents.find((c) => c.name === name)?.script ?? '')}\n})();\n`;
  const context: Record<string, unknown> = {
    called: { key: 'findPoints', service: 'findPointsService', kind: 'rest' },
    findPoints: {},
    entities: {},
    findPointsService: { response: { statusCode: 200, body } },
  };
  runInNewContext(scriptOf('parcelsCheck') + scriptOf('findPointsAnswer'), {
    context,
    koreDebugger: { log: () => undefined },
  });
  return context['findPoints'] as ReturnType<typeof answered>;
}

test('a dot stands for the answer itself', () => {
  const { outcome, answer } = answered([
    { id: 1, kind: 'shop', name: 'Corner' },
    { id: 2, kind: 'locker', name: 'Box' },
  ]);
  expect(outcome).toBe('found');
  expect(answer?.points).toEqual([{ id: '1', name: 'Corner', street: '', open: '' }]);
});

test('an empty bare list is empty', () => {
  expect(answered([]).outcome).toBe('empty');
});

test('an answer may come as text; a text that is no JSON is no answer', () => {
  expect(answered('[{"id":1,"kind":"shop","name":"Corner"}]')).toMatchObject({
    outcome: 'found',
    answer: { points: [{ id: '1' }] },
  });
  expect(answered('[]').outcome).toBe('empty');
  for (const text of ['', '<html>502</html>', '{"id":1', '"quoted"', '5', 'null'])
    expect(answered(text).outcome).toBe('unavailable');
});
