import { describe, expect, test } from 'vitest';
import { isPart } from '../../services/stub/part';
import { preparedAnswers, readStub, StubError } from '../../services/stub/stub';

describe('a body that must be in another', () => {
  test.each<[wanted: unknown, whole: unknown, is: boolean]>([
    [{ a: 1 }, { a: 1, b: 2 }, true],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: undefined }, {}, false],
    [{ a: { b: 1 } }, { a: 1 }, false],
    [{ a: 1 }, [1], false],
    [{ toString: 1 }, {}, false],
    [{}, {}, true],
    [[1, 2], [1, 2], true],
    [[1], [1, 2], false],
    [[1, 2], [1, 3], false],
    [[], {}, false],
    [[{ a: 1 }], [{ a: 1, b: 2 }], true],
    ['1', 1, false],
    [null, null, true],
  ])('%j in %j: %s', (wanted, whole, is) => expect(isPart(wanted, whole)).toBe(is));
});

describe('a file of prepared answers', () => {
  const read = (value: unknown) => readStub('x.json', JSON.stringify(value));
  test('has what is left out', () => {
    expect(read([{ url: 'u' }])).toEqual({ env: {}, answers: [{ url: 'u', status: 200, headers: {}, body: 'null' }] });
    const whole = {
      method: 'POST',
      url: 'u',
      body: { a: 1 },
      status: 201,
      headers: { h: 1 },
      json: [1],
      times: 2,
      lost: true,
    };
    expect(read({ env: { A: 1 }, answers: [whole] })).toEqual({
      env: { A: '1' },
      answers: [
        {
          method: 'POST',
          url: 'u',
          requestBody: { a: 1 },
          status: 201,
          headers: { h: '1' },
          body: '[1]',
          times: 2,
          lost: true,
        },
      ],
    });
    expect(read([{ url: 'u', text: 'hi', json: 1, lost: 1, times: '2', status: '5', method: 5, headers: [] }])).toEqual(
      {
        env: {},
        answers: [{ url: 'u', status: 200, headers: {}, body: 'hi' }],
      },
    );
  });
  test.each([[{}], [{ answers: 1 }], [[1]], [[{}]], ['x']])('%j is none', (value) => {
    expect(() => read(value)).toThrow(StubError);
  });
  test('that is no JSON is none', () => expect(() => readStub('x.json', '[')).toThrow(/x\.json: not JSON/));
});

describe('the answer to a request', () => {
  const given = preparedAnswers(
    readStub(
      'x.json',
      JSON.stringify([
        { method: 'post', url: 'https://a.example/x', body: { a: 1 }, text: 'first', times: 1 },
        { url: 'https://a.example/*', text: 'any' },
      ]),
    ),
  );
  const ask = (method: string, url: string, body?: string) =>
    given({ method, url, ...(body === undefined ? {} : { body }) })?.body;
  test('is the first that fits its method, address and body, as often as it says', () => {
    expect(ask('GET', 'https://a.example/x', '{"a":1}')).toBe('any');
    expect(ask('POST', 'https://a.example/x', '{"a":2}')).toBe('any');
    expect(ask('POST', 'https://a.example/x', 'no JSON')).toBe('any');
    expect(ask('POST', 'https://a.example/x')).toBe('any');
    expect(ask('POST', 'https://a.example/x', '{"a":1,"b":2}')).toBe('first');
    expect(ask('POST', 'https://a.example/x', '{"a":1}')).toBe('any');
    expect(ask('POST', 'https://b.example/x', '{"a":1}')).toBeUndefined();
  });
});
