import { randomUUID } from 'node:crypto';
import type { Conversation } from '../conversation';
import type { SayDetails } from '../conversation';
import type { Turn } from '../turn';
import type { ChannelRequest } from './request';

/** The users of a channel, each with a conversation of its own. */
export interface ChannelUsers {
  /** Answers a request; undefined when it ended the session. */
  readonly answer: (
    request: ChannelRequest,
  ) => Promise<{ readonly sessionId: string; readonly turn: Turn | undefined }>;
  readonly count: () => number;
}

interface User {
  readonly sessionId: string;
  readonly conversation: Conversation;
  /** Milliseconds since 1970. */
  last: number;
}

/** More users than this: the one who has said nothing for longest is forgotten. */
const MAX_USERS = 1000;

/** A session is over after so long without a word (documented default), in milliseconds. */
const IDLE_MS = 15 * 60_000;

export function createUsers(begin: () => Conversation, now: () => number): ChannelUsers {
  const users = new Map<string, User>();
  const open = (id: string, fresh: boolean): User => {
    const known = users.get(id);
    const goesOn = known !== undefined && !fresh && now() - known.last < IDLE_MS;
    const user = goesOn ? known : { sessionId: randomUUID(), conversation: begin(), last: 0 };
    // The map is in the order of the last words.
    users.delete(id);
    users.set(id, user);
    user.last = now();
    if (users.size > MAX_USERS) users.delete(users.keys().next().value ?? '');
    return user;
  };
  return {
    count: () => users.size,
    answer: async ({ kind, text, user: id, fresh, customData }) => {
      if (kind === 'close') {
        const gone = users.get(id);
        users.delete(id);
        return { sessionId: gone?.sessionId ?? '', turn: undefined };
      }
      const { sessionId, conversation } = open(id, fresh);
      const details: SayDetails = { from: id, customData };
      const turn = kind === 'connect' ? await conversation.connect(details) : await conversation.say(text, details);
      return { sessionId, turn };
    },
  };
}
