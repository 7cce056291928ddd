import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseTranscripts } from '../../generator/transcript/parse';
import { startWeb } from '../../preview/web/start-web';
import type { RunningWeb } from '../../preview/web/start-web';
import { builtBot } from './built-bot';
import { launch } from './chromium';
import { openStage } from './stage';
import type { Stage } from './stage';

let web: RunningWeb;
let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launch();
  web = await startWeb({ root: process.cwd(), file: await builtBot(), port: 0 });
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
});

beforeEach(async () => {
  stage = await openStage(browser, web.url);
});

afterEach(async () => {
  const { complaints, outside } = stage;
  await stage.close();
  expect(complaints).toEqual([]);
  expect(outside).toEqual([]);
});

const facts = () => stage.page.locator('#facts');
const opened = async (group: string) => {
  const summary = facts().locator('details.group > summary').filter({ hasText: group });
  if (!(await summary.evaluate((e) => e.parentElement?.hasAttribute('open')))) await summary.click();
  return summary.locator('..');
};

describe('beside the chat', () => {
  it('the flow follows the conversation and shows what any node holds', async () => {
    const { page } = stage;
    await stage.say('where is order #1001');
    expect(await page.locator('#dialog option:checked').innerText()).toBe('Get order details');
    expect(await page.locator('#legend').innerText()).toMatch(/Intent[^]*Entity[^]*Service[^]*Last turn/);
    const service = page.locator('#node option').filter({ hasText: 'getOrderDetailsService' });
    await page.locator('#node').selectOption((await service.getAttribute('value')) ?? '');
    const content = page.locator('#content');
    await content.getByText('POST https://{{env.SHOPIFY_SUBDOMAIN}}.myshopify.com/admin/api/').waitFor();
    expect(await content.innerText()).toContain('X-Shopify-Access-Token: {{env.SHOPIFY_ACCESS_TOKEN}}');
    const answer = page.locator('#node option').filter({ hasText: 'getOrderDetailsAnswer' });
    await page.locator('#node').selectOption((await answer.getAttribute('value')) ?? '');
    // A script is there line by line, with the numbers that errors count by, which are not copied along.
    const lines = content.locator('.code .line');
    await lines.first().waitFor();
    expect(await lines.nth(1).innerText()).toContain('const state = context.getOrderDetails;');
    const counted = await lines.nth(1).evaluate((line) => getComputedStyle(line, '::before').content);
    expect(counted).toContain('counter(line)');
    await page.locator('#dialog').selectOption({ label: 'Get all collections' });
    await page.locator('#node option').filter({ hasText: 'getAllCollectionsService' }).waitFor({ state: 'attached' });
    expect(await content.isHidden()).toBe(true);
  });

  it('a stop of the path leads to its node in the flow', async () => {
    await stage.say('where is order #1001');
    await facts().locator('.stop').filter({ hasText: 'entity' }).first().click();
    await stage.page.locator('#content').getByText('What is the order number?').waitFor();
    expect(await stage.page.locator('#node option:checked').innerText()).toContain('getOrderDetailsOrder');
  });

  it('the inspector shows path, calls, both forms of a message, and the context, with secrets masked', async () => {
    await stage.say('where is order #1001');
    expect(await facts().locator('.stop').count()).toBeGreaterThan(4);
    const calls = await opened('Service calls');
    expect(await calls.innerText()).toMatch(/GetOrderDetails\s+200[^]*points/);
    await calls.getByText('Request', { exact: true }).click();
    expect(await calls.locator('pre').first().innerText()).toContain('X-Shopify-Access-Token: ••••');
    const messages = await opened('Messages');
    await messages.getByText('rtm', { exact: true }).first().click();
    expect(await messages.innerText()).toContain('Order #1001.');
    expect(await messages.innerText()).toContain('"template_type": "button"');
    const values = await opened('Context and session');
    await values.locator('input').fill('tracknum');
    expect(await values.innerText()).toContain('https://www.ups.com/track');
    expect(await stage.page.content()).not.toMatch(/preview_[0-9a-f]{16}/);
  });

  it('every fault of the store has its own answer', async () => {
    const choose = async (name: string) => {
      const kept = stage.page.waitForResponse((response) => response.url().endsWith('/fault'));
      await stage.page.locator('#fault').selectOption(name);
      await kept;
    };
    const faults = [
      ['throttled', 'The store is very busy at the moment.'],
      ['401', 'the store connection needs to be renewed'],
      ['scope', 'I am not allowed to look that up.'],
      ['503', 'The store does not answer at the moment.'],
      ['', 'Total: $189.45'],
    ] as const;
    for (const [name, answer] of faults) {
      await choose(name);
      await stage.say('where is order #1001');
      await stage.sees(answer);
    }
    await choose('slow');
    const started = performance.now();
    await stage.say('where is order #1001');
    expect(performance.now() - started).toBeGreaterThan(2000);
  });

  it('a conversation is copied as a transcript, and replayed with one click', async () => {
    const { page, chat } = stage;
    await stage.click('Find an order');
    await stage.say('#1001');
    await stage.sees('Total: $189.45');
    await page.locator('#copy').click();
    await page.locator('#toast').getByText('clipboard').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    const [transcript] = parseTranscripts('copied.chat', copied);
    expect(transcript?.steps.map(({ input }) => input)).toEqual([
      { kind: 'connect' },
      { kind: 'click', title: 'Find an order' },
      { kind: 'say', text: '#1001' },
    ]);
    await page.locator('#replay').click();
    await chat.locator('.fromOtherUsers').filter({ hasText: 'Total: $189.45' }).waitFor({ state: 'detached' });
    await stage.sees('Total: $189.45');
    await expect.poll(() => page.locator('#turn option').count()).toBe(3);
  });

  it('every button of the chat is reached and pressed by keyboard', async () => {
    const { page, chat } = stage;
    const press = async (title: string, key: string) => {
      const focused = chat.locator('[role="button"]:focus').filter({ hasText: title });
      await chat.locator('.chatInputBox').focus();
      for (let left = 200; left > 0 && (await focused.count()) === 0; left -= 1) await page.keyboard.press('Shift+Tab');
      await page.keyboard.press(key);
    };
    await press('Find products', 'Enter');
    await stage.sees('Which product are you looking for?');
    await stage.say('mug');
    await press('Details', ' ');
    await stage.sees('A steel mug with an enamel coat.');
    await press('Variants', 'Enter');
    await stage.sees('In stock');
  });

  it('another language is spoken when it is chosen', async () => {
    await stage.page.locator('#language').selectOption('es');
    await stage.sees('¡Hola!');
  });
});

