import { describe, expect, it } from 'vitest';
import { maskBody, maskHeaders, maskText, maskValue } from '../../preview/mask';
import { formFields, openForm } from '../../preview/form-fields';
import { openBot } from '../../preview/open-bot';
import { readTexts } from '../../preview/sandbox/plain';
import { decodePlaceholders, decodeText } from '../../preview/decode';
import { buildBot } from './build-bot';

describe('a secret', () => {
  it.each([
    ['key=s3cr&t', ['s3cr&t'], 'key=•'],
    ['key=s3cr%26t', ['s3cr&t'], 'key=•'],
    ['{"a":"s3\\"t"}', ['s3"t'], '{"a":"•"}'],
    ['abc abcd', ['abcd'], 'abc •'],
    ['abc', ['abc'], 'abc'],
    ['abcd-more', ['abcd', 'abcd-more'], '•'],
    ['nothing', [''], 'nothing'],
  ])('in %j is masked', (text, secrets, masked) => {
    expect(maskText(text, secrets).replaceAll(maskText('abcd', ['abcd']), '•')).toBe(masked);
  });

  const MASK = maskText('abcd', ['abcd']);
  it.each([
    ['Authorization', 'Bearer x'],
    ['proxy-authorization', 'x'],
    ['Cookie', 'x'],
    ['set-cookie', 'x'],
    ['api-key', 'x'],
    ['apikey', 'x'],
    ['x-api-key', 'x'],
    ['X-Shopify-Access-Token', 'x'],
    ['client-secret', 'x'],
    ['password', 'x'],
  ])('in the header %s has no value', (name, value) => {
    expect(maskHeaders({ [name]: value }, [])).toEqual({ [name]: MASK });
  });

  it('is no part of other headers', () => {
    expect(maskHeaders({ accept: 'text/abcd', author: 'x' }, ['abcd'])).toEqual({
      accept: `text/${MASK}`,
      author: 'x',
    });
  });

  it.each([
    ['{"client_secret":"a\\"b","id":1}', `{"client_secret":"${MASK}","id":1}`],
    ['{"my_access_token" : "a"}', `{"my_access_token" : "${MASK}"}`],
    ['grant=x&client_secret=a&id=1', `grant=x&client_secret=${MASK}&id=1`],
    ['api_key=a', `api_key=${MASK}`],
    ['id=1&name=apikeys', 'id=1&name=apikeys'],
  ])('in the body %j has no value', (body, masked) => expect(maskBody(body, [])).toBe(masked));

  it.each<[unknown, unknown]>([
    [undefined, undefined],
    ['a abcd', `a ${MASK}`],
    ['password=abc', 'password=abc'],
    [
      { password: 'x', list: ['abcd', 1] },
      { password: MASK, list: [MASK, 1] },
    ],
    [null, null],
  ])('in the answer %j is masked', (value, masked) => expect(maskValue(value, ['abcd'])).toEqual(masked));
});

