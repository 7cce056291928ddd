import { createTabSession } from './tab-session';
import type { LoadedBot, TabSession, TabSettings } from './tab-session';

/** All open tabs. */
export interface TabSessions {
  /** The tab of an id, opened if need be; undefined when the id is none. */
  readonly of: (id: string) => TabSession | undefined;
  readonly known: (id: string) => TabSession | undefined;
  readonly all: () => readonly TabSession[];
}

/** More tabs than this: the one unused for longest is closed, of those without an open tab if there are any. */
const MAX_TABS = 64;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createTabSessions(first: () => LoadedBot, around: TabSettings): TabSessions {
  const tabs = new Map<string, TabSession>();
  const known = (id: string): TabSession | undefined => {
    const tab = tabs.get(id);
    if (tab !== undefined) {
      tabs.delete(id);
      tabs.set(id, tab);
    }
    return tab;
  };
  return {
    known,
    of: (id) => {
      if (!ID.test(id)) return undefined;
      const tab = known(id) ?? createTabSession(id, first(), around);
      tabs.set(id, tab);
      if (tabs.size > MAX_TABS) tabs.delete(leastMissed(id));
      return tab;
    },
    all: () => [...tabs.values()],
  };

  function leastMissed(newest: string): string {
    const others = [...tabs.keys()].filter((id) => id !== newest);
    return others.find((id) => tabs.get(id)?.watched() === false) ?? others[0] ?? newest;
  }
}
