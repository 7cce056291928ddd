import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb } from '../../preview/web/start-web';
import type { RunningWeb } from '../../preview/web/start-web';
import { rootWith } from '../build/specs';
import { launch } from './chromium';
import { openStage } from './stage';
import type { Stage } from './stage';

let root: string;
let web: RunningWeb;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  root = rootWith('shopify');
  [browser, web] = await Promise.all([launch(), startWeb({ root, port: 0 })]);
  stage = await openStage(browser, web.url);
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
});

const SPEC = join('specs', 'shopify', 'get-order-details.yaml');

/** Changes a line of a spec as an editor would. */
function edit(from: string, to: string): void {
  const path = join(root, SPEC);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${SPEC} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

describe('while specs are edited', () => {
  it('the page soon knows of a save, and the next words are said by the new bot', async () => {
    const { page } = stage;
    await page.locator('#build[data-state="ok"]').waitFor();
    edit('What is the order number?', 'Which order is it?');
    const saved = performance.now();
    await page.locator('#toast').getByText('The bot is new.').waitFor();
    expect(performance.now() - saved).toBeLessThan(2000);
    await stage.say('where is my order');
    await stage.sees('Which order is it?');
  });

  it('an open dialog is left when the bot changes, and the page says so', async () => {
    edit('Which order is it?', 'Which order, please?');
    await stage.page.locator('#toast').getByText('The open dialog was left').waitFor();
    await stage.page.locator('#replay').click();
    await stage.sees('Which order, please?');
  });

  it('a broken spec is shown with its place and lines, and the last good bot goes on', async () => {
    const { page } = stage;
    edit('look: details', 'look: detials');
    const problem = page.locator('.problem.error').first();
    await problem.waitFor();
    expect(await problem.locator('.place').innerText()).toMatch(/^specs\/shopify\/get-order-details\.yaml:\d+:\d+$/);
    expect(await problem.locator('pre').innerText()).toMatch(/> *\d+ \|.*look: detials/);
    expect(await page.locator('#build').innerText()).toContain('the last good bot keeps running');
    await stage.shot('broken-spec');
    await stage.say('#1001');
    await stage.sees('Total: $189.45');
    edit('look: detials', 'look: details');
    await problem.waitFor({ state: 'detached' });
  });

  it('another credentials mode is built from a copy, and works', async () => {
    const { page } = stage;
    const before = readFileSync(join(root, 'specs', 'shopify', 'bot.yaml'), 'utf8');
    const built = page.waitForResponse((response) => response.url().endsWith('/mode'), { timeout: 30_000 });
    await page.locator('#mode').selectOption('clientCredentials');
    await built;
    await stage.say('where is order #1001');
    await stage.sees('Total: $189.45');
    const calls = page.locator('#facts article.call h4');
    expect(await calls.allInnerTexts()).toEqual(['POST /admin/oauth/access_token', 'GetOrderDetails']);
    expect(await page.locator('#facts').innerText()).not.toMatch(/secret_[0-9a-f]{8}/);
    expect(readFileSync(join(root, 'specs', 'shopify', 'bot.yaml'), 'utf8')).toBe(before);
    const second = await openStage(browser, web.url);
    expect(await second.page.locator('#mode').inputValue()).toBe('either');
    await second.say('where is order #1001');
    expect(await second.page.locator('#facts article.call h4').allInnerTexts()).toEqual(['GetOrderDetails']);
    await second.close();
  }, 40_000);

  it('nothing complained, and nothing left the machine', () => {
    expect([...stage.complaints, ...stage.outside]).toEqual([]);
  });
});
