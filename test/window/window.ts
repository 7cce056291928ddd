/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Said } from './looks';

/** The chat windows that the package on npm holds, and what of the package makes each. */
export const WINDOWS = {
  /** What a site includes today. */
  released: 'umd/kore-web-sdk-umd-chat.min.js',
  /** The new surface, which the same package brings along for developers. */
  next: 'kore-web-sdk.esm.browser.js',
} as const;

export type WindowName = keyof typeof WINDOWS;

/** One element that a message became: what it is, and the text that stands in it itself. */
export interface Drawn {
  readonly kind: string;
  readonly text: string;
}

/** What a window made of one message. */
export interface Rendered {
  readonly drawn: readonly Drawn[];
  /** Of the page's own time. */
  readonly milliseconds: number;
}

/** A real chat window in a page WITHOUT a content policy, which keeps everything that it would load or run. */
export interface OpenWindow {
  /** Draws messages one after the other and takes them away again. Throws `Frozen` when the page does not come back. */
  readonly render: (messages: readonly Said[], by?: 'bot' | 'user') => Promise<readonly Rendered[]>;
  /** Addresses that the page asked for since the last look, scripts that ran, dialogs that opened. */
  readonly happened: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export class Frozen extends Error {}

/** The one picture that there is; asking for it is no surprise. */
export const PICTURE = 'https://pictures.test/x.png';

/** The window's own picture of the bot. */
const AVATAR = '/images/avatar-bot.svg';

const ORIGIN = 'http://site.test';
const FROZEN_MS = 5 * 60_000;

/** Opens a window. Nothing leaves the machine: every request is answered here. */
export async function openWindow(browser: Browser, name: WindowName): Promise<OpenWindow> {
  const page = await browser.newPage({ viewport: { width: 420, height: 700 } });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await answerEverything(page, name, (url) => asked.push(url));
  await page.goto(`${ORIGIN}/`);
  await page.waitForFunction('window.ready === true', undefined, { timeout: 60_000 });
  asked.length = 0;
  return {
    render: async (messages, by = 'bot') => {
      const drawing = page.evaluate(draw, { messages, by });
      const late = new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Frozen('the page does not answer')), FROZEN_MS).unref(),
      );
      return await Promise.race([drawing, late]);
    },
    happened: async () => {
      const ran: string = await page.evaluate(() => String((window as unknown as { pwned?: unknown }).pwned));
      const all = asked.splice(0);
      return ran === 'undefined' ? all : [...all, `a script ran: ${ran}`];
    },
    close: () => page.close(),
  };
}

const sdk = createRequire(__filename).resolve('kore-web-sdk');

async function answerEverything(page: Page, name: WindowName, ask: (url: string) => void): Promise<void> {
  const body = readFileSync(join(dirname(sdk), '..', WINDOWS[name]), 'utf8');
  await page.route('**/*', (route) => {
    const url = route.request().url();
    const path = url.startsWith(`${ORIGIN}/`) ? url.slice(ORIGIN.length).replace(/[?#].*/, '') : '';
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: PAGES[name] });
    if (path === '/sdk.js') return route.fulfill({ contentType: 'text/javascript', body });
    if (path === '/jwt') return route.fulfill({ json: { jwt: 'e30.e30.e30' } });
    if (path.startsWith('/chatbot') || path.startsWith('/api')) return route.fulfill({ json: { data: [] } });
    if (url === PICTURE || path === AVATAR)
      return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    ask(url);
    return route.fulfill({ status: 404, body: '' });
  });
}

/** Shows the window with the settings under which it talks to this origin alone. */
const SHOW = `
  const { chatWindow, chatConfig } = sdk;
  const { botOptions } = chatConfig;
  delete botOptions.API_KEY_CONFIG;
  Object.assign(botOptions, {
    logLevel: 'error', koreAPIUrl: '${ORIGIN}/api/', JWTUrl: '${ORIGIN}/jwt',
    userIdentity: 'x', clientId: 'x', clientSecret: 'x',
    botInfo: { name: 'x', _id: 'st-x', chatBot: 'x', taskBotId: 'st-x' },
    webhookConfig: { enable: true, webhookURL: '${ORIGIN}/chatbot/v2/webhook/st-x', apiVersion: 2 },
  });
  Object.assign(chatConfig, { loadHistory: false, enableThemes: false, minimizeMode: false, allowLocation: false });
  chatConfig.history.paginatedScroll.enable = false;
  const chat = new chatWindow();
  chat.show(chatConfig);
  window.chat = chat;
  setTimeout(() => { window.ready = true; }, 1500);
`;

