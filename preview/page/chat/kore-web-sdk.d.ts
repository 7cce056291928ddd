/** As much of the chat window's bundle as the frame uses; the bundle has no types of its own for a page. */
export interface KoreChatSdk {
  readonly chatConfig: ChatConfig;
  readonly chatWindow: new () => SdkChatWindow;
}

export interface ChatConfig {
  botOptions: BotOptions;
  loadHistory: boolean;
  enableThemes: boolean;
  minimizeMode: boolean;
  allowLocation: boolean;
  history: { paginatedScroll: { enable: boolean } };
}

export interface BotOptions {
  API_KEY_CONFIG?: unknown;
  logLevel: string;
  koreAPIUrl: string;
  JWTUrl: string;
  userIdentity: string;
  clientId: string;
  clientSecret: string;
  botInfo: { name: string; _id: string; chatBot: string; taskBotId: string };
  webhookConfig: { enable: boolean; webhookURL: string; apiVersion: number };
}

export interface SdkChatWindow {
  show(config: ChatConfig): void;
  sendMessageToBot(text: string, options: { renderMsg?: string }): void;
}

declare global {
  interface Window {
    readonly KoreChatSDK?: KoreChatSdk;
  }
}
