import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import pc from 'picocolors';
import { readExport } from '../../kore/read-export';
import { noteLines } from '../../kore/reading/notes';
import { startConversation } from '../conversation';
import type { Conversation } from '../conversation';
import { openBot } from '../open-bot';
import type { OpenedBot } from '../open-bot';
import { sharedSandbox } from '../sandbox';
import { buttonsOf } from '../readable';
import type { ShownButton } from '../readable';
import type { Turn } from '../turn';
import { localStore, realStore } from './backend';
import type { Backend } from './backend';
import { helpText, runCommand } from './commands';
import { UsageError } from './console';
import type { Console } from './console';
import { builtBot } from './find-bot';
import { showTurn } from './show';

export interface ChatOptions {
  readonly root: string;
  /** An export to play in place of what is built from `root`. */
  readonly file?: string;
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
  readonly language?: string;
  /** A real store; the local one unless told otherwise. */
  readonly store?: string;
  /** Makes `dist/` what the specs say; false when it cannot, which it has then said. */
  readonly build: () => Promise<boolean>;
}

interface Talk {
  readonly bot: OpenedBot;
  readonly backend: Backend;
  readonly console: Console;
  readonly secrets: readonly string[];
  readonly begin: () => Conversation;
  conversation: Conversation;
  last: Turn | undefined;
}

/** Talks with a bot line by line until `/quit` or the end of the input. Rejects with a `UsageError` or an `ExportError`. */
export async function chat(options: ChatOptions, input: Readable, console: Console): Promise<void> {
  const backend = options.store === undefined ? localStore() : realStore(options.store, console.env);
  try {
    const path = options.file ?? (await builtBot(options));
    const read = await readExport(path);
    for (const line of noteLines(read.notes)) console.err(pc.dim(`In the export: ${line}`));
    const talk = open(openBot(read), backend, options.language, console);
    console.out(pc.dim(`${talk.bot.name} with ${backend.name}. /help shows what you can do.`));
    await greet(talk);
    // It will be needed soon; starting it sooner would hold up the greeting.
    void backend.faults?.();
    const lines = createInterface({ input, terminal: false });
    await listen(talk, lines);
  } finally {
    await backend.close();
    await sharedSandbox().close();
  }
}

function open(bot: OpenedBot, backend: Backend, language: string | undefined, console: Console): Talk {
  if (language !== undefined && !bot.languages.includes(language))
    throw new UsageError(`${bot.name} does not speak "${language}"; it speaks ${bot.languages.join(', ')}.`);
  const begin = () =>
    startConversation(bot, { transport: backend.transport, env: backend.env, ...(language && { language }) });
  const secrets = bot.env.filter(({ secured }) => secured).map(({ key, value }) => backend.env[key] ?? value);
  return { bot, backend, console, secrets, begin, conversation: begin(), last: undefined };
}

async function greet(talk: Talk): Promise<void> {
  talk.last = await talk.conversation.connect();
  talk.console.out(showTurn(talk.last));
}

async function listen(talk: Talk, lines: Interface): Promise<void> {
  const prompt = () => void (process.stdin.isTTY && process.stdout.write(pc.blue('you  ')));
  prompt();
  for await (const line of lines) {
    if (line.trim() === '/quit') break;
    await hear(talk, line);
    prompt();
  }
  lines.close();
}

async function hear(talk: Talk, line: string): Promise<void> {
  const { console } = talk;
  if (line.trim() === '/restart') {
    talk.conversation = talk.begin();
    return greet(talk);
  }
  if (line.startsWith('/')) {
    const answer = await runCommand(line, talk);
    return console.out(answer ?? `There is no ${line.trim()}.\n${helpText()}`);
  }
  const pressed = buttonOf(talk.last, line);
  if (pressed?.url !== undefined) return console.out(pc.dim(`     opens ${pressed.url}`));
  const said = pressed?.payload ?? line;
  if (pressed !== undefined) console.out(pc.dim(`you  ${said}`));
  talk.last = await talk.conversation.say(said);
  console.out(showTurn(talk.last));
}

/** A number that is no button is something the user says. */
const buttonOf = (last: Turn | undefined, line: string): ShownButton | undefined =>
  last !== undefined && /^\s*\d{1,2}\s*$/.test(line) ? buttonsOf(last)[Number(line) - 1] : undefined;
