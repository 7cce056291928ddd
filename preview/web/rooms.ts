import { createRoom } from './room';
import type { LoadedBot, Room, Surroundings } from './room';

/** All open tabs. */
export interface Rooms {
  /** The room of an id, opened if need be; undefined when the id is none. */
  readonly of: (id: string) => Room | undefined;
  readonly known: (id: string) => Room | undefined;
  readonly all: () => readonly Room[];
}

/** More rooms than this: the one unused for longest is closed, of those without an open tab if there are any. */
const MAX_ROOMS = 64;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createRooms(first: () => LoadedBot, around: Surroundings): Rooms {
  const rooms = new Map<string, Room>();
  const known = (id: string): Room | undefined => {
    const room = rooms.get(id);
    if (room !== undefined) {
      rooms.delete(id);
      rooms.set(id, room);
    }
    return room;
  };
  return {
    known,
    of: (id) => {
      if (!ID.test(id)) return undefined;
      const room = known(id) ?? createRoom(id, first(), around);
      rooms.set(id, room);
      if (rooms.size > MAX_ROOMS) rooms.delete(leastMissed(id));
      return room;
    },
    all: () => [...rooms.values()],
  };

  function leastMissed(newest: string): string {
    const others = [...rooms.keys()].filter((id) => id !== newest);
    return others.find((id) => rooms.get(id)?.watched() === false) ?? others[0] ?? newest;
  }
}
