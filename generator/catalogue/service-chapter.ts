import type { Bot } from '../model/model';
import { code } from './markdown';
import type { FileBytes } from './request-facts';
import { ownValue } from '../../kore/own-value';

/** What has to be done at the service before a bot can ask it: Markdown beside `bot.yaml`, made by who knows the service. */
const CHAPTER = 'install.md';

/**
 * The chapter of the install guide that an integration brings along; none where it has none. In it `${scopes}` stands for
 * the scopes of all actions and `${version}` for the API's version.
 */
export function serviceChapter(bot: Bot, files: FileBytes): readonly string[] {
  const text = files.bytes(CHAPTER)?.toString('utf8').trim();
  if (!text) return [];
  const values: Readonly<Record<string, string>> = {
    scopes: scopeList(bot).map(code).join(', '),
    version: bot.service.graphql?.version ?? '',
  };
  return [
    text.replaceAll('\r\n', '\n').replace(/\$\{(\w+)\}/g, (whole, name: string) => ownValue(values, name) ?? whole),
  ];
}

/** The scopes that the actions need together, sorted. */
export const scopeList = (bot: Bot): readonly string[] => [...new Set(bot.actions.flatMap((a) => a.scopes))].sort();
