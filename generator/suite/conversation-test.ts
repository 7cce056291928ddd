import { ownReplies } from '../model/answers';
import { fixedText } from '../compile/expression';
import { layoutOf } from '../compile/bot';
import { buttonsOf } from '../model/buttons';
import type { Bot, Button, Locale } from '../model/model';
import { placeholders, plainOf } from '../model/text';
import { sayingOf, utteranceFor } from '../model/utterance';
import { parseTranscripts } from '../transcript/parse';
import { TranscriptError, type Transcript, type TranscriptStep } from '../transcript/transcript';
import type { OutputFile } from '../../kore/zip/pack';
import { print } from '../package/text';
import { expectedOf, type Expected } from './expected';

/** A transcript file of the project. */
export interface TranscriptFile {
  readonly path: string;
  readonly text: string;
}

/** A conversation-test suite, as Kore.ai's own test runner and a real suite of 2025 have it. */
export interface Suite {
  readonly botId: string;
  readonly botName: string;
  readonly testCases: readonly {
    readonly name: string;
    readonly tags: readonly string[];
    readonly description: string;
    readonly messages: readonly { readonly input: string; readonly outputs: readonly Expected[] }[];
  }[];
}

/** The platform takes no larger file (documented). */
const MOST_BYTES = 2_000_000;

/**
 * The platform's conversation tests, made from the transcripts: `conversation-test.json` for the default language, one file
 * per further language, and `conversation-test-2.json` where one grows too large. Left out is what only a local store
 * can do: conversations with other credentials, another audience, prepared answers or a session, and every turn from a
 * fault, a moved clock or a button on that is not among the bot's fixed ones.
 */
export function conversationTests(bot: Bot, files: readonly TranscriptFile[]): readonly OutputFile[] {
  const transcripts = files.flatMap(read).filter(isPlain);
  return bot.locales.flatMap((locale, i) => {
    const own = transcripts.filter(
      ({ settings }) => (settings.language ?? bot.locales[0].language) === locale.language,
    );
    const cases = own.flatMap((one) => testCase(locale, one) ?? []);
    const suffix = i === 0 ? '' : `.${locale.language}`;
    return parts(cases).map((testCases, n) => {
      const suite: Suite = {
        botId: layoutOf(bot, 'xo11').bot,
        botName: fixedText(bot.locales[0].texts.name, {}),
        testCases,
      };
      const path = `${bot.id}/conversation-test${n === 0 ? '' : `-${n + 1}`}${suffix}.json`;
      return { path, bytes: print(suite).bytes };
    });
  });
}

/** A transcript that cannot be read is none: whoever plays it is told why. */
function read({ path, text }: TranscriptFile): readonly Transcript[] {
  try {
    return parseTranscripts(path, text);
  } catch (error) {
    if (error instanceof TranscriptError) return [];
    throw error;
  }
}

const isPlain = ({ settings }: Transcript): boolean =>
  [settings.target, settings.credentials, settings.audience, settings.scopes, settings.choose, settings.stub].every(
    (setting) => setting === undefined,
  ) && [settings.session, settings.env].every((values) => Object.keys(values).length === 0);

function testCase(locale: Locale, transcript: Transcript): Suite['testCases'][number] | undefined {
  const messages = [];
  for (const step of transcript.steps) {
    if (step.input.kind === 'connect') continue;
    const input = step.before.length > 0 ? undefined : inputOf(locale, step);
    if (input === undefined) break;
    messages.push({ input, outputs: step.bot.map(({ lines }) => expectedOf(lines)) });
  }
  if (messages.length === 0) return undefined;
  const file = transcript.path.replace(/^.*\//, '').replace(/\.chat$/, '');
  return { name: `${file}: ${transcript.name}`, tags: [file], description: transcript.path, messages };
}

/** What is typed; for a button, what it says. */
function inputOf(locale: Locale, { input }: TranscriptStep): string | undefined {
  if (input.kind === 'say') return input.text;
  if (input.kind !== 'click') return undefined;
  const said = new Set(
    fixedButtons(locale).flatMap((button) => (titleOf(button) === input.title ? saidBy(locale, button) : [])),
  );
  // The same title may say different things elsewhere.
  return said.size === 1 ? [...said][0] : undefined;
}

const fixedButtons = ({ texts, actions }: Locale): readonly Button[] => [
  ...ownReplies(texts).flatMap((reply) => reply.buttons),
  ...actions.flatMap(buttonsOf),
];

const titleOf = (button: Button) => plainOf(button.title.text);

/** The sentence of a button; none when it hands on what only an answer holds. */
function saidBy({ actions }: Locale, button: Button): readonly string[] {
  const target = actions.find(({ id }) => id === button.action);
  const utterance = target && utteranceFor(target, [...button.with.keys()]);
  const said = utterance && sayingOf(utterance, button);
  return said === undefined || placeholders(said).length > 0 ? [] : [plainOf(said)];
}

/** Cases in order, as many in a part as fit into a file. */
function parts<T>(cases: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  let size = Infinity;
  for (const one of cases) {
    const bytes = Buffer.byteLength(JSON.stringify(one)) + 2;
    if (size + bytes > MOST_BYTES) {
      found.push([]);
      size = 1000;
    }
    found.at(-1)?.push(one);
    size += bytes;
  }
  return found;
}
