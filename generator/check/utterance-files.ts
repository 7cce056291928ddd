import type { SpecRule } from './rule';

/** A file of `utterances/` has the name of an action or an answer, and sentences of languages that the bot speaks. */
export const utteranceFilesFit: SpecRule = (bot, report) => {
  const known = [...bot.actions, ...bot.locales[0].texts.answers].map(({ id }) => id);
  const botLanguages = bot.locales.map(({ language }) => language);
  for (const { id, file } of bot.utteranceFiles) {
    const languages = Object.keys(file.data ?? {});
    const [first = ''] = languages;
    if (!known.includes(id)) report(file.keyAt([first]), 'unknown-action', id, known);
    for (const language of languages.filter((one) => !botLanguages.includes(one)))
      report(file.keyAt([language]), 'unspoken-language', language, botLanguages);
  }
};
