import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWeb, type RunningWeb } from '../../../preview/web/start-web';
import { temporary } from '../../build/specs';
import { readBot } from '../../kore/diff/bots';

let web: RunningWeb;
let token = '';
beforeAll(async () => {
  const root = temporary();
  mkdirSync(join(root, 'specs'));
  const { definition, config } = await readBot('xo11');
  mkdirSync(join(root, 'export'));
  writeFileSync(join(root, 'export', 'appDefinition.json'), JSON.stringify(definition));
  writeFileSync(join(root, 'export', 'config.json'), JSON.stringify(config));
  web = await startWeb({ root, file: join(root, 'export'), port: 0 });
  token = /name="token" content="([^"]+)"/.exec(await (await fetch(web.url)).text())?.[1] ?? '';
});
afterAll(() => web.close());

const post = async (path: string, body: object) => {
  const headers = { 'content-type': 'application/json', 'x-preview-token': token };
  const url = new URL(`/api/00000000-0000-4000-8000-000000000000${path}`, web.url);
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return [answer.status, (await answer.json()) as unknown];
};

test.each<[string, object, unknown]>([
  ['/fault', { fault: '' }, [200, { fault: '' }]],
  ['/fault', { fault: 'no-such' }, [400, { error: 'no such fault' }]],
  ['/fault', {}, [400, { error: 'no such fault' }]],
  ['/mode', { mode: 'accessToken' }, [400, { error: 'no such mode' }]],
  ['/bot', { bot: '../../etc/passwd' }, [404, { error: 'no such bot' }]],
])('%s with %j', async (path, body, answer) => {
  expect(await post(path, body)).toEqual(answer);
});
