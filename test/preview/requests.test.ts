import { describe, expect, it } from 'vitest';
import type { Component, NodeOptions } from '../../kore/format';
import { say } from './build-bot';
import { codes, fakeTransport, json, talkTo, texts } from './talk';

type EndPoint = NonNullable<Component['endPoint']>;

/** What a service sends, and what is noted, when its dialog is started. */
async function sent(component: Partial<Component>, options?: NodeOptions, answer = json({})) {
  const transport = fakeTransport(() => answer);
  const endPoint = { protocol: 'https', host: 'a.example', path: '/x', method: 'post' } as EndPoint;
  const conversation = talkTo(
    {
      dialogs: [
        {
          name: 'Go',
          nodes: [
            {
              id: 's',
              name: 'Call',
              type: 'service',
              to: 'done',
              with: { endPoint, ...component },
              ...(options && { options }),
            },
            { id: 'done', type: 'message', with: { message: [say('done')] } },
          ],
        },
      ],
    },
    { transport },
  );
  const turn = await conversation.say('Go');
  return {
    request: transport.sent[0],
    codes: codes(turn).filter((code) => !code.startsWith('dialog-')),
    texts: texts(turn),
    call: turn.calls[0],
  };
}

it.each<[endPoint: Partial<Record<keyof EndPoint, string>>, address: string]>([
  [{}, 'POST https://a.example/x'],
  [{ protocol: '' }, 'POST https://a.example/x'],
  [{ protocol: 'http', port: '8080' }, 'POST http://a.example:8080/x'],
  [{ port: '' }, 'POST https://a.example/x'],
  [{ path: 'x' }, 'POST https://a.example/x'],
  [{ path: '' }, 'POST https://a.example'],
  [{ host: '', path: '//b.example/y' }, 'POST https://b.example/y'],
  [{ host: '', path: 'http://b.example/y' }, 'POST http://b.example/y'],
  [{ host: '', path: 'b.example/http://y' }, 'POST https://b.example/http://y'],
  [{ method: 'get' }, 'GET https://a.example/x'],
])('an endpoint with %j is asked at %s', async (endPoint, address) => {
  const written = { protocol: 'https', host: 'a.example', path: '/x', method: 'post', ...endPoint } as EndPoint;
  const { request } = await sent({ endPoint: written });
  expect(`${request?.method ?? ''} ${request?.url ?? ''}`).toBe(address);
});

describe('a body', () => {
  const JSON_TYPE = '{"Content-Type":"application/json"}';
  const FORM = '{"content-type":"Application/X-WWW-form-urlencoded"}';
  it.each<[method: string, headers: string, body: string | undefined, sent: string | undefined, noted: string[]]>([
    ['post', JSON_TYPE, '{"a":1}', '{"a":1}', []],
    ['post', JSON_TYPE, '{"a"', '{"a"', ['suspicious-request']],
    ['post', '{}', '{"a"', '{"a"', []],
    ['post', JSON_TYPE, '', undefined, []],
    ['post', JSON_TYPE, 'undefined', undefined, []],
    ['post', JSON_TYPE, undefined, undefined, []],
    ['GET', JSON_TYPE, '{"a":1}', undefined, []],
    ['head', JSON_TYPE, '{"a":1}', undefined, []],
    ['delete', JSON_TYPE, '{"a":1}', '{"a":1}', []],
    ['post', FORM, '{"a":"x y","b":2}', 'a=x+y&b=2', []],
    ['post', FORM, '%7B%22a%22%3A%22x%22%7D', 'a=x', []],
    ['post', FORM, 'a=1', 'a=1', []],
    ['post', ' ', 'x', 'x', []],
    ['post', '[1]', 'x', 'x', ['suspicious-request']],
    ['post', '{', 'x', 'x', ['suspicious-request']],
  ])('of %s with the headers %s: %j is sent as %j', async (method, headers, value, body, noted) => {
    const found = await sent({
      endPoint: { protocol: 'https', host: 'a.example', path: '/x', method },
      headers: { value: headers } as Component['headers'] & object,
      ...(value !== undefined && { payload: { value } }),
    });
    expect(found.request?.body).toBe(body);
    expect(found.codes).toEqual(noted);
  });
});

it.each<[node: NodeOptions | undefined, component: Partial<Component>, ms: number]>([
  [undefined, {}, 20_000],
  [undefined, { serviceAPITimeout: 5 }, 5000],
  [{ serviceAPITimeout: 3 }, { serviceAPITimeout: 5 }, 3000],
  [{ serviceAPITimeout: 0 }, {}, 1],
])('with %j at the node and %j an answer is waited for %i milliseconds', async (node, component, ms) => {
  expect((await sent(component, node)).request?.timeoutMs).toBe(ms);
});

it.each<[component: Partial<Component>, noted: string[]]>([
  [{}, []],
  [{ idp: 'none' }, []],
  [{ idp: 'p' }, ['not-simulated']],
  [{ idp: 'none', integrationId: 'i' }, ['not-simulated']],
  [{ integrationId: 5 }, []],
])('credentials of the platform are not sent: %j', async (component, noted) => {
  expect((await sent(component)).codes).toEqual(noted);
});

const lost = { ok: false, kind: 'timeout', message: 'late' } as const;
it.each<[node: object | undefined, component: object, goesOn: boolean]>([
  [undefined, {}, false],
  [undefined, { timeOutError: { closeConversation: true } }, false],
  [undefined, { timeOutError: { closeConversation: false } }, true],
  [{ timeOutError: { closeConversation: false } }, { timeOutError: { closeConversation: true } }, true],
  [{ timeOutError: { closeConversation: true } }, { timeOutError: { closeConversation: false } }, false],
])('without an answer, %j at the node and %j goes on: %s', async (node, component, goesOn) => {
  const found = await sent(component, node as NodeOptions | undefined, lost);
  expect(found.texts.includes('done')).toBe(goesOn);
  expect(found.codes).toContain('service-failed');
  expect(found.call).toMatchObject({ error: 'timeout: late' });
});

it('a service without an endpoint is not played', async () => {
  const found = await sent({ endPoint: undefined, serviceNodeType: 'odd' } as unknown as Partial<Component>);
  expect([found.request, found.codes, found.texts.includes('done')]).toEqual([undefined, ['not-simulated'], false]);
});
