import pc from 'picocolors';
import type { Conversation } from '../conversation';
import { maskValue } from '../mask';
import { callLine } from '../calls';
import type { Turn } from '../turn';
import type { Backend } from './backend';
import { showPath } from './show';

/** A line that begins with a slash, and what it may look at. */
export interface Situation {
  readonly conversation: Conversation;
  readonly last: Turn | undefined;
  readonly backend: Backend;
  readonly secrets: readonly string[];
}

const HELP = [
  ['a number', 'presses that button of the last answer'],
  ['/context', 'the context as a script would see it now'],
  ['/calls', 'the service calls of the last turn'],
  ['/path', 'the nodes of the last turn'],
  ['/fault KIND', 'lets the next request to the local store fail, for example /fault throttled'],
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
const secretsOf = ({ conversation, secrets }: Situation): readonly string[] => [
  ...secrets,
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

async function setFault({ faults }: Backend, [written = '']: readonly string[]): Promise<string> {
  if (faults === undefined) return 'Only the local store fails on purpose.';
  const { FAULT_KINDS } =
    require('../../services/shopify/protocol/faults') as typeof import('../../services/shopify/protocol/faults');
  const [name = '', value] = written.split('=', 2);
  const kind = FAULT_KINDS.find((known) => known === name);
  if (kind === undefined) return `Kinds of faults: ${FAULT_KINDS.join(', ')}`;
  (await faults()).next(kind, value === undefined ? {} : { value });
  return `The next request will meet: ${written}`;
}
