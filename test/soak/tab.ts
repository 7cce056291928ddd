import { randomUUID } from 'node:crypto';

/** A browser tab as the server sees it: one tab, its event stream, and the webhook that its chat window talks to. */
export interface Tab {
  /** The chat window opens; gives what the bot says, in one text. */
  readonly connect: () => Promise<string>;
  readonly say: (text: string) => Promise<string>;
  /** Turns the page has been told of. */
  readonly told: () => number;
  readonly close: () => Promise<void>;
}

/** Opens a tab at the preview's address. Every promise of a tab rejects when the server answers anything but 200. */
export async function openTab(url: string): Promise<Tab> {
  const tab = randomUUID();
  const { chatUrl } = (await json(await fetch(new URL(`/api/${tab}`, url)))) as { readonly chatUrl: string };
  const { origin } = new URL(chatUrl);
  const { jwt } = (await json(await fetch(`${origin}/jwt`, { method: 'POST' }))) as { readonly jwt: string };
  const leave = new AbortController();
  let told = 0;
  const stream = await fetch(new URL(`/api/${tab}/events`, url), { signal: leave.signal });
  const listening = listen(stream, () => (told += 1)).catch(() => undefined);

  const post = async (message: unknown): Promise<string> => {
    const response = await fetch(`${origin}/chatbot/v2/webhook/st-${tab}`, {
      method: 'POST',
      headers: { Authorization: `bearer ${jwt}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ message }),
    });
    return JSON.stringify(((await json(response)) as { readonly data: unknown }).data);
  };
  return {
    connect: () => post({ type: 'event', val: 'ON_CONNECT' }),
    say: (text) => post({ type: 'text', val: text }),
    told: () => told,
    close: async () => {
      leave.abort();
      await listening;
    },
  };
}

async function json(response: Response): Promise<unknown> {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Reads a stream of events to its end. A turn's event begins with its kind. */
async function listen(stream: Response, onTurn: () => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: {"kind":"turn"')) onTurn();
  }
}
