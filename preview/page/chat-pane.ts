/// <reference lib="dom" />
import { byId } from './dom';

/** The frame with Kore.ai's chat window. */
export interface ChatPane {
  /** Opens the window anew: a new conversation. */
  readonly restart: () => void;
  /** Opens the window anew and says these, each when the answer to the one before is to be seen. */
  readonly replay: (said: readonly string[]) => void;
  /** Says a text that the window shows in other words. */
  readonly say: (text: string, shown: string) => void;
  /** A turn is over. */
  readonly turnOver: () => void;
}

/** The window shows a turn's messages one by one; after this long without another the turn is shown, in milliseconds. */
const SETTLE_MS = 150;

export function createChatPane(chatUrl: string): ChatPane {
  const frame = byId('chat-frame', HTMLIFrameElement);
  const url = `${chatUrl}&parent=${encodeURIComponent(location.origin)}`;
  const origin = new URL(url).origin;
  let waiting: string[] = [];
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arrive = () => {
    clearTimeout(timer);
    timer = setTimeout(next, SETTLE_MS);
  };
  const next = () => {
    const text = over ? waiting.shift() : undefined;
    if (text === undefined) return;
    over = false;
    frame.contentWindow?.postMessage({ say: text }, origin);
  };
  const replay = (said: readonly string[]) => {
    waiting = [...said];
    over = false;
    frame.src = url;
  };
  window.addEventListener('message', (event) => {
    if (event.origin === origin && event.source === frame.contentWindow) arrive();
  });
  frame.src = url;
  return {
    restart: () => replay([]),
    replay,
    say: (text, shown) => frame.contentWindow?.postMessage({ say: text, shown }, origin),
    turnOver: () => {
      over = true;
      arrive();
    },
  };
}
