import { randomBytes } from 'node:crypto';
import { sharedSandbox } from '../sandbox';
import { startStore } from '../../services/shopify/server';
import type { RunningStore } from '../../services/shopify/server';
import { warmUp } from '../warm-up';
import { bundle } from './bundle';
import { startChatServer } from './chat-server';
import { startPageServer } from './page-server';
import type { BuildView } from './protocol';
import type { TabSettings } from './tab-session';
import { createTabSessions } from './tab-sessions';
import type { TabSessions } from './tab-sessions';
import { startBotSource } from './bot-source';
import type { BotSource } from './bot-source';

export interface WebOptions {
  /** The project: its `specs/` are watched and built, its `dist/` is played. */
  readonly root: string;
  /** An export to play in place of what is built from `root`. */
  readonly file?: string;
  /** Wanted port; another free one is taken when it is not free. 0: any. */
  readonly port?: number;
}

export interface RunningWeb {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const DEFAULT_PORT = 4173;

/**
 * Starts the preview: store, player, chat window, page, live rebuild. Rejects with a message for people when there is no
 * bot to play.
 */
export async function startWeb({ root, file, port = DEFAULT_PORT }: WebOptions): Promise<RunningWeb> {
  const tokenWithoutScopes = `preview_${secret()}`;
  const late: { tabs?: TabSessions; source?: BotSource; origins?: () => readonly string[]; chat?: string } = {};
  const warm = warmUp();
  const closers: (() => Promise<void>)[] = [() => sharedSandbox().close()];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const [store, code] = await Promise.all([
      startStore({ faultHeader: true, tokens: { [tokenWithoutScopes]: [] } }),
      bundle(),
    ]);
    closers.push(store.close);
    const onBuild = (build: BuildView) => tellTabs(late.tabs, late.source, build);
    const source = await startBotSource({ root, ...(file !== undefined && { file }), onBuild });
    late.source = source;
    closers.push(source.close);
    const tabs = createTabSessions(source.first, surroundings(store, tokenWithoutScopes));
    late.tabs = tabs;
    const chat = await startChatServer({
      tabs,
      script: code.chat,
      token: secret(),
      pageOrigins: () => late.origins?.() ?? [],
      storeOrigin: store.url,
    });
    closers.push(chat.close);
    const page = await startPageServer({
      port,
      tabs,
      source,
      script: code.page,
      token: secret(),
      chatOrigin: chat.origin,
    });
    late.origins = page.origins;
    closers.push(page.close);
    await warm;
    return { url: page.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const secret = (): string => randomBytes(24).toString('base64url');

const surroundings = (store: RunningStore, tokenWithoutScopes: string): TabSettings => ({
  storeUrl: store.url,
  tokenWithoutScopes,
  secrets: [store.token, store.client.secret, tokenWithoutScopes],
  env: {
    SHOPIFY_SUBDOMAIN: 'demo',
    SHOPIFY_ACCESS_TOKEN: store.token,
    SHOPIFY_CLIENT_ID: store.client.id,
    SHOPIFY_CLIENT_SECRET: store.client.secret,
  },
});

/** After a good build every tab goes on with the bot as it is now; after a bad one with the bot it has. */
async function tellTabs(tabs: TabSessions | undefined, source: BotSource | undefined, build: BuildView): Promise<void> {
  for (const tab of tabs?.all() ?? []) {
    tab.tell({ kind: 'build', build });
    if (build.state !== 'ok' && build.state !== 'off') continue;
    const loaded = await source?.load(tab.loaded().id).catch(() => undefined);
    if (loaded !== undefined && loaded !== tab.loaded()) tab.use(loaded);
  }
}
