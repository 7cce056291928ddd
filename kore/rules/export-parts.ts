import type { BotIndex } from './bot-index';
import { at, child, entries, has, textsIn } from './item';
import { rule } from './rule';

const named = (bot: BotIndex, options: 'nlpData' | 'settings') =>
  new Set(textsIn(child(bot.definition, 'exportOptions'), options).map((one) => one.text));

/** Without it an import of one dialog may replace the greeting, the fallback and every other event of the bot (inferred). */
export const eventsComeWithLanguageSettings = rule(
  'events-come-with-language-settings (G7)',
  'A bot has events just when its language settings are exported.',
  function* (bot) {
    const exported = named(bot, 'nlpData').has('nlpSettings');
    const has = entries(bot.definition, 'botEvents').length > 0;
    if (has !== exported)
      yield {
        where: at(bot.definition, 'botEvents'),
        message: `exportOptions.nlpData ${exported ? 'names' : 'does not name'} nlpSettings`,
      };
  },
);

/** Keys that occur with `botSettings` alone: in 248 partial exports with it, in none of 187 without. */
const SETTINGS = (
  'notifyUserViaEmail hasUserEndpoint offKoraConfirmation skipMakeEditLinks variables showInMp ivrSettings ' +
  'twilioVoiceSettings strict_pii languageConfigurations channels audioCodesSettings korevgSettings vNameSpace ' +
  'krVNameSpace evVNameSpace color enableInputTranslation isSmartAssist sBannerColor bBannerColor categoryIds class ' +
  'featured sendVcf interruptsEnabled externalNluAdapters sessionInactiveTime sessionClosureProcess ' +
  'skipSessionMessage clearAllAuthTokens runCustomScript isDeflect languagesToBeIgnored translationEngines ' +
  'preBuiltIntegrations feedbackSurveys hasTenant enable_pii pii_patterns forms'
).split(' ');

export const settingsComeOnlyWhenExported = rule(
  'settings-come-only-when-exported (G8)',
  'Settings of the bot are there only when they are exported.',
  function* (bot) {
    if (named(bot, 'settings').has('botSettings')) return;
    for (const key of SETTINGS)
      if (has(bot.definition, key))
        yield { where: at(bot.definition, key), message: 'exportOptions.settings does not name botSettings' };
  },
);
