import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import pc from 'picocolors';
import type { Backend } from '../backend';
import { startConversation } from '../conversation';
import type { Conversation } from '../conversation';
import type { OpenedBot } from '../open-bot';
import { shownButtons } from '../readable';
import type { ShownButton } from '../readable';
import type { Sandbox } from '../sandbox';
import type { Turn } from '../turn';
import { helpText, runCommand } from './commands';
import { ChatUsageError } from './console';
import type { ChatConsole } from './console';
import { openChat } from './open-chat';
import type { OpenedChat, PlayOptions } from './open-chat';
import { showTurn } from './show';

export interface ChatOptions extends PlayOptions {
  readonly language?: string;
  /** One JSON object a line in place of text for people: `{ said?, turn }`. */
  readonly json?: boolean;
  /** Where scripts run. It is closed at the end. */
  readonly sandbox: Sandbox;
}

interface Talk {
  readonly bot: OpenedBot;
  readonly backend: Backend;
  readonly console: ChatConsole;
  readonly begin: () => Conversation;
  readonly show: (turn: Turn, said?: string) => void;
  /** A person types, and sees what was typed. */
  readonly typed: boolean;
  /** What is said is repeated. */
  readonly echoes: boolean;
  conversation: Conversation;
  last: Turn | undefined;
}

/** Talks with a bot line by line until `/quit` or the end of the input. Rejects with a `UsageError` or an `ExportError`. */
export async function chat(
  options: ChatOptions,
  input: Readable & { isTTY?: boolean },
  console: ChatConsole,
): Promise<void> {
  const { sandbox } = options;
  try {
    const { bot, backend, tables } = await openChat(options, console);
    try {
      const talk = open({ bot, backend, tables }, options, input.isTTY === true, console);
      if (options.json !== true) console.out(pc.dim(`${bot.name} with ${backend.title}. /help shows what you can do.`));
      await greet(talk);
      // It will be needed soon; starting it sooner would hold up the greeting.
      void Promise.all(backend.services.map((service) => service.start()));
      await listen(talk, createInterface({ input, terminal: false }));
    } finally {
      await backend.close();
    }
  } finally {
    await sandbox.close();
  }
}

function open({ bot, backend, tables }: OpenedChat, options: ChatOptions, typed: boolean, console: ChatConsole): Talk {
  const { language, json, sandbox } = options;
  if (language !== undefined && !bot.languages.includes(language))
    throw new ChatUsageError(`${bot.name} does not speak "${language}"; it speaks ${bot.languages.join(', ')}.`);
  const { transport, env } = backend;
  const begin = () => startConversation(bot, { transport, env, sandbox, tables, ...(language && { language }) });
  const asJson = (turn: Turn, said?: string) =>
    console.out(JSON.stringify({ ...(said !== undefined && { said }), turn }));
  const show = json === true ? asJson : (turn: Turn) => console.out(showTurn(turn));
  return {
    bot,
    backend,
    console,
    begin,
    show,
    typed,
    echoes: !typed && json !== true,
    conversation: begin(),
    last: undefined,
  };
}

async function greet(talk: Talk): Promise<void> {
  talk.last = await talk.conversation.connect();
  talk.show(talk.last);
}

async function listen(talk: Talk, lines: Interface): Promise<void> {
  const prompt = () => void (process.stdin.isTTY && process.stdout.write(pc.blue('you  ')));
  prompt();
  for await (const line of lines) {
    if (line.trim() === '/quit') break;
    // An empty line in a pipe only separates.
    if (line.trim() !== '' || talk.typed) await hear(talk, line);
    prompt();
  }
  lines.close();
}

/** What comes through a pipe is repeated: the reader sees both sides of the conversation. */
async function hear(talk: Talk, line: string): Promise<void> {
  const { console } = talk;
  const pressed = buttonOf(talk.last, line);
  const said = pressed?.payload ?? line;
  if (talk.echoes) console.out(`${pc.blue('you ')} ${said}`);
  if (line.trim() === '/restart') {
    talk.conversation = talk.begin();
    return greet(talk);
  }
  if (line.startsWith('/')) {
    const answer = await runCommand(line, talk);
    return console.out(answer ?? `There is no ${line.trim()}.\n${helpText()}`);
  }
  if (pressed?.url !== undefined) return console.out(pc.dim(`     opens ${pressed.url}`));
  if (talk.typed && pressed !== undefined) console.out(pc.dim(`you  ${said}`));
  talk.last = await talk.conversation.say(said);
  talk.show(talk.last, said);
}

/** A number that is no button is something the user says. */
const buttonOf = (last: Turn | undefined, line: string): ShownButton | undefined =>
  last !== undefined && /^\s*\d{1,2}\s*$/.test(line) ? shownButtons(last)[Number(line) - 1] : undefined;
