import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseYaml } from '../../generator/source/yaml';
import { botOf, built, specsOf } from '../build/specs';

interface Entities {
  readonly [input: string]: unknown;
}

/** A bot with one action that sends this request. */
function botWith(rest: string) {
  const folder = specsOf('parcels');
  const inputs = ['subject', 'people', 'count', 'order'].map((name) => `  ${name}: { prompt: Which?, example: x }`);
  const text = `title: Send it\ndescription: Sends it.\nutterances: [send it to them]\ninputs:\n${inputs.join('\n')}\nrequest:\n  rest:\n${rest}\nresponse: { at: ., fields: { id: id } }\nreply: { found: Sent., empty: Nothing. }\n`;
  parse(text);
  const file = { name: 'send-it.yaml', path: 'specs/parcels/send-it.yaml', text };
  expect(parseYaml(file.path, text, () => undefined)).toBeDefined();
  return built(botOf({ ...folder, yaml: [...folder.yaml, { ...folder.yaml[0], ...file }] }), 'xo10');
}

/** What an action sends when these values were said. */
function sent(rest: string, said: Entities) {
  const { definition } = botWith(rest);
  const component = (name: string) => definition.dialogComponents.find((c) => c.name === name);
  const entities = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [`sendIt${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]),
  );
  const context: Record<string, unknown> = { entities, session: {} };
  const kept = new Map<string, unknown>();
  const session = {
    get: (key: string) => kept.get(key),
    put: (key: string, value: unknown) => kept.set(key, value),
    delete: (key: string) => kept.delete(key),
  };
  const script = (name: string) => {
    const sandbox = { context, env: { PARCELS_HOST: 'api.parcels.example' }, BotUserSession: session };
    runInNewContext(`(function () {\n${decodeURIComponent(component(name)?.script ?? '')}\n})()`, {
      ...sandbox,
      koreDebugger: { log: () => undefined },
    });
  };
  const run = () => {
    script('sendItPrepare');
    const { body, ...state } = context['sendIt'] as { readonly body?: string } & Record<string, unknown>;
    return { ...state, body: body === undefined ? undefined : (JSON.parse(body) as unknown) };
  };
  const { endPoint, headers, payload } = component('sendItService') ?? {};
  return {
    run,
    send: () => script('sendItSend'),
    path: endPoint?.path,
    method: endPoint?.method,
    headers: JSON.parse(headers?.value ?? '{}') as Readonly<Record<string, string>>,
    payload: payload?.value,
  };
}

const said = { subject: '"a", {{b}}', people: ['x@y.example', 'z@y.example'], count: 3, order: 'no id' };

describe('a body', () => {
  test('is any tree', () => {
    const { run } = sent(
      `    method: POST
    path: /things
    body:
      thing: { subject: '\${subject}', note: 'about \${subject}', empty: {}, none: [], nothing: null }
      rows: [{ n: 1 }, [true, '\${count}'], text]
      people: { each: people, item: { email: '\${item}', kind: to } }
      names: { each: people, item: '<\${item}>' }
      pairs: { each: people, item: ['\${item}', 1] }`,
      said,
    );
    expect(run().body).toEqual({
      thing: { subject: '"a", {{b}}', note: 'about "a", {{b}}', empty: {}, none: [], nothing: null },
      rows: [{ n: 1 }, [true, 3], 'text'],
      people: [
        { email: 'x@y.example', kind: 'to' },
        { email: 'z@y.example', kind: 'to' },
      ],
      names: ['<x@y.example>', '<z@y.example>'],
      pairs: [
        ['x@y.example', 1],
        ['z@y.example', 1],
      ],
    });
  });

  test.each([
    ['a list', `[{ op: replace, value: '\${subject}' }]`, [{ op: 'replace', value: '"a", {{b}}' }]],
    ['a list over an input', `{ each: people, item: '\${item}' }`, ['x@y.example', 'z@y.example']],
    ['one value', `'\${count}'`, 3],
    ['a text', 'hello', 'hello'],
  ])('may be %s', (_, body, wanted) => {
    expect(sent(`    method: PATCH\n    path: /things\n    body: ${body}`, said).run().body).toEqual(wanted);
  });

  test('leaves out what is missing, and what is empty then', () => {
    const { run } = sent(
      `    method: PUT
    path: /things
    body: { a: { b: { c: '\${order | optionalGid("Order")}' } }, list: ['\${order | optionalGid("Order")}'], kept: {}, d: 1 }`,
      said,
    );
    expect(run().body).toEqual({ kept: {}, d: 1 });
  });
});

describe('a form', () => {
  test('has nested keys, and is written as the platform writes forms', () => {
    const { headers, payload, run } = sent(
      `    method: POST
    path: /things
    as: form
    body: { name: '\${subject}', card: { number: 4, tags: [a, '\${count}'] } }`,
      said,
    );
    expect(headers['Content-Type']).toBe('application/x-www-form-urlencoded');
    expect(JSON.parse(payload ?? '')).toEqual({
      name: '{{context.sendIt.form.field0}}',
      'card[number]': '4',
      'card[tags][0]': 'a',
      'card[tags][1]': '{{context.sendIt.form.field1}}',
    });
    const { form } = run() as { readonly form?: Readonly<Record<string, string>> };
    expect(form).toEqual({ field0: '”a”, {\u200b{b}}', field1: '3' });
  });

  test('whose keys are not known before is made by the script', () => {
    const { payload, run } = sent(
      `    method: POST\n    path: /things\n    as: form\n    body: { a: { each: people, item: { mail: '\${item}' } } }`,
      said,
    );
    expect(payload).toBe('{{context.sendIt.body}}');
    expect(run().body).toEqual({ 'a[0][mail]': 'x@y.example', 'a[1][mail]': 'z@y.example' });
  });
});

describe('the names of a query', () => {
  test('are encoded once', () => {
    const { path } = sent(`    path: /a%20b c\n    query: { $top: '5', 'page[size]': '4', 'a&b': '1' }`, said);
    const at = (n: number) => encodeURI(`{{context.sendIt.url.query${n}}}`);
    expect(path).toBe(`/a%20b%20c?$top=${at(0)}&page%5Bsize%5D=${at(1)}&a%26b=${at(2)}`);
  });
});

describe('headers', () => {
  test('of a request win, whatever their letters are', () => {
    const { headers } = sent(
      `    path: /things\n    headers: { accept: text/csv, X-API-VERSION: '3', X-Who: '\${subject}' }`,
      said,
    );
    expect(headers).toEqual({
      'X-API-VERSION': '3',
      'X-Contract': '{{env.PARCELS_CONTRACT}}',
      Authorization: 'Bearer {{env.PARCELS_TOKEN}}',
      accept: 'text/csv',
      'X-Who': '{{context.sendIt.headers.header2}}',
      'Content-Type': 'application/json',
    });
  });

  test('hold nothing that could end them', () => {
    const { run } = sent(`    path: /things\n    headers: { X-Who: 'for \${subject}' }`, {
      ...said,
      subject: 'a"\r\nX-Admin: 1\\{{b}}é',
    });
    expect((run() as { readonly headers?: unknown }).headers).toEqual({ header0: 'for aX-Admin: 1b' });
  });

  test('have the same key when one ask is sent again, and another for another', () => {
    const { run, send } = sent(
      `    method: DELETE\n    path: /things/\${order}\n    headers: { Idempotency-Key: '\${once}' }`,
      { ...said },
    );
    const key = () => (run() as unknown as { readonly headers: { readonly header0: string } }).headers.header0;
    const first = key();
    expect(first).toMatch(/^[0-9a-f]+-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect(key()).not.toBe(first);
    send();
    const second = key();
    expect(key()).toBe(second);
  });
});
