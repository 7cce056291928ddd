import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { SDK_NOISE } from './sdk-noise';

/** A page with a bot on it, and everything that must not go unnoticed. */
export interface Stage {
  readonly page: Page;
  readonly chat: FrameLocator;
  /** Types into the chat window and waits until the turn is over and rendered. */
  readonly say: (text: string) => Promise<void>;
  /** The same for a bot whose messages the chat window cannot draw to the end. */
  readonly type: (text: string) => Promise<void>;
  /** Presses the last button of that title. */
  readonly click: (title: string) => Promise<void>;
  /** Waits for a text in the chat. */
  readonly sees: (text: string | RegExp) => Promise<void>;
  readonly shot: (name: string) => Promise<void>;
  /** Everything the console said that the chat window's maker did not write, and every failed script. */
  readonly complaints: readonly string[];
  /** Addresses of requests that would have left the machine. */
  readonly outside: readonly string[];
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** False for a bot whose greeting is not in its export. */
  readonly greets?: boolean;
}

const SHOTS = join(__dirname, 'screenshots');
const BUTTONS = '.quickReply, .buyBtn, .carouselButton, .buttonTmplContentChild';

/** Opens the page and waits for the greeting. */
export async function openStage(browser: Browser, url: string, options: StageOptions = {}): Promise<Stage> {
  const { width = 1280, height = 800, colorScheme = 'light', greets = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const outside: string[] = [];
  const complain = (kind: string, text: string) => {
    if (!SDK_NOISE.some((known) => known.test(text))) complaints.push(`${kind}: ${text}`);
  };
  page.setDefaultTimeout(60_000);
  page.on('console', (message) => complain(message.type(), message.text()));
  page.on('pageerror', (error) => complain('script', error.stack ?? error.message));
  page.on('websocket', (socket) => outside.push(socket.url()));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') outside.push(request.url());
  });
  await page.goto(url);
  const chat = page.frameLocator('#chat-frame');
  await page.locator('#turn option').first().waitFor({ state: 'attached' });
  if (greets) await chat.locator('.fromOtherUsers').first().waitFor();

  const heard = async (act: () => Promise<void>): Promise<void> => {
    const turns = await page.locator('#turn option').count();
    await act();
    await page.locator('#turn option').nth(turns).waitFor({ state: 'attached' });
  };
  const turnOver = async (act: () => Promise<void>): Promise<void> => {
    await heard(act);
    await chat.locator('.typingIndicatorContent').waitFor({ state: 'hidden' });
  };
  const enter = async (text: string): Promise<void> => {
    await chat.locator('.chatInputBox').fill(text);
    await chat.locator('.chatInputBox').press('Enter');
  };
  return {
    page,
    chat,
    complaints,
    outside,
    say: (text) => turnOver(() => enter(text)),
    type: (text) => heard(() => enter(text)),
    click: (title) => turnOver(() => chat.locator(BUTTONS).filter({ hasText: title }).last().click()),
    sees: (text) => chat.locator('.fromOtherUsers').filter({ hasText: text }).last().waitFor(),
    shot: async (name) => {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled' });
    },
    close: () => context.close(),
  };
}
