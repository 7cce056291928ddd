import type { BotIndex } from './bot-index';
import { at, indexBy, has, items, textAt, type FormatItem } from './item';
import { dangling, rule, textsAt } from './rule';

const ofType = (bot: BotIndex, type: string): readonly FormatItem[] =>
  bot.components.filter((component) => textAt(component, 'type') === type);

export const formsExist = rule('forms-exist (D28)', "A form node's resourceId is the refId of a form.", (bot) =>
  dangling(
    "a form's refId",
    textsAt('resourceId', ofType(bot, 'form')),
    indexBy('refId', items(bot.definition, 'forms')),
  ),
);

export const authorizationProfilesExist = rule(
  'authorization-profiles-exist (D29)',
  "A service's idp is none or the name of an authorization profile.",
  function* (bot) {
    const profiles = indexBy('name', items(bot.definition, 'idpConfigurations'));
    yield* dangling('"none" or a profile\'s name', textsAt('idp', ofType(bot, 'service')), {
      has: (name) => name === 'none' || profiles.has(name),
    });
  },
);

export const authorizationMatchesProfile = rule(
  'authorization-matches-profile (D30)',
  'A service requires authorization just when its idp is not none.',
  function* (bot) {
    for (const service of ofType(bot, 'service')) {
      const idp = textAt(service, 'idp');
      if (idp !== undefined && has(service, 'authRequired') && service.value['authRequired'] !== (idp !== 'none'))
        yield { where: at(service, 'authRequired'), message: `its idp is "${idp}"` };
    }
  },
);
