import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { actionFlow } from '../../generator/compile/action-flow';
import { answerScript } from '../../generator/compile/scripts/answer';
import { prepareScript } from '../../generator/compile/scripts/prepare';
import { actionOf } from '../../generator/model/look-up';
import { keyOf } from '../../generator/model/names';
import type { Script } from '../../generator/compile/plan';
import { botWith, queryOf, SHOWN } from '../build/invoices';
import { templates } from '../build/specs';

/** What a script leaves in its state, for who is signed in as `me`. */
function after(script: Script, key: string, me: string, held: Record<string, unknown> = {}) {
  const context = { entities: {}, currentLanguage: 'en', session: { BotUserSession: {} }, ...held };
  const session: Record<string, unknown> = { verifiedEmail: me };
  const own = { get: (name: string) => session[name], put: () => undefined, delete: () => undefined };
  const text = templates.scripts.render(script.template, script.view);
  runInNewContext(`(() => {${text}\n})()`, {
    context: Object.assign(context, { session: { BotUserSession: session } }),
    env: {},
    BotUserSession: own,
    koreDebugger: { log: () => undefined },
  });
  return (context as Record<string, unknown>)[key] as {
    readonly outcome: string;
    readonly reason?: string;
    readonly answer?: unknown;
    readonly body?: string;
    readonly url?: { readonly query?: string };
  };
}

describe('nothing is sent that would ask for everybody’s', () => {
  const found = 'response: { owner: email, fields: { customer: customer } }';
  const step = `steps: { order: { request: { rest: { path: /order } }, ${found}, none: None. } }`;
  const orderOf = (customer: unknown) => ({ invoicesOrder: { answer: { customer } } });
  const prepared = (request: string, held: Record<string, unknown>, me = 'kate@example.com') => {
    const { bot, action } = botWith(`${request}\nresponse: ${SHOWN}`);
    return after(prepareScript(bot, action), keyOf(action.id), me, held);
  };

  test.each([
    ['a parameter', '{ path: /invoices, query: { customer: "${order.customer}" } }'],
    ['a part of a parameter', '{ path: /invoices, query: { of: "customer:${order.customer | plainWords}" } }'],
    ['a parameter in pieces', '{ path: /invoices, query: { of: [all, "customer:${order.customer | plainWords}"] } }'],
    ['a body', '{ method: POST, path: /search, body: { customer: "${order.customer}", all: true } }'],
    ['a form', '{ method: POST, path: /search, as: form, body: { customer: "${order.customer}" } }'],
    ['a header', '{ path: /invoices, headers: { X-For: "${order.customer}" } }'],
  ])('when what was found of a person lacks the value for %s', (_, rest) => {
    const request = `${step}\nrequest: { rest: ${rest} }\nreads: true`;
    for (const nobody of [undefined, null, '', ' ']) expect(prepared(request, orderOf(nobody)).outcome).toBe('invalid');
    expect(prepared(request, orderOf(7)).outcome).toBe('ready');
  });

  test('when a filter makes nothing of it', () => {
    const request = `${step}\nrequest: { rest: { path: /i, query: { customer: "\${order.customer | digits}" } } }`;
    expect(prepared(request, orderOf('x')).outcome).toBe('invalid');
    expect(prepared(request, orderOf('12')).url?.query).toBe('customer=12');
  });

  test('when a filter makes nothing of who is signed in, and nobody can be asked', () => {
    const request = `inputs: { me: { value: '\${session.verifiedEmail}' } }
request: { rest: { path: /invoices, query: { customer: '\${me | digits}' } } }`;
    expect(prepared(request, {}).outcome).toBe('invalid');
    const { bot, action } = botWith(`${request}\nresponse: ${SHOWN}`);
    const prepare = actionFlow(bot, action).steps.find(({ name }) => name === 'prepare');
    expect(JSON.stringify(prepare)).toContain('"equals":"invalid"');
  });

  test('but where everybody may have it, what is missing is left out', () => {
    const request = `public: true\n${step}\nrequest: { rest: { path: /i, query: { customer: "\${order.customer}" } } }`;
    expect(prepared(request, orderOf(null))).toMatchObject({ outcome: 'ready', url: { query: '' } });
  });

  test.each([
    ['the value itself', "request: { rest: { path: /i, headers: { X-User: '${session.verifiedEmail}' } } }"],
    [
      'an input',
      "inputs: { me: { value: '${session.verifiedEmail}' } }\nrequest: { rest: { path: /i, headers: { X-User: 'of ${me}' } } }",
    ],
  ])('when a header would make somebody else of who is signed in: %s', (_, request) => {
    for (const me of ['\u212akate@example.com', 'k\u00e4te@example.com', '"kate"@example.com', 'ka\nte@example.com'])
      expect(prepared(request, {}, me).outcome).toBe('invalid');
    expect(prepared(request, {}).outcome).toBe('ready');
  });

  test('when a header would make somebody else of what was found', () => {
    const request = `${step}\nrequest: { rest: { path: /i, headers: { X-For: '\${order.customer}' } } }`;
    expect(prepared(request, orderOf('\u00e412')).outcome).toBe('invalid');
  });
});

