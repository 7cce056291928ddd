import { documents } from '../../generator/catalogue/catalogue';
import type { FileBytes } from '../../generator/catalogue/request-facts';
import { actionFlow } from '../../generator/compile/action-flow';
import type { Bot } from '../../generator/model/model';
import type { OutputFile } from '../../kore/zip/pack';

/** What people read about a bot, made as a build makes it. */
export function documentsOf(bot: Bot, files: FileBytes): readonly OutputFile[] {
  const made = documents(bot, files);
  for (const action of bot.actions) made.onFlow(action, actionFlow(bot, action));
  return made.files();
}
