import { onlyAbout, type Report } from '../diagnostics/diagnostic';
import { forgetful, type Engine } from '../engine/engine';
import type { Path, YamlFile } from '../source/yaml';
import { handOverOf, sentencesOf } from './agent';
import { settleAnswers } from './answers';
import { styleOf, type Sentences } from './languages';
import type { Action, Bot, Locale, Where } from './model';
import { normalizeAction } from './normalize-action';
import { normalizeBotTexts, normalizeScaffold, normalizeService, normalizeVariables } from './normalize-bot';
import { normalizeCredentials } from './normalize-credentials';
import { defined } from './normalize-reply';
import { overlaidPlace, overlay, dataAt } from './overlay';
import { ownStyle } from './own-style';
import { reader } from './reader';
import { soldAnywhere } from './sold-on';
import { withUtteranceFile, type UtteranceFile } from './utterance-files';
import type { WrittenAction } from './written/action';
import type { WrittenBot } from './written/bot';
import type { WrittenUtterances } from './written/utterances';

/** One integration's specs after `validate`: data that fits the schemas, with the file each came from. */
export interface WrittenSpecs {
  readonly id: string;
  readonly bot: { readonly file: YamlFile; readonly data: WrittenBot };
  readonly actions: readonly { readonly id: string; readonly file: YamlFile; readonly data: WrittenAction }[];
  /** Translations by language; their shape is checked by the rule `locales`. */
  readonly localeFiles: readonly { readonly language: string; readonly file: YamlFile }[];
  /** More utterances of actions, each in a file of the action's name. */
  readonly utterances?: readonly { readonly id: string; readonly file: YamlFile; readonly data: WrittenUtterances }[];
  readonly icon?: Buffer;
}

/** A complete bot: every default filled in, every placeholder taken apart, every language laid over the default one. */
export function normalize(written: WrittenSpecs, report: Report, engine: Engine = forgetful): Bot {
  const { bot } = written;
  const where = (file: YamlFile) => (path: Path) => ({ file, path });
  const language = bot.data.language ?? 'en';
  const style = styleOf(language, bot.data.sentences);
  const read = reader(where(bot.file), report, language, style.sentences);
  const service = normalizeService(read, bot.data);
  const scaffold = normalizeScaffold(bot.data);
  const credentials = normalizeCredentials(bot.data);
  const handOver = handOverOf(bot.data);
  const sentences = sentencesOf(style.sentences, handOver);
  const action = engine.reporting('normalize', ownAction);
  const own: Locale = {
    language,
    style,
    texts: settleAnswers(normalizeBotTexts(read, bot.data, language), (answer) =>
      withUtteranceFile(answer, saidBeside(written, answer.id), language, report, () => true),
    ),
    actions: written.actions.map((a) =>
      action(report, a.id, a.id, a.file, a.data, language, sentences, saidBeside(written, a.id)),
    ),
  };
  const all = [own, ...written.localeFiles.map((locale) => translate(written, locale, report, engine))] as const;
  const [first, ...others] =
    bot.data.soldOn === 'any' ? ([soldAnywhere(own), ...all.slice(1).map(soldAnywhere)] as const) : all;
  return defined({
    id: written.id,
    audience: bot.data.audience ?? 'staff',
    identity: ['verifiedEmail', ...(bot.data.identity ?? [])],
    layout: bot.data.layout ?? 'flat',
    icon: written.icon,
    service,
    scaffold,
    references: new Map(Object.entries(bot.data.references ?? {})),
    credentials,
    handOver,
    credentialsAt: read.where(['credentials']),
    variables: normalizeVariables(read, bot.data, service, credentials),
    actions: first.actions,
    locales: [first, ...others] as [Locale, ...Locale[]],
    localeFiles: written.localeFiles,
    utteranceFiles: (written.utterances ?? []).map(({ id, file }) => ({ id, file })),
    where: read.where([]),
  });
}

/** The file with more utterances of an action or an answer, if there is one. */
const saidBeside = (written: WrittenSpecs, own: string): UtteranceFile | undefined =>
  written.utterances?.find(({ id }) => id === own);

function ownAction(
  report: Report,
  id: string,
  file: YamlFile,
  data: WrittenAction,
  language: string,
  sentences: Sentences,
  utteranceFile: UtteranceFile | undefined,
): Action {
  const read = reader((path) => ({ file, path }), report, language, sentences);
  return withUtteranceFile(normalizeAction(read, id, data), utteranceFile, language, report, () => true);
}

function translate(
  written: WrittenSpecs,
  locale: WrittenSpecs['localeFiles'][number],
  report: Report,
  engine: Engine,
): Locale {
  const style = styleOf(locale.language, ownStyle(locale.file.data));
  const sentences = sentencesOf(style.sentences, handOverOf(written.bot.data));
  const bot = translated(written.bot, locale.file, ['bot'], report, locale.language, style.sentences);
  const action = engine.reporting('translate', translatedAction);
  return {
    language: locale.language,
    style,
    texts: settleAnswers(normalizeBotTexts(bot.read, bot.data as WrittenBot, locale.language), (answer) =>
      withUtteranceFile(
        answer,
        saidBeside(written, answer.id),
        locale.language,
        report,
        (list) => dataAt(locale.file.data, ['bot', 'answers', answer.id, list]) !== undefined,
      ),
    ),
    actions: written.actions.map((a) =>
      action(
        report,
        `${locale.language}/${a.id}`,
        a.id,
        a.file,
        a.data,
        locale.file,
        locale.language,
        sentences,
        saidBeside(written, a.id),
      ),
    ),
  };
}

function translatedAction(
  report: Report,
  id: string,
  file: YamlFile,
  data: WrittenAction,
  locale: YamlFile,
  language: string,
  sentences: Sentences,
  utteranceFile: UtteranceFile | undefined,
): Action {
  const at = ['actions', id];
  const own = translated({ file, data }, locale, at, report, language, sentences);
  const action = normalizeAction(own.read, id, own.data as WrittenAction);
  const speaks = (list: string) => dataAt(locale.data, [...at, list]) !== undefined;
  return withUtteranceFile(action, utteranceFile, language, report, speaks);
}

/** A spec with its translation laid over it. */
function translated(
  { file, data }: { readonly file: YamlFile; readonly data: unknown },
  locale: YamlFile,
  prefix: Path,
  report: Report,
  language: string,
  sentences: Sentences,
) {
  const place: (path: Path) => Where = overlaidPlace(file, locale, prefix);
  return {
    // What only the default language says was reported there already.
    read: reader(place, onlyAbout(locale.path, report), language, sentences),
    data: overlay(data, dataAt(locale.data, prefix)),
  };
}