describe('the fields of a form', () => {
  const bot = (components: unknown, forms?: unknown) =>
    openBot(
      buildBot({
        dialogs: [
          {
            name: 'D',
            nodes: [
              { id: 'f1', type: 'form', with: { resourceId: 'form-1' } },
              { id: 'm1', type: 'message' },
            ],
          },
        ],
        forms: (forms ?? [{ refId: 'other' }, 'odd', { refId: 'form-1', components }]) as readonly unknown[],
      }),
    );
  const fieldsOf = (part: unknown) => openForm(bot([part]), 'f1');

  it.each<[part: unknown, fields: unknown]>([
    [{ componentKey: 'a', key: 'b' }, [{ key: 'a', label: 'a', required: false, options: [] }]],
    [{ componentKey: '', key: 'b', label: 'B' }, [{ key: 'b', label: 'B', required: false, options: [] }]],
    [{ id: 'i', title: 'T', displayName: 5 }, [{ key: 'i', label: 'T', required: false, options: [] }]],
    [{ key: 5 }, []],
    [{}, []],
    ['odd', []],
    [{ key: 'a', type: 'submitButton' }, []],
    [{ key: 'a', componentType: 'Heading', type: 'text' }, []],
    [{ key: 'a', type: 'text', required: true }, [{ key: 'a', label: 'a', required: true, options: [] }]],
    [{ key: 'a', required: 'true' }, [{ key: 'a', label: 'a', required: false, options: [] }]],
    [{ key: 'a', validation: { isRequired: true } }, [{ key: 'a', label: 'a', required: true, options: [] }]],
    [
      { key: 'a', required: true, validation: { required: false } },
      [{ key: 'a', label: 'a', required: false, options: [] }],
    ],
  ])('%j', (part, fields) => expect(fieldsOf(part)).toEqual(fields));

  it.each<[part: object, options: unknown]>([
    [
      { options: ['x', ''] },
      [
        ['x', 'x'],
        ['', ''],
      ],
    ],
    [
      { values: [{ label: 'L', value: 'v' }, { title: 'T', key: 'k' }, { displayName: 'D' }] },
      [
        ['L', 'v'],
        ['T', 'k'],
        ['D', 'D'],
      ],
    ],
    [{ options: 'none', dataSource: { values: ['d'] } }, [['d', 'd']]],
    [{ dataSource: ['d'] }, []],
    [{ options: [5, null, {}, { value: 'v' }, { label: 7, value: 8 }] }, [['7', '8']]],
  ])('may be one of the options %j', (part, options) => {
    const [field] = fieldsOf({ key: 'a', ...part }) ?? [];
    expect(field?.options.map(({ title, value }) => [title, value])).toEqual(options);
  });

  it('are none where a node waits in something else, or the form is not there', () => {
    expect(openForm(bot([]), 'f1')).toEqual([]);
    expect([openForm(bot([]), 'm1'), openForm(bot([]), 'nope'), openForm(bot('odd'), 'f1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const none = bot([], [{ refId: 'other', components: [] }]);
    expect(formFields(none, { _id: 'c', refId: 'c', name: 'c', type: 'form', resourceId: 'form-1' })).toBeUndefined();
    expect(formFields(none, { _id: 'c', refId: 'c', name: 'c', type: 'form', resourceId: 'other' })).toEqual([]);
  });
});

describe('texts that are read by their path', () => {
  const context = JSON.stringify({ a: { b: 'c', n: 1, none: null }, session: { UserSession: { x: 'y' } } });
  const read = (...codes: readonly string[]) =>
    readTexts({
      jobs: codes.map((code) => ({ as: 'value', code })),
      context,
      env: { A: 'a' },
      content: { B: 'b' },
    })?.jobs.map((job) => (job.ok ? job.value : job.error));
  it.each<[codes: string[], values: unknown]>([
    [[], []],
    [
      ['env.A', 'content.B', 'context.a.b'],
      ['a', 'b', 'c'],
    ],
    [['env.A', 'env.A + 1'], undefined],
    [['env.A', 'context.a.n'], undefined],
    [['env.Z'], [null]],
    [['context.a.none'], [null]],
    [['context.a.none.x'], undefined],
    [['context.a.b.length'], undefined],
    [['env.toString'], undefined],
    [['env'], undefined],
    [['other.A'], undefined],
    [['context.session.UserSession.x'], ['y']],
    [['context.session.UserSession.get'], undefined],
    [['context.UserSession.x'], undefined],
  ])('%j are %j', (codes, values) => expect(read(...codes)).toEqual(values));

  it('are no scripts', () => {
    const jobs = [{ as: 'script', code: 'env.A' }] as const;
    expect(readTexts({ jobs, context, env: { A: 'a' }, content: {} })).toBeUndefined();
  });
});

it.each([
  ['100%', '100%'],
  ['a%20b', 'a b'],
  ['%ff%20', '%ff%20'],
  ['%20%ff', '%20%ff'],
  ['100% a%20b', '100% a b'],
])('%j is decoded as %j', (text, decoded) => expect(decodeText(text)).toBe(decoded));

it('placeholders alone are decoded in a path', () => {
  expect(decodePlaceholders('/a%20b/{{x%20y}}/%7B%7Bc%20d%7D%7D')).toBe('/a%20b/{{x y}}/{{c d}}');
});
