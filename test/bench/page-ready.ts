import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWeb } from '../../preview/web/start-web';
import { launch } from '../browser/chromium';
import { openStage } from '../browser/stage';
import { rootWith } from '../build/specs';

/** What a person waits for at the preview, in milliseconds. */
export interface PageTimes {
  /** From opening the page to the bot's greeting. */
  readonly greeting: number;
  /** From Enter to the rendered answer: median. */
  readonly reply: number;
  /** From a save to the page's knowledge of the new bot: median. */
  readonly known: number;
  /** The build alone, once it is warm: median. */
  readonly rebuild: number;
}

/** Opens the preview of the project's own specs in Chromium and measures. Takes some fifteen seconds. */
export async function measurePage(): Promise<PageTimes> {
  const root = rootWith('shopify');
  const [web, browser] = await Promise.all([startWeb({ root, port: 0 }), launch()]);
  try {
    const { page, chat, sees } = await openStage(browser, web.url);
    await page.locator('#build[data-state="ok"]').waitFor();
    const opened = performance.now();
    const fresh = await openStage(browser, web.url);
    const greeting = performance.now() - opened;
    await fresh.close();
    const replies: number[] = [];
    for (const order of [1001, 1001, 1001, 1001, 1001]) {
      const shown = await chat.locator('.fromOtherUsers').filter({ hasText: 'Total:' }).count();
      await chat.locator('.chatInputBox').fill(`where is order #${order}`);
      const sent = performance.now();
      await chat.locator('.chatInputBox').press('Enter');
      await chat.locator('.fromOtherUsers').filter({ hasText: 'Total:' }).nth(shown).waitFor();
      replies.push(performance.now() - sent);
      await sees('What would you like to do next?');
    }
    const spec = join(root, 'specs', 'shopify', 'get-order-details.yaml');
    const text = readFileSync(spec, 'utf8');
    const count = Number(await page.locator('#build').getAttribute('data-count'));
    const known: number[] = [];
    const rebuilds: number[] = [];
    for (const round of [1, 2, 3, 4, 5]) {
      writeFileSync(spec, text.replace('What is the order number?', `What is order number ${round}?`));
      const saved = performance.now();
      await page.evaluate(`new Promise((resolve) => {
        const look = () => document.querySelector('#build[data-count="${count + round}"]') ? resolve() : requestAnimationFrame(look);
        look();
      })`);
      known.push(performance.now() - saved);
      rebuilds.push(Number((await page.locator('#build').getAttribute('data-ms')) ?? NaN));
      await page.waitForTimeout(PAUSE_MS);
    }
    return { greeting, reply: median(replies), known: median(known), rebuild: median(rebuilds) };
  } finally {
    await browser.close();
    await web.close();
  }
}

/** Between two saves the page takes up the new bot; nobody saves faster. */
const PAUSE_MS = 500;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
