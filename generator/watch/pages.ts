import { actionPage } from '../catalogue/action-page';
import type { Page } from '../catalogue/catalogue';
import type { Bot } from '../model/model';
import { dialogKeys } from './keys';

/** `actionPage` that remembers: a page is written again only when the action, its facts or its transcript have changed. */
export function rememberPages(): Page {
  const pages = new Map<string, { readonly key: string; readonly text: string }>();
  let keys: { readonly bot: Bot; readonly of: ReturnType<typeof dialogKeys> } | undefined;
  return (bot, action, facts, transcript) => {
    if (keys?.bot !== bot) keys = { bot, of: dialogKeys(bot) };
    const key = [keys.of(action), JSON.stringify(facts), transcript ?? ''].join('\0');
    const known = pages.get(action.id);
    if (known?.key === key) return known.text;
    const text = actionPage(bot, action, facts, transcript);
    pages.set(action.id, { key, text });
    return text;
  };
}
