import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb } from '../../preview/web/start-web';
import type { RunningWeb } from '../../preview/web/start-web';
import { buildBot, say } from '../preview/build-bot';
import { launch } from './chromium';
import { openStage } from './stage';

const EVIL = `<img src=x onerror="window.pwned=1"><script>window.pwned=2</script><svg onload="top.pwned=3"></svg>`;
const SCRIPTED = `print(${JSON.stringify(JSON.stringify({ type: 'template', payload: { template_type: 'list', text: EVIL, heading: EVIL, elements: [{ title: EVIL, subtitle: EVIL, buttons: [{ type: 'postback', title: EVIL.slice(0, 60), payload: EVIL }] }] } }))}); context.evil = ${JSON.stringify(EVIL)};`;

/** A bot that tries to get into the page with every text it has. */
function hostileBot(): string {
  const { definition, config } = buildBot({
    dialogs: [
      {
        name: `Evil ${EVIL}`,
        says: ['attack'],
        nodes: [
          {
            id: 'broken',
            type: 'script',
            name: EVIL,
            to: 'text',
            with: { script: encodeURIComponent('context.a = 1;\nnothing.at.all;') },
          },
          { id: 'text', type: 'message', name: `text ${EVIL}`, to: 'list', with: { message: [say(EVIL)] } },
          { id: 'list', type: 'message', name: 'list', with: { message: [say(SCRIPTED, 'default', 'uxmap')] } },
        ],
      },
    ],
    events: { ON_CONNECT_EVENT: { msg: [say(`Hello ${EVIL}`)] } },
  });
  const folder = join(mkdtempSync(join(tmpdir(), 'hostile-')), 'export');
  mkdirSync(folder);
  writeFileSync(join(folder, 'botDefinition.json'), JSON.stringify(definition));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, name: EVIL }));
  return folder;
}

let browser: Browser;
let web: RunningWeb;

beforeAll(async () => {
  [browser, web] = await Promise.all([launch(), startWeb({ root: process.cwd(), file: hostileBot(), port: 0 })]);
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
});

describe('a hostile bot', () => {
  it('runs no script in the page or in the chat window, whatever it says', async () => {
    const stage = await openStage(browser, web.url);
    await stage.type('attack');
    const { page } = stage;
    const closed = page.locator('#facts details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    await page.locator('#node').selectOption({ index: 2 });
    await page.locator('#content h3').waitFor();
    for (const frame of page.frames()) expect(await frame.evaluate('window.pwned')).toBeUndefined();
    expect(await page.locator('#facts img, #facts svg, #content img, .bar img, #facts script').count()).toBe(0);
    expect(stage.outside).toEqual([]);
    await stage.close();
  });

  it('is told where its script failed', async () => {
    const stage = await openStage(browser, web.url);
    await stage.type('attack');
    const note = stage.page.locator('.notes.trouble li').first();
    expect(await note.innerText()).toMatch(/script-error[^]*line 2/);
    await stage.close();
  });
});

describe('the server', () => {
  const tab = '/api/00000000-0000-4000-8000-000000000000';
  const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, web.url), init);

  it('answers to its own names only', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      const { hostname, port } = new URL(web.url);
      request({ hostname, port, path: '/', headers: { Host: `evil.example:${port}` } }, (r) =>
        resolve(r.statusCode),
      ).end();
    });
    expect(status).toBe(403);
    expect((await ask('/')).status).toBe(200);
  });

  it('takes orders from its own page only', async () => {
    const body = JSON.stringify({ fault: '' });
    const headers = { 'Content-Type': 'application/json' };
    expect((await ask(`${tab}/fault`, { method: 'POST', body, headers })).status).toBe(403);
    const token = /name="token" content="([^"]+)"/.exec(await (await ask('/')).text())?.[1] ?? '';
    const known = { ...headers, 'X-Preview-Token': token };
    expect((await ask(`${tab}/fault`, { method: 'POST', body, headers: known })).status).toBe(200);
    const foreign = { ...known, Origin: 'http://evil.example' };
    expect((await ask(`${tab}/fault`, { method: 'POST', body, headers: foreign })).status).toBe(403);
    expect((await ask(tab, { headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'cors' } })).status).toBe(
      403,
    );
  });

  it('forbids inline code in its page, and frames by others', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('listens on another port when its own is taken', async () => {
    const taken = Number(new URL(web.url).port);
    const second = await startWeb({ root: process.cwd(), file: hostileBot(), port: taken });
    expect(new URL(second.url).port).not.toBe(String(taken));
    expect(new URL(second.url).hostname).toBe('127.0.0.1');
    await second.close();
  });
});
