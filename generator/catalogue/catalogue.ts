import type { Flow } from '../compile/flow';
import { forgetful, type Engine } from '../engine/engine';
import type { Action, Bot } from '../model/model';
import type { OutputFile } from '../../kore/zip/pack';
import { actionPage } from './action-page';
import { installGuide } from './install-guide';
import { code, plain, table } from './markdown';
import { testsPage } from './tests-page';
import { requestFacts, type FileBytes, type RequestFacts } from './request-facts';
import { sentence, written } from './sentences';

/** Documents that are made along with the actions: each action's flow is shown once, and not kept. */
export interface Documents {
  readonly onFlow: (action: Action, flow: Flow) => Page;
  /** In place of that: the action's page is known. */
  readonly onPage: (action: Action, page: Page) => void;
  /** When all flows were shown. */
  readonly files: () => readonly OutputFile[];
}

/** What people read about a bot: `CATALOGUE.md` (what it can do) and `INSTALL.md` (how it gets onto the platform). In the default language. */
export function documents(bot: Bot, files: FileBytes, engine: Engine = forgetful): Documents {
  const page = engine.stage('page', actionPage);
  const transcript = (id: string) => files.bytes(`${id}.chat`)?.toString('utf8');
  const factsOf = requestFacts(bot, files);
  const pages: (Page & { readonly action: Action })[] = [];
  return {
    onFlow: (action, flow) => {
      const facts = factsOf(action);
      const made = { facts, text: page(action.id, bot, action, flow, facts, transcript(action.id)) };
      pages.push({ ...made, action });
      return made;
    },
    onPage: (action, known) => void pages.push({ ...known, action }),
    files: () => [
      { path: `${bot.id}/CATALOGUE.md`, bytes: Buffer.from(catalogue(bot, pages)) },
      { path: `${bot.id}/INSTALL.md`, bytes: Buffer.from(installGuide(bot, files)) },
      { path: `${bot.id}/TESTS.md`, bytes: Buffer.from(testsPage(bot)) },
    ],
  };
}

/** What the catalogue says of an action. */
export interface Page {
  readonly facts: RequestFacts;
  readonly text: string;
}

function catalogue(bot: Bot, pages: readonly (Page & { readonly action: Action })[]): string {
  const { texts } = bot.locales[0];
  const overview = table(
    ['Action', 'What it does', 'Scopes', 'Cost'],
    pages.map(({ action, facts }) => [
      `[${plain(written(action.title))}](#${anchor(written(action.title))})`,
      plain(written(action.description)),
      action.scopes.map(code).join(', '),
      String(facts.cost ?? ''),
    ]),
  );
  return `${[
    `# ${plain(written(texts.name))}`,
    plain(written(texts.description)),
    `Languages: ${bot.locales.map((s) => code(s.language)).join(', ')}. How to install it: [INSTALL.md](INSTALL.md). Made from the specs by the build; edit those, not this file.`,
    overview,
    ...handOver(bot),
    'Cost is what the API takes out of its bucket for one request: an estimate, because its makers publish no formula.',
    ...(texts.answers.length > 0
      ? [
          '## Small talk',
          table(
            ['When somebody says', 'The bot says'],
            texts.answers.map(({ utterances, reply }) => [
              utterances.slice(0, 3).map(written).map(plain).join(' · '),
              plain(sentence(reply)),
            ]),
          ),
        ]
      : []),
    ...pages.map(({ text }) => text),
  ].join('\n\n')}\n`;
}

/** When the bot hands over to a person, where there is one. */
function handOver({ handOver: when, locales: [{ texts }] }: Bot): readonly string[] {
  if (!when || !texts.agent) return [];
  const { title, text, utterances } = texts.agent;
  const also = [
    ...(when.fallback ? ['the fallback has a button that leads there'] : []),
    ...(when.giveUp ? ['an action hands over when the retries for an input are used up'] : []),
  ];
  return [
    `**${plain(written(title))}** hands the conversation over to a person, when somebody says for example “${plain(written(utterances[0]))}”${also.map((one) => `; ${one}`).join('')}. The bot says first: “${plain(written(text))}”`,
  ];
}

/** The id that Markdown viewers give a heading: small letters, digits, hyphens. */
const anchor = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
