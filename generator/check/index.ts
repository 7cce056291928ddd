import type { Report } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';
import { personalActionsHaveOwners } from './audience';
import { buttonsLeadOn } from './buttons';
import { descriptionsDiffer } from './descriptions';
import { iconIsSound } from './files';
import { graphqlIsValid } from './graphql';
import { inputsAreComplete } from './inputs';
import { localesFit } from './locales';
import { looksFit } from './looks';
import { textsHoldNoMarkup } from './markup';
import { namesDiffer } from './names';
import { placeholdersExist } from './placeholders';
import { requestsAreComplete, requestsAreSafe, wordsExist } from './requests';
import type { SpecFiles, SpecRule } from './rule';
import { textsArePlain } from './texts';
import { utterancesTrain } from './utterances';
import { variablesAreSound } from './variables';

/** Everything that can be wrong with a bot whose files fit the schemas. */
export function check(bot: Bot, beside: SpecFiles, report: Report): void {
  for (const rule of rules) rule(bot, report, beside);
}

const rules: readonly SpecRule[] = [
  namesDiffer,
  placeholdersExist,
  inputsAreComplete,
  requestsAreComplete,
  requestsAreSafe,
  graphqlIsValid,
  wordsExist,
  looksFit,
  buttonsLeadOn,
  utterancesTrain,
  descriptionsDiffer,
  textsArePlain,
  textsHoldNoMarkup,
  variablesAreSound,
  personalActionsHaveOwners,
  iconIsSound,
  localesFit,
];
