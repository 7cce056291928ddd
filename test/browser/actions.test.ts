import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const texts = (selector: string) => stage.chat.locator(selector).allInnerTexts();

/** Waits until the last picture of the chat has been loaded and painted. */
const pictureIsPainted = async () =>
  expect
    .poll(() =>
      stage.chat
        .locator('.fromOtherUsers img[src*="/images/"]')
        .last()
        .evaluate((img) => (img as { naturalWidth?: number }).naturalWidth),
    )
    .toBeGreaterThan(0);

describe('in Kore.ai’s chat window', () => {
  it('get-customer-details-by-email asks for the address and shows the customer as text', async () => {
    await stage.click('Find a customer');
    await stage.sees("What is the customer's e-mail address?");
    await stage.say('ada@example.com');
    await stage.sees('Ada Lindqvist');
    await stage.sees('Area: Seattle, Washington, United States');
    await stage.sees('Would you like to see the orders?');
    expect(await texts('.quickReply')).toEqual(expect.arrayContaining(['Recent orders', 'Another customer']));
    await stage.shot('get-customer-details-by-email');
  });

  it('get-orders-by-customer-id shows three things, the fourth as a button, and the next page', async () => {
    await stage.say('orders of customer 6400000000001');
    await stage.sees('Orders of Ada Lindqvist from the last 60 days, newest first');
    await stage.sees('What would you like to do next?');
    expect(await texts('.listTmplContentBox .listItemTitle')).toEqual(['Order #1014', 'Order #1013', 'Order #1012']);
    await stage.sees('Order #1011');
    await stage.click('Show more');
    await stage.sees('Order #1010');
    await stage.shot('get-orders-by-customer-id');
    await stage.click('Order details');
    await stage.sees('Placed: ');
  });

  it('get-order-details shows one order with links to its parcels', async () => {
    await stage.say('where is order #1001');
    await stage.sees('Total: $189.45');
    await stage.sees('Track …456784');
    const links = stage.chat.locator('.buttonTmplContentChild, .buttonTemplate li').filter({ hasText: 'Track …45678' });
    expect(await links.count()).toBeGreaterThanOrEqual(2);
    await stage.shot('get-order-details');
  });

  it('get-product-variants shows a table', async () => {
    await stage.say('variants of product 7700000000001');
    await stage.sees('In stock');
    await stage.sees('500 ml');
    await stage.sees('sold out');
    expect(await stage.chat.locator('table').last().locator('tr').count()).toBeGreaterThanOrEqual(2);
    await stage.shot('get-product-variants');
  });

  it('get-products-by-name shows a carousel with pictures and leads on to a product', async () => {
    await stage.click('Find products');
    await stage.say('mug');
    await stage.sees('Products that match mug');
    await expect.poll(() => texts('.carouselTitle')).toContain('Blue Enamel Mug');
    await pictureIsPainted();
    await stage.shot('get-products-by-name');
    await stage.click('Show more');
    await stage.say('details of product 7700000000001');
    await stage.sees(/Options: Size \(350 ml, 500 ml\u2060?\)/);
  });

  it('get-product-details shows one card with its picture', async () => {
    await stage.say('details of product 7700000000001');
    await stage.sees('A steel mug with an enamel coat.');
    await pictureIsPainted();
    await stage.click('Variants');
    await stage.sees('In stock');
    await stage.shot('get-product-details');
  });

  it('get-products-by-collection is reached from the collection’s button', async () => {
    await stage.click('Browse collections');
    await stage.chat.locator('.listTmplContentChild').filter({ hasText: 'Camp Kitchen' }).locator('.buyBtn').click();
    await expect.poll(() => texts('.carouselTitle')).not.toEqual([]);
    await pictureIsPainted();
    await stage.shot('get-products-by-collection');
  });

  it('get-all-collections shows a list with pictures, and the next page of it', async () => {
    await stage.say('show all collections');
    await stage.sees('Collections of the store');
    await pictureIsPainted();
    await stage.click('Show more');
    await stage.sees('Gifts: ”Under $50”');
    await stage.shot('get-all-collections');
  });
});