const PAGES: Readonly<Record<WindowName, string>> = {
  released: `<!doctype html><meta charset="utf-8"><body><script src="/sdk.js"></script><script>const sdk = window.KoreChatSDK;${SHOW}</script>`,
  next: `<!doctype html><meta charset="utf-8"><body><script type="module">import * as sdk from '/sdk.js';${SHOW}</script>`,
};

/** As much of the window as `draw` uses: methods of its own, which its channels call. */
interface Chat {
  readonly parseSocketMessage: (message: string) => unknown;
  readonly renderMessage: (message: unknown) => void;
}

/** Runs in the page. */
async function draw({ messages, by }: { messages: readonly Said[]; by: 'bot' | 'user' }): Promise<Rendered[]> {
  const { chat } = window as unknown as { chat: Chat };
  const list = document.querySelector('.chat-container, .chat-widget-body-wrapper');
  if (list === null) throw new Error('there is no chat');
  const varying = new Set(['id', 'data-time', 'time', 'height', 'width']);
  const kindOf = (element: Element): string => {
    const attributes = [...element.attributes].map(({ name, value }) => {
      if (name.startsWith('aria-')) return '';
      // Arrows come and go with the width of what is drawn.
      if (name === 'class') return `class=${value.replace(/ ?\bhide\b/, '')}`;
      if (['type', 'href', 'src', 'url', 'onclick', 'onerror', 'target'].includes(name)) return `${name}=${value}`;
      if (name === 'style') return `style=${/url\([^)]*\)/.exec(value)?.[0] ?? ''}`;
      return varying.has(name) ? '' : name;
    });
    return `${element.tagName.toLowerCase()} ${attributes.filter(Boolean).sort().join(' ')}`.trim();
  };
  const message = (said: Said, id: string) => {
    if (by === 'user') {
      const body = 'text' in said ? said.text : '';
      return {
        type: 'currentUser',
        message: [{ type: 'text', cInfo: { body, renderMsg: body }, clientMessageId: id }],
      };
    }
    const component = 'text' in said ? { type: 'text', payload: said } : { type: 'template', payload: said };
    const whole = { from: 'bot', type: 'bot_response', messageId: id, message: [{ type: 'text', component }] };
    return chat.parseSocketMessage(JSON.stringify(whole));
  };
  const rendered: { elements: Element[]; milliseconds: number }[] = [];
  for (const [i, said] of messages.entries()) {
    const before = new Set(list.children);
    let milliseconds = Infinity;
    const first = performance.now();
    // A busy machine makes some measures long, not all of them; what is slow by itself is slow each time.
    for (
      let tries = 0;
      milliseconds > 500 && tries < 20 && (tries < 3 || performance.now() - first < 10_000);
      tries += 1
    ) {
      for (const child of [...list.children]) if (!before.has(child)) child.remove();
      const one = message(said, `m${Date.now()}x${i}x${tries}`);
      const started = performance.now();
      try {
        chat.renderMessage(one);
      } catch {
        // A window that cannot draw a look cannot draw it with another text either.
      }
      milliseconds = Math.min(milliseconds, performance.now() - started);
    }
    rendered.push({ elements: [...list.children].filter((child) => !before.has(child)), milliseconds });
  }
  await new Promise((resolve) => setTimeout(resolve, 30));
  const result = rendered.map(({ elements, milliseconds }) => ({
    milliseconds,
    drawn: elements
      .flatMap((one) => [one, ...one.querySelectorAll('*')])
      .filter((element) => element.tagName !== 'BR')
      .map((element) => ({
        kind: kindOf(element),
        text: [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : '')).join(''),
      })),
  }));
  for (const { elements } of rendered) for (const element of elements) element.remove();
  return result;
}
