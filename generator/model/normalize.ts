import { onlyAbout, type Report } from '../diagnostics/diagnostic';
import type { Path, YamlFile } from '../source/yaml';
import type { Bot, Locale, Where } from './model';
import { normalizeAction } from './normalize-action';
import {
  normalizeBotTexts,
  normalizeCredentials,
  normalizeScaffold,
  normalizeService,
  normalizeVariables,
} from './normalize-bot';
import { defined } from './normalize-reply';
import { overlaidPlace, overlay, valueAt } from './overlay';
import { reader } from './reader';
import type { WrittenAction } from './written/action';
import type { WrittenBot } from './written/bot';

/** One integration's specs after `validate`: data that fits the schemas, with the file each came from. */
export interface WrittenSpecs {
  readonly id: string;
  readonly bot: { readonly file: YamlFile; readonly data: WrittenBot };
  readonly actions: readonly { readonly id: string; readonly file: YamlFile; readonly data: WrittenAction }[];
  /** Translations by language; their shape is checked by the rule `locales`. */
  readonly locales: readonly { readonly language: string; readonly file: YamlFile }[];
  readonly icon?: Buffer;
}

/** A complete bot: every default filled in, every placeholder taken apart, every language laid over the default one. */
export function normalize(written: WrittenSpecs, report: Report): Bot {
  const { bot } = written;
  const where = (file: YamlFile) => (path: Path) => ({ file, path });
  const language = bot.data.language ?? 'en';
  const read = reader(where(bot.file), report, language);
  const service = normalizeService(read, bot.data);
  const scaffold = normalizeScaffold(bot.data);
  const credentials = normalizeCredentials(bot.data);
  const own: Locale = {
    language,
    texts: normalizeBotTexts(read, bot.data),
    actions: written.actions.map((a) => normalizeAction(reader(where(a.file), report, language), a.id, a.data)),
  };
  return defined({
    id: written.id,
    audience: bot.data.audience ?? 'staff',
    layout: bot.data.layout ?? 'flat',
    icon: written.icon,
    service,
    scaffold,
    credentials,
    credentialsAt: read.where(['credentials']),
    variables: normalizeVariables(read, bot.data, service, credentials),
    actions: own.actions,
    spoken: [own, ...written.locales.map((locale) => translate(written, locale, report))] as [Locale, ...Locale[]],
    locales: written.locales,
    where: read.where([]),
  });
}

function translate(written: WrittenSpecs, locale: WrittenSpecs['locales'][number], report: Report): Locale {
  const texts = (file: YamlFile, prefix: Path) => {
    const place: (path: Path) => Where = overlaidPlace(file, locale.file, prefix);
    // What only the default language says was reported there already.
    return {
      read: reader(place, onlyAbout(locale.file.path, report), locale.language),
      translation: valueAt(locale.file.data, prefix),
    };
  };
  const bot = texts(written.bot.file, ['bot']);
  return {
    language: locale.language,
    texts: normalizeBotTexts(bot.read, overlay(written.bot.data, bot.translation) as WrittenBot),
    actions: written.actions.map((a) => {
      const action = texts(a.file, ['actions', a.id]);
      return normalizeAction(action.read, a.id, overlay(a.data, action.translation) as WrittenAction);
    }),
  };
}
