import { request } from 'node:http';
import { startWeb } from '../../../preview/web/start-web';
import { PROJECT } from '../../build/specs';
import { held, type Attack, type Surface } from '../attack';

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Without the page's secret; all others have it, so that they are refused for what is wrong with them. */
  readonly strange?: boolean;
}

const TAB = '/api/00000000-0000-4000-8000-000000000000';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const ORDER = '{"fault":""}';

/** What another page, program or name on the machine might ask; nothing of it may be answered with more than a refusal. */
const REFUSED: readonly (readonly [string, Asked])[] = [
  ...[
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '0.0.0.0',
    '[::1]',
    'LOCALHOST:1',
  ].map((host) => [`the name ${JSON.stringify(host)}`, { headers: { Host: host } }] as const),
  ...['http://evil.example', 'null', 'https://127.0.0.1', 'file://', 'http://127.0.0.1'].map(
    (origin) =>
      [
        `orders from ${origin}`,
        { method: 'POST', path: `${TAB}/fault`, headers: { ...JSON_TYPE, Origin: origin }, body: ORDER },
      ] as const,
  ),
  [
    'orders without the secret of the page',
    { method: 'POST', path: `${TAB}/fault`, headers: JSON_TYPE, body: ORDER, strange: true },
  ],
  [
    'orders with a secret of one letter',
    { method: 'POST', path: `${TAB}/fault`, headers: { ...JSON_TYPE, 'X-Preview-Token': 'x' }, body: ORDER },
  ],
  [
    'a form',
    {
      method: 'POST',
      path: `${TAB}/fault`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'fault=',
    },
  ],
  ['a text', { method: 'POST', path: `${TAB}/fault`, headers: { 'Content-Type': 'text/plain' }, body: '{"fault":""}' }],
  ['a look from another site', { path: TAB, headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' } }],
  ...[
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/....//etc/passwd',
    '/%00',
    '/package.json',
    '/.env',
    '/lib/cli/main.js',
    '//etc/passwd',
    '/%ff',
    '/api/../../package.json',
  ].map((path) => [`the file ${path}`, { path }] as const),
  ...['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'].map(
    (method) => [`${method}`, { method, path: `${TAB}/fault` }] as const,
  ),
  ['ten megabytes', { method: 'POST', path: `${TAB}/fault`, headers: JSON_TYPE, body: 'x'.repeat(10_000_000) }],
  ['a tab that is none', { path: '/api/%2e%2e%2f' }],
];

/** Programs and pages beside the preview on the same machine. */
export const clients: Surface = {
  name: 'local clients',
  open: async () => {
    const web = await startWeb({ root: PROJECT, integration: 'shopify', port: 0 });
    const { hostname, port } = new URL(web.url);
    const page = await (await fetch(web.url)).text();
    const token = { 'X-Preview-Token': /name="token" content="([^"]+)"/.exec(page)?.[1] ?? '' };
    const ask = ({ method = 'GET', path = '/', headers: own = {}, body, strange = false }: Asked) =>
      new Promise<{ status: number; text: string }>((resolve) => {
        const headers = { ...(!strange && token), ...own };
        const asked = request({ hostname, port, method, path, headers }, (answer) => {
          let text = '';
          answer.on('data', (bytes: Buffer) => void (text += bytes.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        });
        asked.on('error', (error) => resolve({ status: 400, text: error.message }));
        asked.end(body);
      });
    const own = await ask({ method: 'POST', path: `${TAB}/fault`, headers: JSON_TYPE, body: ORDER });
    held(own.status === 200, () => `the page itself is answered ${own.status}`);
    const attacks = REFUSED.map(([what, asked]): Attack => ({
      what,
      play: async () => {
        const { status, text } = await ask(asked);
        held(status >= 400 && status < 500, () => `it answered ${status}: ${text.slice(0, 100)}`);
        held(!/root:|"name":|module\.exports/.test(text), () => `it gave ${text.slice(0, 100)}`);
        held((await ask({})).status === 200, () => 'the page is gone');
      },
    }));
    return { attacks, close: () => web.close() };
  },
};
