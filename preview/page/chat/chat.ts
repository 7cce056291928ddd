/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { makeReachable } from './reachable';
import type { ChatConfig, KoreChatSdk } from './kore-web-sdk';

/** The frame around Kore.ai's chat window: points it at the local webhook channel and shows it. */

const meta = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

const asked = new URLSearchParams(location.search);
const tab = asked.get('tab') ?? '';
const name = asked.get('name') ?? 'Bot';
/** The page around, if it is one of those that may be. */
const parent = meta('parents')
  .split(' ')
  .find((origin) => origin === asked.get('parent'));

function configure(config: ChatConfig): ChatConfig {
  const id = `st-${tab}`;
  const { botOptions } = config;
  // With this key the bundle asks a host of Kore.ai for settings and never starts.
  delete botOptions.API_KEY_CONFIG;
  Object.assign(botOptions, {
    logLevel: 'error',
    koreAPIUrl: `${location.origin}/api/`,
    JWTUrl: `${location.origin}/jwt`,
    userIdentity: 'preview',
    clientId: 'preview',
    clientSecret: 'preview',
    botInfo: { name, _id: id, chatBot: name, taskBotId: id },
    webhookConfig: {
      enable: true,
      webhookURL: `${location.origin}/chatbot/v2/webhook/${id}`,
      apiVersion: 2,
    },
  });
  config.loadHistory = false;
  config.enableThemes = false;
  config.minimizeMode = false;
  config.allowLocation = false;
  config.history.paginatedScroll.enable = false;
  return config;
}

function start(sdk: KoreChatSdk): void {
  const chat = new sdk.chatWindow();
  chat.show(configure(sdk.chatConfig));
  const list = document.querySelector('.chat-container');
  if (list !== null) {
    tellOfMessages(list);
    makeReachable(list);
  }
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    if (origin !== parent || typeof data !== 'object' || data === null || !('say' in data)) return;
    const shown = 'shown' in data && typeof data.shown === 'string' ? { renderMsg: data.shown } : {};
    if (typeof data.say === 'string') chat.sendMessageToBot(data.say, shown);
  });
}

/** Lets the page around know that something new is to be seen. */
function tellOfMessages(list: Element): void {
  if (parent === undefined) return;
  const tell = () => window.parent.postMessage({ rendered: true }, parent);
  new MutationObserver(tell).observe(list, { childList: true });
}

if (window.KoreChatSDK !== undefined) start(window.KoreChatSDK);