describe('a bot for XO 11', () => {
  it('plays too, and greets with its own dialog', async () => {
    const app = await startWeb({ root: process.cwd(), file: await builtBot('xo11'), port: 0 });
    const shown = await openStage(browser, app.url);
    await shown.say('where is order #1001');
    await shown.sees('Total: $189.45');
    expect([...shown.complaints, ...shown.outside]).toEqual([]);
    await shown.close();
    await app.close();
  });
});

describe('on a phone', () => {
  it('one pane is seen at a time, and tabs lead to the others by keyboard', async () => {
    const phone = await openStage(browser, web.url, { width: 390, height: 844, colorScheme: 'dark' });
    await phone.say('where is order #1001');
    await phone.sees('Total: $189.45');
    expect(await phone.page.locator('#inspector').isVisible()).toBe(false);
    await phone.shot('phone-chat');
    await phone.page.locator('#tab-chat').focus();
    await phone.page.keyboard.press('ArrowRight');
    await phone.page.locator('#picture canvas').first().waitFor();
    await phone.shot('phone-flow');
    await phone.page.keyboard.press('ArrowRight');
    await phone.page.locator('#facts .stop').first().waitFor();
    await phone.shot('phone-inspector');
    const wide = await phone.page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
    expect(wide).toBe(false);
    expect([...phone.complaints, ...phone.outside]).toEqual([]);
    await phone.close();
  });
});
