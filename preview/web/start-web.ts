import { randomBytes } from 'node:crypto';
import type { LocalService } from '../../services/service';
import { localBackend } from '../backend';
import { createTables } from '../data-tables';
import { localServices, pairsOf } from '../chat/find-stand-ins';
import { findStub, findTables } from '../chat/find-stub';
import { integrationsOf } from '../integrations';
import { ownValues } from '../chat/own-values';
import { createSandbox } from '../sandbox';
import type { Sandbox } from '../sandbox';
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
  /** Only this one of the integrations. */
  readonly integration?: string;
  /** `NAME=value` each: values of the bot's variables. */
  readonly env?: readonly string[];
  /** A file of prepared answers. */
  readonly stub?: string;
  /** A file with the rows of data tables at the start. */
  readonly tables?: string;
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
export async function startWeb(options: WebOptions): Promise<RunningWeb> {
  const { root, file, integration, port = DEFAULT_PORT } = options;
  const sandbox = createSandbox();
  const services = localServices(root, documented(options), pairsOf(options.env ?? []));
  const late: { tabs?: TabSessions; source?: BotSource; origins?: () => readonly string[]; chat?: string } = {};
  const warm = warmUp(sandbox);
  const closers: (() => Promise<void>)[] = [
    () => sandbox.close(),
    async () => void (await Promise.all(services.map((service) => service.close()))),
  ];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const [code, ...origins] = await Promise.all([bundle(), ...services.map((service) => service.start())]);
    const onBuild = (build: BuildView, mode: string | undefined) => tellTabs(late, build, mode);
    const source = await startBotSource({
      root,
      onBuild,
      ...(file !== undefined && { file }),
      ...(integration !== undefined && { integration }),
    });
    late.source = source;
    closers.push(source.close);
    const tabs = createTabSessions(source.first, tabSettings(options, services, sandbox));
    late.tabs = tabs;
    const chat = await startChatServer({
      tabs,
      script: code.chat,
      token: secret(),
      pageOrigins: () => late.origins?.() ?? [],
      pictures: services.flatMap(({ pictures }, i) =>
        pictures ? [{ said: pictures.said, at: `${origins[i] ?? ''}${pictures.path}` }] : [],
      ),
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

/** The integrations whose documents may stand in: none where an export is played, or prepared answers are. */
function documented({ root, file, integration, stub }: WebOptions): readonly string[] {
  if (file !== undefined || stub !== undefined) return [];
  return integration === undefined ? integrationsOf(root) : [integration];
}

const secret = (): string => randomBytes(24).toString('base64url');

/** Every bot has the services that it knows, and the prepared answers of its integration. */
function tabSettings(options: WebOptions, services: readonly LocalService[], sandbox: Sandbox): TabSettings {
  const { root, integration, env = [], stub } = options;
  const prepared = findStub(root, integration, stub);
  const tables = createTables(findTables(root, options.tables));
  return {
    sandbox,
    tables,
    backendFor: (bot) => localBackend(bot, services, ownValues(root, bot, env), prepared),
  };
}

/** After a good build every tab that plays it goes on with the bot as it is now; after a bad one with the bot it has. */
async function tellTabs(
  { tabs, source }: { readonly tabs?: TabSessions; readonly source?: BotSource },
  build: BuildView,
  mode: string | undefined,
): Promise<void> {
  for (const tab of tabs?.all() ?? []) {
    if (tab.loaded().mode !== mode) continue;
    tab.tell({ kind: 'build', build });
    if (build.state !== 'ok' && build.state !== 'off') continue;
    const loaded = await source?.load(tab.loaded().id, mode).catch(() => undefined);
    if (loaded !== undefined && loaded !== tab.loaded()) tab.use(loaded);
  }
}
