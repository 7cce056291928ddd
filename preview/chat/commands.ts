import pc from 'picocolors';
import type { Conversation } from '../conversation';
import { maskValue } from '../mask';
import { callLine } from '../calls';
import type { Turn } from '../turn';
import type { Backend } from '../backend';
import { showPath } from './show';

/** A line that begins with a slash, and what it may look at. */
export interface Situation {
  readonly conversation: Conversation;
  readonly last: Turn | undefined;
  readonly backend: Backend;
}

const HELP = [
  ['a number', 'presses that button of the last answer'],
  ['/context', 'the context as a script would see it now'],
  ['/calls', 'the service calls of the last turn'],
  ['/path', 'the nodes of the last turn'],
  ['/fault KIND', 'lets the next request fail; /fault alone lists the kinds'],
  ['/restart', 'begins a new conversation'],
  ['/help', 'this list'],
  ['/quit', 'ends'],
] as const;

export const helpText = (): string => HELP.map(([what, does]) => `${pc.bold(what.padEnd(12))} ${does}`).join('\n');

/** Carries out one of the commands that only look or prepare. Undefined when there is no such command. */
export async function runCommand(line: string, situation: Situation): Promise<string | undefined> {
  const [name = '', ...words] = line.trim().split(/\s+/);
  switch (name) {
    case '/help':
      return helpText();
    case '/context':
      return JSON.stringify(maskValue(situation.conversation.context(), secretsOf(situation)), null, 2);
    case '/calls':
      return showCalls(situation.last);
    case '/path':
      return situation.last === undefined ? 'Nothing was said yet.' : showPath(situation.last);
    case '/fault':
      return setFault(situation.backend, words);
    default:
      return undefined;
  }
}

/** Tokens that the bot fetched by itself are as secret as those it was given. */
const secretsOf = ({ conversation, backend }: Situation): readonly string[] => [
  ...backend.secrets,
  ...Object.entries(conversation.session().BotContext).flatMap(([key, value]) =>
    /token|secret/i.test(key) && typeof value === 'string' ? [value] : [],
  ),
];

function showCalls(last: Turn | undefined): string {
  if (last === undefined || last.calls.length === 0) return 'No service was called.';
  return last.calls
    .map((call) => {
      const answer = call.response === undefined ? [] : [pc.dim(JSON.stringify(call.response, null, 2))];
      return [callLine(call), ...answer].join('\n');
    })
    .join('\n');
}

async function setFault({ services }: Backend, [written = '']: readonly string[]): Promise<string> {
  const [service] = services;
  if (service === undefined) return 'Only a service on this machine fails on purpose.';
  const [name = '', value] = written.split('=', 2);
  try {
    await service.faults.next(name, value === undefined ? {} : { value });
    return `The next request will meet: ${written}`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { kinds } = service.faults;
    return ['Kinds of faults:', ...kinds.map((kind) => `${pc.bold(kind.name.padEnd(15))} ${kind.says}`)].join('\n');
  }
}
