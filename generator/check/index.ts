import type { Report } from '../diagnostics/diagnostic';
import { forgetful, type Engine } from '../engine/engine';
import { lookUps } from '../model/look-up';
import type { Action, Bot } from '../model/model';
import { personalActionsHaveOwners } from './audience';
import { buttonsLeadOn } from './buttons';
import { writesAreConfirmed } from './confirm';
import { credentialsAreVariables } from './credentials';
import { descriptionsDiffer } from './descriptions';
import { utterancesDiffer } from './near-utterances';
import { iconIsSound, otherFilesAreRead, schemaIsThere } from './files';
import { restFieldFiltersFit } from './field-filters';
import { graphqlIsValid } from './graphql';
import { inputsAreComplete, referencesAreInputs } from './inputs';
import { keepsFields } from './keep';
import { localesFit } from './locales';
import { lookUpsRead } from './look-ups';
import { looksFit } from './looks';
import { textsHoldNoMarkup } from './markup';
import { namesDiffer } from './names';
import { documentFits } from './openapi';
import { nearIsShown } from './near';
import { outcomesHaveReplies } from './outcomes';
import { placeholdersExist } from './placeholders';
import { queriesAreSafe, queriesAreWhole } from './queries';
import {
  bodiesAreSent,
  pagesAreFound,
  pathsAreWhole,
  keysAreSent,
  secretsStayOutside,
  requestsAreComplete,
  requestsAreSafe,
  wordsExist,
} from './requests';
import type { SpecFiles, SpecRule } from './rule';
import { samplesFit } from './samples';
import { sentencesAreSpoken } from './sentences';
import { textsArePlain } from './texts';
import { utteranceFilesFit } from './utterance-files';
import { utterancesTrain } from './utterances';
import { variablesAreSound } from './variables';

/** Everything that can be wrong with a bot whose files fit the schemas. */
export function check(bot: Bot, files: SpecFiles, report: Report, engine: Engine = forgetful): void {
  for (const rule of rules) rule(bot, report, files);
  // A look-up is held to what every request is held to.
  const withLookUps = { ...bot, actions: bot.actions.flatMap((action) => [...lookUps(action), action]) };
  for (const rule of requestRules) rule(withLookUps, report, files);
  // This one costs more than all others together, and looks at one action at a time.
  const graphql = engine.reporting('graphql', graphqlOf);
  const { schema } = bot.service.graphql ?? {};
  const bytes = schema === undefined ? undefined : files.bytes(schema);
  for (const action of withLookUps.actions) graphql(report, action.id, bot, action, bytes);
  documentFits(bot, report, files, engine);
}

const graphqlOf = (report: Report, bot: Bot, action: Action, schema: Buffer | undefined) =>
  graphqlIsValid({ ...bot, actions: [action] }, report, { bytes: () => schema, files: [] });

const rules: readonly SpecRule[] = [
  namesDiffer,
  schemaIsThere,
  placeholdersExist,
  inputsAreComplete,
  referencesAreInputs,
  requestsAreComplete,
  lookUpsRead,
  keepsFields,
  writesAreConfirmed,
  outcomesHaveReplies,
  looksFit,
  nearIsShown,
  buttonsLeadOn,
  utterancesTrain,
  utteranceFilesFit,
  descriptionsDiffer,
  utterancesDiffer,
  textsArePlain,
  textsHoldNoMarkup,
  variablesAreSound,
  personalActionsHaveOwners,
  iconIsSound,
  otherFilesAreRead,
  localesFit,
  sentencesAreSpoken,
];

const requestRules: readonly SpecRule[] = [
  samplesFit,
  requestsAreSafe,
  bodiesAreSent,
  pagesAreFound,
  queriesAreSafe,
  queriesAreWhole,
  pathsAreWhole,
  keysAreSent,
  secretsStayOutside,
  restFieldFiltersFit,
  wordsExist,
  credentialsAreVariables,
];