describe('of somebody else’s record nothing is told', () => {
  const rest = '{ rest: { path: /order } }';
  const answered = (written: string, body: unknown, statusCode = 200) => {
    const { bot, action } = botWith(written);
    const key = keyOf(action.id);
    const held = { [key]: {}, invoicesService: { response: { statusCode, body } } };
    return after(answerScript(bot, action), key, 'kate@example.com', held);
  };
  const order = (email: string) => ({ order: { email, state: 'locked', note: 'High Street 5', no: 7 } });
  const response = 'response: { at: order, owner: email, fields: { no: no } }';

  test.each([
    ['a value of the answer', 'at: order.state, is: locked'],
    ['a value that is there', 'at: order.note'],
    ['a status of success', 'status: 200'],
    ['one status of two', 'status: [200, 409]'],
  ])('by an outcome that is decided by %s', (_, when) => {
    const written = `request: ${rest}\n${response}\noutcomes: { refused: { ${when}, reason: order.note } }`;
    expect(answered(written, order('bob@example.com'))).toMatchObject({ outcome: 'empty' });
    expect(answered(written, order('bob@example.com')).reason).toBeUndefined();
    expect(answered(written, order('Kate@example.com'))).toMatchObject({ outcome: 'refused', reason: 'High Street 5' });
  });

  test('and what the service did not do is told as ever', () => {
    const written = `request: ${rest}\n${response}\noutcomes: { refused: { status: 409, reason: why } }`;
    expect(answered(written, { why: 'Too late.' }, 409)).toMatchObject({ outcome: 'refused', reason: 'Too late.' });
    const graphql = `request: ${queryOf('order(id: $any) { no }')}
response: { at: data.order, owner: email, fields: { no: no } }
outcomes: { refused: { at: 'errors[0].message', reason: 'errors[0].message' } }`;
    expect(answered(graphql, { errors: [{ message: 'No.' }] })).toMatchObject({ outcome: 'refused', reason: 'No.' });
  });

  test('by the answer of a write', () => {
    const written = `request: { rest: { method: POST, path: /order } }\nconfirm: no\nbecause: It is small.\npublic: true
response: { at: order, owner: email, fields: { no: no }, done: 200 }`;
    expect(answered(written, order('bob@example.com'))).toMatchObject({ outcome: 'found', answer: { no: '' } });
    expect(answered(written, order('kate@example.com'))).toMatchObject({ answer: { no: '7' } });
  });

  test('by the hits of which one is chosen', () => {
    const { bot, action } =
      botWith(`steps: { order: { request: ${rest}, none: None., choose: { prompt: Which?, title: '\${no}' },
  response: { at: orders, owner: email, fields: { no: no } } } }
request: { rest: { path: '/order/\${order.no}' } }\nresponse: ${SHOWN}`);
    const [step] = action.steps;
    if (!step) throw new Error('there is no step');
    const one = actionOf(action, step);
    const body = {
      orders: ['bob@example.com', 'KATE@example.com', ['kate@example.com', 'bob@example.com'], null, '', 0].map(
        (email, no) => ({ email, no }),
      ),
    };
    const held = { [keyOf(one.id)]: {}, invoicesOrderService: { response: { statusCode: 200, body } } };
    expect(after(answerScript(bot, one), keyOf(one.id), 'kate@example.com', held).answer).toEqual({
      hits: [{ no: 1 }],
    });
  });
});
