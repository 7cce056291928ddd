import type { SpecRule } from './rule';

/** A file of `utterances/` has the name of an action, and sentences of languages that the bot speaks. */
export const utteranceFilesFit: SpecRule = (bot, report) => {
  const actions = bot.actions.map(({ id }) => id);
  const spoken = bot.spoken.map(({ language }) => language);
  for (const { id, file } of bot.utteranceFiles) {
    const languages = Object.keys(file.data ?? {});
    const [first = ''] = languages;
    if (!actions.includes(id)) report(file.keyAt([first]), 'unknown-action', id, actions);
    for (const language of languages.filter((one) => !spoken.includes(one)))
      report(file.keyAt([language]), 'unspoken-language', language, spoken);
  }
};
