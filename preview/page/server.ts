/// <reference lib="dom" />
import type { BotView, FlowView, NodeContent, SessionEvent, TabView } from '../web/protocol';

/** The server as the page sees it, within one tab. */
export interface Server {
  readonly tab: () => Promise<TabView>;
  readonly flow: (dialog: string) => Promise<FlowView>;
  readonly node: (dialog: string, node: string) => Promise<NodeContent>;
  readonly transcript: () => Promise<string>;
  readonly setFault: (fault: string) => Promise<void>;
  readonly setMode: (mode: string) => Promise<void>;
  readonly useBot: (bot: string, language?: string) => Promise<BotView>;
  readonly listen: (hear: (event: SessionEvent) => void, onReturn: () => void) => void;
}

/** A connection for one tab. Every request carries the page's own token. */
export function connectTab(tab: string): Server {
  const token = document.querySelector<HTMLMetaElement>('meta[name="token"]')?.content ?? '';
  const base = `/api/${tab}`;
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${base}${path}`, {
      headers: { 'X-Preview-Token': token, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { readonly error?: string };
    if (!response.ok) throw new Error(answer.error ?? `the server answered ${response.status}`);
    return answer;
  };
  const id = encodeURIComponent;
  return {
    tab: () => ask(''),
    flow: (dialog) => ask(`/flow?dialog=${id(dialog)}`),
    node: (dialog, node) => ask(`/node?dialog=${id(dialog)}&node=${id(node)}`),
    transcript: async () => (await ask<{ readonly text: string }>('/transcript')).text,
    setFault: async (fault) => void (await ask('/fault', { fault })),
    setMode: async (mode) => void (await ask('/mode', { mode })),
    useBot: async (bot, language) =>
      (await ask<{ readonly bot: BotView }>('/bot', { bot, ...(language !== undefined && { language }) })).bot,
    listen: (hear, onReturn) => {
      const stream = new EventSource(`${base}/events`);
      let lost = false;
      stream.addEventListener('error', () => (lost = true));
      stream.addEventListener('open', () => {
        if (lost) onReturn();
        lost = false;
      });
      stream.addEventListener('message', ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as SessionEvent));
    },
  };
}
